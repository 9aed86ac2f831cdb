/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling gaps: measures are proposed, decided for one household or for all of a filter, listed by date, and ended;
   problems are closed. */
#include <string.h>

#include "../register/small-county.h"
#include "tuce-due-list.h"
#include "tuce-error.h"
#include "tuce-measures.h"
#include "tuce-statement.h"

static const char standard_text[] = "-- pack: small-standard\n-- kind: standard\n-- subject: household\n-- label: 小标准\n"
                                    "-- item: H1\n-- label: 收入\n-- department: 扶贫移民局\n"
                                    "-- measure: 务工介绍 @ 人社局\n-- measure: 产业奖补\n1\n"
                                    "-- item: H5\n-- label: 饮水\n-- department: 水务局\n-- measure: 打井\n1\n"
                                    "-- item: H7\n-- label: 电视\n-- department: 文广新局\n1\n";

typedef struct
{
  char *path;
  TuceCounty *county;
  TucePack *pack;
} Fixture;

static void
assess (Fixture *fixture, guint number, const char *results)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql
      = g_strdup_printf ("INSERT INTO household_assessment (household_id, year, results) VALUES (%" G_GINT64_FORMAT
                         ", 2018, '%s')",
                         small_county_household (fixture->county, number), results);

  tuce_statement_run (fixture->county, sql, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->county = small_county (&fixture->path, 8);
  fixture->pack = tuce_pack_parse (standard_text, "small-standard", &error);
  g_assert_no_error (error);
  assess (fixture, 0, "111");
  assess (fixture, 1, "010");
  assess (fixture, 2, "1-1");
  for (guint number = 3; number < 7; number++)
    assess (fixture, number, "101");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tuce_pack_unref (fixture->pack);
  small_county_remove (fixture->county, fixture->path);
}

static GPtrArray *
gaps_of (Fixture *fixture, guint number)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *gaps = tuce_measures_gaps (fixture->county, fixture->pack,
                                        small_county_household (fixture->county, number), NULL, &error);

  g_assert_no_error (error);
  return gaps;
}

static TuceRecord *
measure_of (Fixture *fixture, guint number, guint gap)
{
  g_autoptr (GPtrArray) gaps = gaps_of (fixture, number);
  g_autoptr (GError) error = NULL;
  TuceRecord *measure = tuce_measures_new (fixture->county, fixture->pack, gaps->pdata[gap],
                                           small_county_household (fixture->county, number), &error);

  g_assert_no_error (error);
  return measure;
}

static gint64
add_measure (Fixture *fixture, guint number, guint gap, const char *due)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  g_autoptr (GError) error = NULL;
  TuceRecord *measure = measure_of (fixture, number, gap);

  tuce_record_set_text (measure, "due_on", due);
  g_ptr_array_add (measures, measure);
  tuce_measures_add (fixture->county, measures, &error);
  g_assert_no_error (error);
  return measure->id;
}

static void
test_gaps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = gaps_of (fixture, 0);
  g_autoptr (GPtrArray) unchecked = gaps_of (fixture, 2);
  g_autoptr (GPtrArray) never = gaps_of (fixture, 7);
  g_autoptr (GPtrArray) gaps = gaps_of (fixture, 1);
  g_autoptr (TuceRecord) measure = NULL;
  gint64 id;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (unchecked->len, ==, 0);
  g_assert_cmpuint (never->len, ==, 0);
  /* two proposals for H1, none for H7, which is listed all the same */
  g_assert_cmpuint (gaps->len, ==, 3);
  measure = measure_of (fixture, 1, 0);
  g_assert_cmpstr (tuce_record_text (measure, "content"), ==, "务工介绍");
  g_assert_cmpstr (tuce_record_text (measure, "department"), ==, "人社局");
  g_assert_cmpstr (tuce_record_text (measure, "criterion"), ==, "H1");
  g_assert_cmpstr (tuce_record_text (measure, "level"), ==, "household");
  g_assert_cmpstr (tuce_record_text (measure, "place"), ==, "511725109202");
  g_clear_pointer (&measure, tuce_record_free);
  measure = measure_of (fixture, 1, 2);
  g_assert_cmpstr (tuce_record_text (measure, "department"), ==, "文广新局");

  id = add_measure (fixture, 1, 0, "2018-09-30");
  g_clear_pointer (&gaps, g_ptr_array_unref);
  gaps = gaps_of (fixture, 1);
  g_assert_cmpuint (gaps->len, ==, 1);
  /* a measure that was cancelled leaves the gap open again */
  tuce_measures_end (fixture->county, &id, 1, TUCE_MEASURE_CANCELLED, NULL, NULL);
  g_clear_pointer (&gaps, g_ptr_array_unref);
  gaps = gaps_of (fixture, 1);
  g_assert_cmpuint (gaps->len, ==, 3);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, "household");
  g_autoptr (TuceRecord) model
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "measure"));
  g_autoptr (TuceTargets) targets = NULL;
  TuceMeasureBatch *batch;
  gboolean done = FALSE;
  gint64 last;

  add_measure (fixture, 4, 0, "2018-09-30");
  targets = tuce_measures_targets (fixture->county, query, tuce_pack_rule (fixture->pack, "H5"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (targets->n_all, ==, 8);
  g_assert_cmpuint (targets->n_open, ==, 1);
  g_assert_cmpuint (targets->n_no_need, ==, 4);
  g_assert_cmpuint (targets->ids->len, ==, 3);

  tuce_record_set_text (model, "criterion", "H5");
  tuce_record_set_text (model, "content", "打井");
  last = tuce_journal_last (fixture->county, NULL);
  batch = tuce_measure_batch_new (fixture->county, targets->ids, model, &error);
  g_assert_no_error (error);
  while (!done)
    {
      tuce_measure_batch_continue (batch, 2, &done, &error);
      g_assert_no_error (error);
    }
  tuce_measure_batch_finish (batch, &error);
  g_assert_no_error (error);
  tuce_measure_batch_free (batch);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last + 1);
  {
    g_autofree char *label = tuce_journal_undo_label (fixture->county);

    g_assert_cmpstr (label, ==, "Add 3 measures");
  }
  g_clear_pointer (&targets, tuce_targets_free);
  targets = tuce_measures_targets (fixture->county, query, tuce_pack_rule (fixture->pack, "H5"), NULL, &error);
  g_assert_cmpuint (targets->n_open, ==, 4);
  g_assert_cmpuint (targets->ids->len, ==, 0);
  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
  g_clear_pointer (&targets, tuce_targets_free);
  targets = tuce_measures_targets (fixture->county, query, tuce_pack_rule (fixture->pack, "H5"), NULL, &error);
  g_assert_cmpuint (targets->ids->len, ==, 3);
}

