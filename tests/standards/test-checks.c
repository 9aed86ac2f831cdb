/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every check of the bundled packs, from tests/standards/cases/checks.txt. */
#include <string.h>

#include "rule-cases.h"
#include "tuce-edit.h"

typedef struct
{
  const TuceRule *rule;
  gint64 id; /* of the place or helper it is tried on; 0 for the household and everything in it */
  gboolean fires;
  char *sentence;
  TuceDictionary *dictionary;
} Hearing;

static void
hear (const TuceRule *rule, gint64 id, gint64 household, const char *place, const char *figures, gpointer data)
{
  Hearing *hearing = data;

  if (g_strcmp0 (rule->code, hearing->rule->code) != 0 || (hearing->id && hearing->id != id))
    return;
  hearing->fires = TRUE;
  g_free (hearing->sentence);
  hearing->sentence = tuce_rule_sentence (rule, hearing->dictionary, figures);
}

static void
pass_over (const TuceSubject *subject, gint64 id, const char *results, gpointer data)
{
}

/* Whether the sentence has no complete ID number and no figure left out. */
static gboolean
is_decent (const char *sentence)
{
  guint digits = 0;

  for (const char *at = sentence; *at; at++)
    {
      digits = g_ascii_isdigit (*at) ? digits + 1 : 0;
      if (digits > 16)
        return FALSE;
    }
  return !strpbrk (sentence, "{}");
}

static void
test_case (RuleCounty *county, const RuleCase *rule_case)
{
  const TuceRule *rule = rule_county_rule (county, rule_case->rule);
  TuceEdit *edit = rule_county_change (county, rule_case);
  const TuceSubject *subject = tuce_subject_find (rule->subject);
  gint64 household = rule_county_id (county, "household");
  Hearing hearing = { rule, 0, FALSE, NULL, tuce_county_get_dictionary (county->county) };
  TuceAssessorSink sink = { pass_over, hear, &hearing };
  gboolean fires = g_str_equal (rule_case->expected, "fires");
  g_autoptr (GError) error = NULL;

  if (!subject->by_household)
    hearing.id = rule_county_record_for (county, rule->subject);
  if (subject->by_household)
    tuce_assessor_households (county->assessor, &household, 1, &sink, &error);
  else
    tuce_assessor_places (county->assessor, subject->name, &sink, &error);
  g_assert_no_error (error);
  if (hearing.fires != fires || (hearing.sentence && !is_decent (hearing.sentence)))
    {
      g_test_message ("checks.txt:%u: %s %s (%s), expected %s, after: %s", rule_case->line, rule->code,
                      hearing.fires ? "fires" : "is quiet", hearing.sentence ? hearing.sentence : "",
                      rule_case->expected, rule_case->changes);
      g_test_fail ();
    }
  if (hearing.sentence)
    g_test_message ("%s: %s", rule->code, hearing.sentence);
  g_free (hearing.sentence);
  tuce_edit_abort (edit);
}

/* A square with the corners (west, south) and a twentieth of a degree further, as well-known binary. */
static GBytes *
square (double west, double south)
{
  const double corners[][2] = { { 0, 0 }, { 0.05, 0 }, { 0.05, 0.05 }, { 0, 0.05 }, { 0, 0 } };
  const guint32 type = GUINT32_TO_LE (3), rings = GUINT32_TO_LE (1), points = GUINT32_TO_LE (G_N_ELEMENTS (corners));
  g_autoptr (GByteArray) wkb = g_byte_array_new ();

  g_byte_array_append (wkb, (const guint8 *) "\1", 1);
  g_byte_array_append (wkb, (const guint8 *) &type, sizeof type);
  g_byte_array_append (wkb, (const guint8 *) &rings, sizeof rings);
  g_byte_array_append (wkb, (const guint8 *) &points, sizeof points);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      const double point[] = { west + corners[i][0], south + corners[i][1] };

      g_byte_array_append (wkb, (const guint8 *) point, sizeof point);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&wkb));
}

/* Whether Q67 fires in a township whose outline is this one. */
static gboolean
fires_inside (GBytes *shape, const char *origin)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  TuceDictionary *dictionary = tuce_county_get_dictionary (county->county);
  g_autoptr (TuceRecord) feature = tuce_record_new (tuce_dictionary_entity (dictionary, "feature"));
  gint64 household = rule_county_id (county, "household");
  Hearing hearing = { rule_county_rule (county, "Q67"), 0, FALSE, NULL, dictionary };
  TuceAssessorSink sink = { pass_over, hear, &hearing };
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county->county, "改", &error);

  tuce_record_set_text (feature, "layer", "township");
  tuce_record_set_text (feature, "code", "511725109");
  tuce_record_set_text (feature, "origin", origin);
  tuce_record_set_bytes (feature, "shape", shape);
  tuce_edit_insert (edit, feature, &error);
  g_assert_no_error (error);
  tuce_assessor_households (county->assessor, &household, 1, &sink, &error);
  g_assert_no_error (error);
  tuce_edit_abort (edit);
  g_free (hearing.sentence);
  return hearing.fires;
}

static void
test_township (void)
{
  g_autoptr (GBytes) around = square (107.0, 30.8);
  g_autoptr (GBytes) elsewhere = square (107.05, 30.85);

  g_assert_false (fires_inside (around, "surveyed"));
  g_assert_true (fires_inside (elsewhere, "surveyed"));
  g_assert_true (fires_inside (elsewhere, "imported"));
  /* an outline that is only a sketch proves nothing */
  g_assert_false (fires_inside (elsewhere, "schematic"));
}

static void
test_checks (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (GPtrArray) cases = rule_cases_read ("checks.txt");

  for (guint i = 0; i < cases->len; i++)
    {
      const RuleCase *rule_case = cases->pdata[i];

      if (!g_str_equal (rule_case->expected, "always") && !g_str_equal (rule_case->expected, "never"))
        test_case (county, rule_case);
    }
}

static void
hear_anything (const TuceRule *rule, gint64 id, gint64 household, const char *place, const char *figures, gpointer data)
{
  g_autofree char *sentence = tuce_rule_sentence (rule, data, figures);

  g_test_message ("%s: %s", rule->code, sentence);
  g_test_fail ();
}

/* What every case starts from: nothing to report. */
static void
test_quiet (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  gint64 household = rule_county_id (county, "household");
  TuceAssessorSink sink = { pass_over, hear_anything, tuce_county_get_dictionary (county->county) };
  g_autoptr (GError) error = NULL;

  tuce_assessor_households (county->assessor, &household, 1, &sink, &error);
  for (guint i = 0; i < tuce_subjects ()->len && !error; i++)
    {
      const TuceSubject *subject = tuce_subjects ()->pdata[i];

      if (!subject->by_household)
        tuce_assessor_places (county->assessor, subject->name, &sink, &error);
    }
  g_assert_no_error (error);
}

static void
test_covered (void)
{
  static const char *const expected[] = { "fires|never", "quiet", "nodata|always", NULL };
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (GPtrArray) cases = rule_cases_read ("checks.txt");

  rule_county_covered (county, cases, TUCE_PACK_CHECKS, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks/nothing-wrong", test_quiet);
  g_test_add_func ("/checks/cases", test_checks);
  g_test_add_func ("/checks/township", test_township);
  g_test_add_func ("/checks/covered", test_covered);
  return g_test_run ();
}
