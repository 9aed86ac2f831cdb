/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields the register works out itself, dates in order, and the one record of a parent: by sites and relocations. */
#include "small-county.h"

static TuceRecord *
fresh (TuceCounty *county, const char *entity)
{
  return tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), entity));
}

static gint64
add_site (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) site = fresh (county, "site");
  TuceEdit *edit = tuce_edit_begin (county, "建安置点", &error);

  tuce_record_set_text (site, "name", "双桥安置点");
  tuce_record_set_text (site, "village_code", "511725201204");
  tuce_record_set_text (site, "started_on", "2017-03-01");
  tuce_record_set_text (site, "allotted_on", "2018-01-10");
  g_assert_true (tuce_edit_insert (edit, site, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  return site->id;
}

static gint64
add_relocation (TuceCounty *county, gint64 household, gint64 site, const char *moved_in_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) relocation = fresh (county, "relocation");
  TuceEdit *edit = tuce_edit_begin (county, "登记搬迁", &error);

  tuce_record_set_integer (relocation, "household_id", household);
  tuce_record_set_integer (relocation, "people", 2);
  tuce_record_set_integer (relocation, "site_id", site);
  tuce_record_set_text (relocation, "moved_in_on", moved_in_on);
  g_assert_true (tuce_edit_insert (edit, relocation, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  return relocation->id;
}

static void
set (TuceCounty *county, const char *entity, gint64 id, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, entity, id, &error);
  TuceEdit *edit = tuce_edit_begin (county, "改", &error);

  tuce_edit_set_bulk (edit); /* as an old file may have it */
  tuce_record_set_text (record, field, text);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
}

static void
assert_stage (TuceCounty *county, const char *entity, gint64 id, const char *stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, entity, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tuce_record_text (record, "stage"), ==, stage);
}

