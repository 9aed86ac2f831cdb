/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that may belong to a household, or to a place and then to nobody: measures, steps, inspections. */
#include "small-county.h"

static gint64
insert_measure (TuceCounty *county, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) measure
      = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "measure"));
  TuceEdit *edit = tuce_edit_begin (county, "建措施", &error);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_no_error (error);
  if (household)
    tuce_record_set_integer (measure, "household_id", household);
  tuce_record_set_text (measure, "level", household ? "household" : "village");
  tuce_record_set_text (measure, "place", "511725109201");
  tuce_record_set_text (measure, "content", "通村路硬化");
  tuce_edit_insert (edit, measure, &error);
  g_assert_no_error (error);
  tuce_edit_watch (edit, "measure", measure->id);
  problems = tuce_edit_check (edit, &error);
  g_assert_no_error (error);
  g_assert_nonnull (problems);
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((TuceProblem *) problems->pdata[i])->severity, ==, TUCE_PROBLEM_WARNING);
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  return measure->id;
}

static guint
count_children (TuceCounty *county, gint64 household)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) children = tuce_county_children (county, "measure", household, &error);

  g_assert_no_error (error);
  return children->len;
}

static guint
count_history (TuceCounty *county, const char *entity, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = tuce_journal_history (county, entity, id, &error);

  g_assert_no_error (error);
  return lines->len;
}

static void
test_of_household (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 household = small_county_household (county, 0), other = small_county_household (county, 1);
  guint before = count_history (county, "household", household);
  g_autoptr (GError) error = NULL;

  insert_measure (county, household);
  g_assert_cmpuint (count_children (county, household), ==, 1);
  g_assert_cmpuint (count_children (county, other), ==, 0);
  g_assert_cmpuint (count_history (county, "household", household), ==, before + 1);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_cmpuint (count_children (county, household), ==, 0);
  small_county_remove (county, path);
}

static void
test_of_nobody (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 household = small_county_household (county, 0);
  guint before = count_history (county, "household", household);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) measure = NULL;
  gint64 id = insert_measure (county, 0);
  TuceEdit *edit;

  g_assert_cmpuint (count_children (county, household), ==, 0);
  g_assert_cmpuint (count_history (county, "household", household), ==, before);
  /* its history is its own */
  g_assert_cmpuint (count_history (county, "measure", id), ==, 1);
  measure = tuce_county_load (county, "measure", id, &error);
  tuce_record_set_text (measure, "progress", "已开工");
  edit = tuce_edit_begin (county, "改", &error);
  g_assert_true (tuce_edit_update (edit, measure, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_cmpuint (count_history (county, "measure", id), ==, 2);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_true (tuce_journal_redo (county, &error));
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  small_county_remove (county, path);
}

static gint64
count_found (TuceCounty *county, TuceQuery *query, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  tuce_query_set_search (query, text);
  tuce_query_count (query, county, NULL, &count, NULL, &error);
  g_assert_no_error (error);
  return count;
}

/* One looks for people by their names: what was done for them is no answer. */
static void
test_search (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");

  insert_measure (county, small_county_household (county, 0));
  g_assert_cmpint (count_found (county, query, "硬化"), ==, 0);
  g_assert_cmpint (count_found (county, query, "李1"), ==, 1);
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/belonging/household", test_of_household);
  g_test_add_func ("/belonging/nobody", test_of_nobody);
  g_test_add_func ("/belonging/search", test_search);
  return g_test_run ();
}
