/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Households that are assessed together get the same verdicts as each gets alone. */
#include "tuce-verdict-list.h"

#include "rule-cases.h"
#include "tuce-error.h"
#include "tuce-query.h"

typedef struct
{
  RuleCounty *county;
  const TucePack *pack;
  const gint64 *ids;
  TuceVerdictWords words;
  guint n;
  guint n_unmet;
} Comparison;

static gboolean
compare (guint index, GPtrArray *verdicts, gpointer data, GError **error)
{
  Comparison *self = data;
  g_autoptr (GPtrArray) alone = tuce_assessor_verdicts (self->county->assessor, self->pack, self->ids[index], error);

  g_assert_nonnull (alone);
  g_assert_cmpuint (index, ==, self->n++);
  g_assert_cmpuint (verdicts->len, ==, alone->len);
  for (guint i = 0; i < alone->len; i++)
    {
      const TuceVerdict *one = verdicts->pdata[i], *other = alone->pdata[i];
      gboolean worded = self->words == TUCE_WORDS_OF_ALL || other->result == TUCE_UNMET;

      g_assert_true (one->rule == other->rule);
      g_assert_cmpint (one->result, ==, other->result);
      g_assert_cmpint (one->computed, ==, other->computed);
      g_assert_cmpint (one->inspection, ==, other->inspection);
      g_assert_cmpstr (one->value, ==, worded ? other->value : "");
      g_assert_cmpstr (one->threshold, ==, worded ? other->threshold : "");
      g_assert_cmpstr (one->excess, ==, worded ? other->excess : "");
      self->n_unmet += one->result == TUCE_UNMET;
    }
  return TRUE;
}

static GArray *
all_households (RuleCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county->county, "household");
  GArray *ids = tuce_query_ids (query, county->county, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 1);
  return ids;
}

/* Returns: how many criteria are unmet. */
static guint
assert_alike (RuleCounty *county, const TucePack *pack)
{
  g_autoptr (GArray) ids = all_households (county);
  Comparison comparison = { county, pack, &g_array_index (ids, gint64, 0), TUCE_WORDS_OF_ALL, 0, 0 };

  for (TuceVerdictWords words = TUCE_WORDS_OF_ALL; words <= TUCE_WORDS_OF_UNMET; words++)
    {
      g_autoptr (GError) error = NULL;

      comparison.words = words;
      comparison.n = comparison.n_unmet = 0;
      g_assert_true (tuce_verdict_list (county->assessor, pack, comparison.ids, ids->len, words, compare, &comparison,
                                        &error));
      g_assert_no_error (error);
      g_assert_cmpuint (comparison.n, ==, ids->len);
    }
  return comparison.n_unmet;
}

static void
change_and_compare (RuleCounty *county, const char *changes)
{
  RuleCase rule_case = { NULL, NULL, (char *) changes, 0 };
  TuceEdit *edit = rule_county_change (county, &rule_case);
  guint n_packs = 0, n_unmet = 0;

  for (guint i = 0; i < county->packs->len; i++)
    {
      const TucePack *pack = county->packs->pdata[i];
      const TuceSubject *subject = tuce_subject_find (pack->subject);

      if (pack->kind != TUCE_PACK_STANDARD || !subject || !subject->by_household)
        continue;
      n_packs++;
      n_unmet += assert_alike (county, pack);
    }
  g_assert_cmpuint (n_packs, >, 1);
  if (*changes)
    g_assert_cmpuint (n_unmet, >, 0);
  tuce_edit_abort (edit);
}

static void
test_as_alone (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();

  change_and_compare (county, "");
  change_and_compare (county, "relocation.house_m2=100.01 ; relocation.paid_total=100000.01");
  change_and_compare (county, "relocation.people=0 ; relocation.house_m2=");
  change_and_compare (county, "+inspection household_id=@household level=household criterion=R2 result=unmet"
                              " inspected_on=2018-05-01");
}

static TucePack *
parse (const char *expression, const char *value)
{
  g_autofree char *text = g_strdup_printf (
      "-- pack: a-sum\n-- kind: standard\n-- subject: household\n-- years: 2016-2020\n-- label: x\n-- label_en: x\n"
      "-- source: x\n\n-- item: S1\n-- label: x\n-- label_en: x\n-- short: x\n-- short_en: x\n-- value: %s\n"
      "-- value_en: %s\n-- threshold: 'x'\n-- threshold_en: 'x'\n%s\n",
      value, value, expression);
  g_autoptr (GError) error = NULL;
  TucePack *pack = tuce_pack_parse (text, "a-sum", &error);

  g_assert_no_error (error);
  return pack;
}

/* With many households assessed together, such a figure would be the sum of all. */
static void
test_figures_that_sum_up (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (TucePack) pack = parse ("household.size > 3", "{count (*)|integer} of {sum (household.size)|integer}");

  g_assert_cmpuint (assert_alike (county, pack), >, 0);
}

static gboolean
fail (guint index, GPtrArray *verdicts, gpointer data, GError **error)
{
  g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, "enough");
  return FALSE;
}

static void
test_errors (void)
{
  g_autoptr (RuleCounty) county = rule_county_new ();
  g_autoptr (TucePack) whole = parse ("household.size > 3", "{household.size}");
  g_autoptr (TucePack) unknown = parse ("household.size > 3", "{household.wealth}");
  g_autoptr (TucePack) two = parse ("household.size > 3", "{household.size, household.id}");
  g_autoptr (GArray) ids = all_households (county);
  const gint64 *first = &g_array_index (ids, gint64, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (tuce_verdict_list (county->assessor, unknown, first, ids->len, TUCE_WORDS_OF_ALL, fail, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_nonnull (g_strrstr (error->message, "S1"));
  g_assert_nonnull (g_strrstr (error->message, "wealth"));
  g_clear_error (&error);
  g_assert_false (tuce_verdict_list (county->assessor, two, first, ids->len, TUCE_WORDS_OF_ALL, fail, NULL, &error));
  g_assert_nonnull (g_strrstr (error->message, "S1"));
  g_clear_error (&error);
  g_assert_false (tuce_verdict_list (county->assessor, whole, first, ids->len, TUCE_WORDS_OF_ALL, fail, NULL, &error));
  g_assert_cmpstr (error->message, ==, "enough");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-list/as-alone", test_as_alone);
  g_test_add_func ("/verdict-list/sums", test_figures_that_sum_up);
  g_test_add_func ("/verdict-list/errors", test_errors);
  return g_test_run ();
}