static void
test_site_follows_households (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 site = add_site (county);
  gint64 one = add_relocation (county, small_county_household (county, 0), site, "2018-03-01");
  gint64 two;
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  assert_stage (county, "relocation", one, "MOVEIN");
  assert_stage (county, "site", site, "MOVEIN");
  two = add_relocation (county, small_county_household (county, 1), site, NULL);
  assert_stage (county, "relocation", two, "APPROVED");
  assert_stage (county, "site", site, "ALLOT");
  set (county, "relocation", two, "moved_in_on", "2018-04-01");
  assert_stage (county, "site", site, "MOVEIN");
  tuce_journal_undo (county, &error);
  g_assert_no_error (error);
  assert_stage (county, "relocation", two, "APPROVED");
  assert_stage (county, "site", site, "ALLOT");
  edit = tuce_edit_begin (county, "删除搬迁登记", &error);
  g_assert_true (tuce_edit_delete (edit, "relocation", two, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  assert_stage (county, "site", site, "MOVEIN");
  small_county_remove (county, path);
}

/* A household that goes from one site to another changes both. */
static void
test_both_sites (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 from = add_site (county), to = add_site (county);
  gint64 id = add_relocation (county, small_county_household (county, 0), from, "2018-03-01");
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) relocation = tuce_county_load (county, "relocation", id, &error);
  TuceEdit *edit = tuce_edit_begin (county, "改点", &error);

  tuce_record_set_integer (relocation, "site_id", to);
  g_assert_true (tuce_edit_update (edit, relocation, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  assert_stage (county, "site", from, "ALLOT");
  assert_stage (county, "site", to, "MOVEIN");
  small_county_remove (county, path);
}

static void
test_by_hand (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  gint64 site = add_site (county);

  set (county, "site", site, "stage", "FOLLOW"); /* nobody's to type */
  assert_stage (county, "site", site, "ALLOT");
  set (county, "site", site, "stage_set", "INFRA");
  assert_stage (county, "site", site, "INFRA");
  set (county, "site", site, "stage_set", NULL);
  set (county, "site", site, "allotted_on", NULL);
  assert_stage (county, "site", site, "START");
  small_county_remove (county, path);
}

/* Gives how bad the order of dates is after @field got @day: -1 for not at all. */
static int
try_day (TuceCounty *county, gint64 id, const char *field, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "relocation", id, &error);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "改日期", &error);
  g_autoptr (GPtrArray) problems = NULL;
  int worst = -1;

  tuce_record_set_text (record, field, day);
  g_assert_true (tuce_edit_update (edit, record, &error));
  problems = tuce_edit_check (edit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    {
      TuceProblem *problem = problems->pdata[i];

      if (problem->field->type == TUCE_FIELD_DATE && g_str_equal (problem->field->entity->name, "relocation"))
        worst = MAX (worst, (int) problem->severity);
    }
  return worst;
}

static void
test_order_of_dates (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  gint64 id = add_relocation (county, small_county_household (county, 0), add_site (county), "2018-03-01");

  g_assert_cmpint (try_day (county, id, "keys_on", "2018-03-01"), ==, -1); /* the same day is in order */
  g_assert_cmpint (try_day (county, id, "keys_on", "2018-03-02"), ==, TUCE_PROBLEM_ERROR);
  g_assert_cmpint (try_day (county, id, "started_on", "2018-03-02"), ==, TUCE_PROBLEM_ERROR); /* over the gap */
  g_assert_cmpint (try_day (county, id, "demolished_on", "2018-02-01"), ==, -1); /* a rule warns of that */
  set (county, "relocation", id, "started_on", "2018-05-01"); /* however it got there */
  g_assert_cmpint (try_day (county, id, "remark", "看过"), ==, TUCE_PROBLEM_WARNING);
  small_county_remove (county, path);
}

static void
test_path_to_the_one_record (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 site = add_site (county);
  gint64 household = small_county_household (county, 1);
  static const char *const columns[] = { "relocation.stage", "relocation.site.name", NULL };
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (TuceRows) rows = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  add_relocation (county, household, site, "2018-03-01");
  g_assert_true (tuce_query_set_columns (query, columns, &error));
  g_assert_true (tuce_query_add_condition (query, "relocation.stage", TUCE_IS, "MOVEIN", &error));
  ids = tuce_query_ids (query, county, NULL, &error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, household);
  rows = tuce_query_fetch (query, county, &household, 1, &error);
  g_assert_cmpstr (tuce_rows_value (rows, 0, 1)->text, ==, "双桥安置点");
  /* and no second one */
  {
    g_autoptr (TuceRecord) second = fresh (county, "relocation");
    g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "登记搬迁", &error);

    tuce_record_set_integer (second, "household_id", household);
    tuce_record_set_integer (second, "people", 1);
    g_assert_false (tuce_edit_insert (edit, second, &error));
  }
  small_county_remove (county, path);
}

static guint
count_found (TuceCounty *county, const char *text)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  tuce_query_set_search (query, text);
  ids = tuce_query_ids (query, county, NULL, &error);
  g_assert_no_error (error);
  return ids->len;
}

/* A search is for people: codes of a stage and sums of a photo's bytes lead to nobody. */
static void
test_search_is_for_people (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 household = small_county_household (county, 0);
  g_autoptr (TuceRecord) photo = fresh (county, "photo");
  g_autoptr (GError) error = NULL;
  TuceEdit *edit;

  add_relocation (county, household, add_site (county), "2018-03-01");
  edit = tuce_edit_begin (county, "添加照片", &error);
  tuce_record_set_integer (photo, "household_id", household);
  tuce_record_set_text (photo, "kind", "before");
  tuce_record_set_text (photo, "hash", "deadbeef");
  g_assert_true (tuce_edit_insert (edit, photo, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_cmpuint (count_found (county, "MOVEIN"), ==, 0);
  g_assert_cmpuint (count_found (county, "beef"), ==, 0);
  g_assert_cmpuint (count_found (county, "before"), ==, 0);
  g_assert_cmpuint (count_found (county, "李"), ==, 3); /* members are people */
  small_county_remove (county, path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/kept/site-follows-households", test_site_follows_households);
  g_test_add_func ("/register/kept/both-sites", test_both_sites);
  g_test_add_func ("/register/kept/by-hand", test_by_hand);
  g_test_add_func ("/register/kept/order-of-dates", test_order_of_dates);
  g_test_add_func ("/register/kept/path", test_path_to_the_one_record);
  g_test_add_func ("/register/kept/search", test_search_is_for_people);
  return g_test_run ();
}
