/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card works on, without a card: the one record of a move, what the register keeps itself, verdicts while typing. */
#include <string.h>

#include "../register/small-county.h"
#include "../register/ten-mistakes.h"
#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-parameters.h"
#include "tuce-pending.h"
#include "tuce-query.h"
#include "tuce-verdict.h"

#define VILLAGE "511725201204"

typedef struct
{
  char *path;
  TuceCounty *county;
  TuceStandards *standards;
  TucePending *pending; /* of the first household, or what a test opens in its place */
} Fixture;

static const TuceEntity *
entity_of (Fixture *fixture, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), name);
}

static void
open (Fixture *fixture, const char *entity, gint64 id, const char *place)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->pending);
  fixture->pending = tuce_pending_new (fixture->county, entity, id, place, &error);
  g_assert_no_error (error);
  tuce_pending_set_standards (fixture->pending, fixture->standards);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mistakes = NULL;
  TuceEdit *edit;

  fixture->county = small_county (&fixture->path, 4);
  edit = tuce_edit_begin (fixture->county, "parameters", &error);
  tuce_parameters_install (fixture->county, edit, &error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  fixture->standards = tuce_standards_load (fixture->county, &mistakes, &error);
  g_assert_no_error (error);
  open (fixture, "household", small_county_household (fixture->county, 1), NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->pending);
  tuce_standards_unref (fixture->standards);
  small_county_remove (fixture->county, fixture->path);
}

static void
type (Fixture *fixture, const char *entity, const char *field, const char *text)
{
  TucePendingRecord *record = tuce_pending_find (fixture->pending, entity_of (fixture, entity));

  g_assert_nonnull (record);
  tuce_pending_type (fixture->pending, record, tuce_entity_field (entity_of (fixture, entity), field), text);
}

static char *
text_of (Fixture *fixture, const char *entity, const char *field)
{
  TucePendingRecord *record = tuce_pending_find (fixture->pending, entity_of (fixture, entity));

  return tuce_pending_record_text (record, tuce_entity_field (entity_of (fixture, entity), field));
}

#define assert_text(fixture, entity, field, text)                                                                      \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_text = text_of (fixture, entity, field);                                                    \
    g_assert_cmpstr (found_text, ==, text);                                                                            \
  }                                                                                                                    \
  G_STMT_END

static void
save (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  tuce_pending_save (fixture->pending, &error);
  g_assert_no_error (error);
}

static guint
count (Fixture *fixture, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, entity);
  gint64 found = -1;

  g_assert_true (tuce_query_count (query, fixture->county, NULL, &found, NULL, NULL));
  return (guint) found;
}

static const TuceVerdict *
verdict (Fixture *fixture, const char *subject, const char *code)
{
  GPtrArray *verdicts;

  tuce_pending_check (fixture->pending);
  verdicts = tuce_pending_get_verdicts (fixture->pending, subject);
  for (guint i = 0; verdicts && i < verdicts->len; i++)
    if (g_str_equal (((const TuceVerdict *) verdicts->pdata[i])->rule->code, code))
      return verdicts->pdata[i];
  return NULL;
}

static void
begin_move (Fixture *fixture)
{
  type (fixture, "relocation", "people", "3");
  type (fixture, "relocation", "approved_on", "2017-01-10");
}

/* --- the one record --- */

/* It stands on the card before it is there, lacks nothing until somebody begins it, and the first key makes it. */
static void
test_typing_makes_it (Fixture *fixture, gconstpointer data)
{
  TucePendingRecord *move = tuce_pending_find (fixture->pending, entity_of (fixture, "relocation"));

  g_assert_nonnull (move);
  g_assert_false (tuce_pending_record_is_there (move));
  type (fixture, "household", "hamlet", "李家湾");
  save (fixture);
  g_assert_cmpuint (count (fixture, "relocation"), ==, 0);

  type (fixture, "relocation", "approved_on", "2017-01-10");
  g_assert_true (tuce_pending_record_is_there (move));
  g_assert_false (tuce_pending_save (fixture->pending, NULL)); /* how many people were approved? */
  g_assert_cmpstr (tuce_pending_first_error (fixture->pending)->field->name, ==, "people");
  type (fixture, "relocation", "people", "3");
  save (fixture);
  g_assert_cmpuint (count (fixture, "relocation"), ==, 1);
  g_assert_false (tuce_pending_is_changed (fixture->pending));
  assert_text (fixture, "relocation", "people", "3");
  assert_text (fixture, "relocation", "stage", "APPROVED");
  g_assert_true (tuce_journal_undo (fixture->county, NULL));
  g_assert_cmpuint (count (fixture, "relocation"), ==, 0);
}