static TuceDueList *
list_at (Fixture *fixture, const char *department, TuceDueFilter filter, const char *today)
{
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, "measure");
  g_autoptr (GError) error = NULL;
  TuceDueList *list = tuce_due_list (fixture->county, query, department, filter, today, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  gint64 later = add_measure (fixture, 3, 0, "2018-10-31");
  gint64 dateless = add_measure (fixture, 4, 0, NULL);
  gint64 sooner = add_measure (fixture, 5, 0, "2018-09-30");
  gint64 other = add_measure (fixture, 1, 0, "2018-12-31");
  g_autoptr (TuceDueList) at_the_day = list_at (fixture, NULL, TUCE_DUE_ALL, "2018-09-30");
  g_autoptr (TuceDueList) after = list_at (fixture, NULL, TUCE_DUE_ALL, "2018-10-01");
  g_autoptr (TuceDueList) water = NULL;
  g_autoptr (TuceDueList) open = NULL;
  g_autoptr (TuceDueList) overdue = list_at (fixture, NULL, TUCE_DUE_OVERDUE, "2018-10-01");

  g_assert_cmpuint (at_the_day->n_overdue, ==, 0);
  g_assert_cmpuint (after->n_overdue, ==, 1);
  g_assert_cmpuint (after->ids->len, ==, 4);
  g_assert_cmpuint (overdue->ids->len, ==, 1);
  g_assert_cmpint (g_array_index (after->ids, gint64, 0), ==, sooner);
  g_assert_cmpint (g_array_index (after->ids, gint64, 1), ==, later);
  g_assert_cmpint (g_array_index (after->ids, gint64, 2), ==, dateless);
  g_assert_cmpint (g_array_index (after->ids, gint64, 3), ==, other);
  g_assert_cmpstr (((TuceDepartment *) after->departments->pdata[0])->name, ==, "水务局");
  g_assert_cmpuint (((TuceDepartment *) after->departments->pdata[0])->n_open, ==, 3);

  tuce_measures_end (fixture->county, &sooner, 1, TUCE_MEASURE_DONE, "2018-10-01", NULL);
  water = list_at (fixture, "水务局", TUCE_DUE_ALL, "2018-10-01");
  g_assert_cmpuint (water->ids->len, ==, 3);
  g_assert_cmpuint (water->n_overdue, ==, 0);
  g_assert_cmpint (g_array_index (water->ids, gint64, 2), ==, sooner);
  g_assert_cmpuint (water->departments->len, ==, 2);
  open = list_at (fixture, "水务局", TUCE_DUE_OPEN, "2018-10-01");
  g_assert_cmpuint (open->ids->len, ==, 2);
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[] = { add_measure (fixture, 3, 0, NULL), add_measure (fixture, 4, 0, NULL) };
  gint64 last = tuce_journal_last (fixture->county, NULL);
  g_autoptr (TuceRecord) record = NULL;

  g_assert_false (tuce_measures_end (fixture->county, ids, 2, TUCE_MEASURE_DONE, NULL, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  tuce_measures_end (fixture->county, ids, 2, TUCE_MEASURE_DONE, "2018-10-01", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tuce_journal_last (fixture->county, NULL), ==, last + 1);
  record = tuce_county_load (fixture->county, "measure", ids[1], NULL);
  g_assert_cmpstr (tuce_record_text (record, "done_on"), ==, "2018-10-01");
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) problem
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "problem"));
  TuceEdit *edit = tuce_edit_begin (fixture->county, "问题", &error);

  tuce_record_set_text (problem, "source", "audit");
  tuce_record_set_text (problem, "description", "住房面积超标");
  tuce_edit_insert (edit, problem, &error);
  g_assert_no_error (error);
  tuce_edit_commit (edit, &error);

  g_assert_false (tuce_problem_close (fixture->county, problem->id, "2018-10-01", "", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (tuce_problem_close (fixture->county, problem->id, NULL, "王科长", &error));
  g_clear_error (&error);
  tuce_problem_close (fixture->county, problem->id, "2018-10-01", "王科长", &error);
  g_assert_no_error (error);
  g_clear_pointer (&problem, tuce_record_free);
  problem = NULL;
  tuce_journal_undo (fixture->county, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/measures/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("gaps", test_gaps);
  ADD ("all", test_all);
  ADD ("due", test_due);
  ADD ("end", test_end);
  ADD ("close", test_close);
  return g_test_run ();
}