static void
test_removed_and_kept (Fixture *fixture, gconstpointer data)
{
  TucePendingRecord *move = tuce_pending_find (fixture->pending, entity_of (fixture, "relocation"));

  begin_move (fixture);
  tuce_pending_set_removed (fixture->pending, move, TRUE); /* not in the file yet: the typing goes, its place stays */
  g_assert_false (tuce_pending_is_changed (fixture->pending));
  g_assert_nonnull (tuce_pending_find (fixture->pending, entity_of (fixture, "relocation")));

  begin_move (fixture);
  save (fixture);
  move = tuce_pending_find (fixture->pending, entity_of (fixture, "relocation"));
  tuce_pending_set_removed (fixture->pending, move, TRUE);
  g_assert_true (tuce_pending_is_changed (fixture->pending));
  tuce_pending_set_removed (fixture->pending, move, FALSE);
  g_assert_false (tuce_pending_is_changed (fixture->pending));
  tuce_pending_set_removed (fixture->pending, move, TRUE);
  save (fixture);
  g_assert_cmpuint (count (fixture, "relocation"), ==, 0);
  g_assert_false (
      tuce_pending_record_is_there (tuce_pending_find (fixture->pending, entity_of (fixture, "relocation"))));
}

static void
test_draft_of_a_move (Fixture *fixture, gconstpointer data)
{
  gint64 id = small_county_household (fixture->county, 1);

  begin_move (fixture);
  g_assert_true (tuce_pending_keep (fixture->pending, NULL));
  open (fixture, "household", id, NULL);
  assert_text (fixture, "relocation", "people", "3");
  save (fixture);
  open (fixture, "household", id, NULL);
  type (fixture, "relocation", "people", "4");
  g_assert_true (tuce_pending_keep (fixture->pending, NULL));
  open (fixture, "household", id, NULL);
  assert_text (fixture, "relocation", "people", "4");
}

/* What a scenario asks of a household is no table on its card; what was found at a site is one on the site's. */
static void
test_what_belongs (Fixture *fixture, gconstpointer data)
{
  const TuceEntity *household = entity_of (fixture, "household"), *site = entity_of (fixture, "site");

  g_assert_false (tuce_pending_entity_is_part (entity_of (fixture, "scenario_wish"), household));
  g_assert_false (tuce_pending_entity_is_member (entity_of (fixture, "relocation"), household));
  g_assert_true (tuce_pending_entity_is_single (entity_of (fixture, "relocation"), household));
  g_assert_true (tuce_pending_entity_is_member (entity_of (fixture, "member"), household));
  g_assert_true (tuce_pending_entity_is_member (entity_of (fixture, "site_visit"), site));
}

/* --- what the register keeps --- */

static void
test_stage_follows_the_dates (Fixture *fixture, gconstpointer data)
{
  begin_move (fixture);
  save (fixture);
  type (fixture, "relocation", "contracted_on", "2017-02-01");
  tuce_pending_check (fixture->pending);
  assert_text (fixture, "relocation", "stage", "CONTRACT");
  type (fixture, "relocation", "started_on", "2017-03-01");
  tuce_pending_check (fixture->pending);
  assert_text (fixture, "relocation", "stage", "START");
  tuce_pending_revert (fixture->pending);
  assert_text (fixture, "relocation", "stage", "APPROVED");
}

static void
test_dates_in_order (Fixture *fixture, gconstpointer data)
{
  begin_move (fixture);
  type (fixture, "relocation", "started_on", "2016-03-01");
  g_assert_false (tuce_pending_save (fixture->pending, NULL));
  g_assert_cmpstr (tuce_pending_first_error (fixture->pending)->field->name, ==, "started_on");
  g_assert_cmpuint (count (fixture, "relocation"), ==, 0);
}

/* --- verdicts while typing --- */

/* At the limit and one hundredth of a square metre above it, of a move that is nowhere but on the card. */
static void
test_red_lines_while_typing (Fixture *fixture, gconstpointer data)
{
  GPtrArray *entries = tuce_journal_list (fixture->county, 100, NULL);
  guint before = entries->len;

  g_assert_null (verdict (fixture, "relocation", "R2")); /* nothing typed */
  begin_move (fixture);
  g_assert_cmpint (verdict (fixture, "relocation", "R2")->result, ==, TUCE_UNCHECKED);
  type (fixture, "relocation", "annex_m2", "0");
  type (fixture, "relocation", "house_m2", "75");
  g_assert_cmpint (verdict (fixture, "relocation", "R2")->result, ==, TUCE_MET);
  g_assert_nonnull (strstr (verdict (fixture, "relocation", "R2")->value, "75.00"));
  type (fixture, "relocation", "house_m2", "75.01");
  g_assert_cmpint (verdict (fixture, "relocation", "R2")->result, ==, TUCE_UNMET);
  type (fixture, "relocation", "people", "4");
  g_assert_cmpint (verdict (fixture, "relocation", "R2")->result, ==, TUCE_MET);
  g_assert_nonnull (strstr (verdict (fixture, "relocation", "R2")->threshold, "100.00"));
  type (fixture, "relocation", "self_raised", "10000");
  type (fixture, "relocation", "housing_debt", "0.01");
  g_assert_cmpint (verdict (fixture, "relocation", "R3")->result, ==, TUCE_UNMET);
  type (fixture, "relocation", "housing_debt", "0");
  g_assert_cmpint (verdict (fixture, "relocation", "R3")->result, ==, TUCE_MET);

  g_assert_cmpuint (count (fixture, "relocation"), ==, 0);
  g_ptr_array_unref (entries);
  entries = tuce_journal_list (fixture->county, 100, NULL);
  g_assert_cmpuint (entries->len, ==, before);
  g_ptr_array_unref (entries);
  tuce_pending_revert (fixture->pending);
  g_assert_null (verdict (fixture, "relocation", "R2"));
}

/* The household's own criteria follow the same typing. */
static void
test_criteria_while_typing (Fixture *fixture, gconstpointer data)
{
  const TucePack *pack = tuce_standards_standard (fixture->standards, "household");
  GPtrArray *verdicts;

  g_assert_nonnull (pack);
  type (fixture, "household_year", "house_grade", "D");
  tuce_pending_check (fixture->pending);
  verdicts = tuce_pending_get_verdicts (fixture->pending, "household");
  g_assert_nonnull (verdicts);
  g_assert_cmpuint (verdicts->len, ==, pack->rules->len);
  g_assert_null (tuce_pending_get_verdicts (fixture->pending, "relocation"));
}

/* A removed move has no red lines. */
static void
test_no_verdicts_of_what_goes (Fixture *fixture, gconstpointer data)
{
  begin_move (fixture);
  save (fixture);
  tuce_pending_set_removed (fixture->pending, tuce_pending_find (fixture->pending, entity_of (fixture, "relocation")), TRUE);
  tuce_pending_check (fixture->pending);
  g_assert_null (tuce_pending_get_verdicts (fixture->pending, "relocation"));
}

/* --- sites --- */

static gint64
make_site (Fixture *fixture)
{
  open (fixture, "site", 0, VILLAGE);
  type (fixture, "site", "name", "双桥村安置点");
  save (fixture);
  return tuce_pending_record_id (tuce_pending_get_main (fixture->pending));
}

static void
test_site (Fixture *fixture, gconstpointer data)
{
  gint64 id = make_site (fixture);
  TucePendingRecord *visit = tuce_pending_add (fixture->pending, entity_of (fixture, "site_visit"));

  tuce_pending_type (fixture->pending, visit, tuce_entity_field (entity_of (fixture, "site_visit"), "visited_on"),
                     "2018-05-01");
  type (fixture, "site", "hazard_check", "concerned");
  type (fixture, "site", "sited_on", "2016-01-01");
  type (fixture, "site", "planned_on", "2016-02-01");
  g_assert_cmpint (verdict (fixture, "site", "RS5")->result, ==, TUCE_UNMET);
  assert_text (fixture, "site", "stage", "PLAN");
  type (fixture, "site", "hazard_check", "clear");
  g_assert_cmpint (verdict (fixture, "site", "RS5")->result, ==, TUCE_UNCHECKED);
  save (fixture);
  g_assert_cmpuint (count (fixture, "site_visit"), ==, 1);
  open (fixture, "site", id, NULL);
  assert_text (fixture, "site", "village_code", VILLAGE);
}

static void
add_photo (Fixture *fixture, gint64 site)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) photo = tuce_record_new (entity_of (fixture, "photo"));
  TuceEdit *edit = tuce_edit_begin (fixture->county, "a photo", &error);

  tuce_record_set_integer (photo, "site_id", site);
  tuce_record_set_text (photo, "kind", ((const TuceCode *) tuce_entity_field (photo->entity, "kind")->codes->codes->pdata[0])->code);
  tuce_record_set_text (photo, "hash", "00");
  tuce_edit_insert (edit, photo, &error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* With its photos, but not while a household is to live there. */
static void
test_site_removed (Fixture *fixture, gconstpointer data)
{
  gint64 id = make_site (fixture);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GError) error = NULL;

  add_photo (fixture, id);
  open (fixture, "household", small_county_household (fixture->county, 1), NULL);
  begin_move (fixture);
  type (fixture, "relocation", "site_id", text);
  save (fixture);
  open (fixture, "site", id, NULL);
  g_assert_false (tuce_pending_remove (fixture->pending, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "1 of"));
  g_assert_cmpuint (count (fixture, "site"), ==, 1);
  g_assert_cmpuint (count (fixture, "photo"), ==, 1);

  open (fixture, "household", small_county_household (fixture->county, 1), NULL);
  type (fixture, "relocation", "site_id", "");
  save (fixture);
  open (fixture, "site", id, NULL);
  g_assert_true (tuce_pending_remove (fixture->pending, NULL));
  g_assert_cmpuint (count (fixture, "site"), ==, 0);
  g_assert_cmpuint (count (fixture, "photo"), ==, 0);
  g_assert_true (tuce_journal_undo (fixture->county, NULL));
  g_assert_cmpuint (count (fixture, "photo"), ==, 1);
}

static gboolean
type_and_save (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autofree char *typed = ten_mistakes_typed (mistake, field);
  gboolean saved;

  type (fixture, field->entity->name, field->name, typed);
  saved = tuce_pending_save (fixture->pending, error);
  tuce_pending_revert (fixture->pending);
  return saved;
}

static void
test_ten_mistakes (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (ten_mistakes_walk (entity_of (fixture, "household"), "head_name village_code size first_ident exit_year hamlet",
                                       type_and_save, fixture),
                    ==, TEN_MISTAKES);
}

/* What is wrong in a year that the card does not show is said, with the year. */
static void
test_another_year (Fixture *fixture, gconstpointer data)
{
  gint64 id = small_county_household (fixture->county, 1);
  g_autoptr (TuceRecord) year = tuce_record_new (entity_of (fixture, "household_year"));
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (fixture->county, "plant", &error);
  GPtrArray *problems;
  gboolean said = FALSE;

  tuce_edit_set_bulk (edit);
  tuce_record_set_integer (year, "household_id", id);
  tuce_record_set_integer (year, "year", 2017);
  tuce_record_set_integer (year, "wage", 100000);
  tuce_record_set_integer (year, "business_gross", 0);
  tuce_record_set_integer (year, "property", 0);
  tuce_record_set_integer (year, "transfer", 0);
  tuce_record_set_integer (year, "total", 999900);
  tuce_edit_insert (edit, year, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  open (fixture, "household", id, NULL);
  tuce_pending_check (fixture->pending);
  problems = tuce_pending_get_problems (fixture->pending);
  for (guint i = 0; i < problems->len; i++)
    {
      const TucePendingProblem *problem = problems->pdata[i];

      g_test_message ("%s", problem->sentence);
      said |= problem->record == tuce_pending_get_main (fixture->pending)
              && g_str_has_prefix (problem->sentence, "Household year 2017: ");
    }
  g_assert_true (said);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add ("/pending/" path, Fixture, NULL, set_up, test, tear_down)
  add ("typing-makes-it", test_typing_makes_it);
  add ("removed-and-kept", test_removed_and_kept);
  add ("draft-of-a-move", test_draft_of_a_move);
  add ("what-belongs", test_what_belongs);
  add ("stage-follows-the-dates", test_stage_follows_the_dates);
  add ("dates-in-order", test_dates_in_order);
  add ("red-lines-while-typing", test_red_lines_while_typing);
  add ("criteria-while-typing", test_criteria_while_typing);
  add ("no-verdicts-of-what-goes", test_no_verdicts_of_what_goes);
  add ("site", test_site);
  add ("site-removed", test_site_removed);
  add ("ten-mistakes", test_ten_mistakes);
  add ("another-year", test_another_year);
#undef add
  return g_test_run ();
}
