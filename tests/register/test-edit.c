/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits, their checks, undo and redo, history, and the journal that holds it all. */
#include <sqlite3.h>
#include <string.h>

#include "small-county.h"
#include "tuce-error.h"

static void
set_phone (TuceCounty *county, gint64 id, const char *phone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, &error);
  TuceEdit *edit = tuce_edit_begin (county, "改正 1 户的电话", &error);

  g_assert_no_error (error);
  tuce_record_set_text (record, "phone", phone);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
}

static void
assert_phone (TuceCounty *county, gint64 id, const char *phone)
{
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, NULL);

  g_assert_cmpstr (tuce_record_text (record, "phone"), ==, phone);
}

static void
assert_verified (TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = tuce_verify (county, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_done_undone_redone_across_closing (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  set_phone (county, id, "13911111111");
  set_phone (county, id, "13922222222");
  tuce_county_close (county);
  g_object_unref (county);
  county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);

  label = tuce_journal_undo_label (county);
  g_assert_cmpstr (label, ==, "改正 1 户的电话");
  g_assert_true (tuce_journal_undo (county, &error));
  assert_phone (county, id, "13911111111");
  g_assert_true (tuce_journal_undo (county, &error));
  assert_phone (county, id, "13800000000");
  g_assert_true (tuce_journal_redo (county, &error));
  assert_phone (county, id, "13911111111");

  /* a new edit ends what could be made again */
  set_phone (county, id, "13933333333");
  g_assert_false (tuce_journal_redo (county, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (tuce_journal_undo (county, &error));
  assert_phone (county, id, "13911111111");
  assert_verified (county);
  small_county_remove (county, path);
}

static void
test_abort_and_empty_edits_leave_nothing (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, NULL);
  g_autoptr (GPtrArray) before = tuce_journal_list (county, 100, NULL);
  g_autoptr (GPtrArray) after = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "x", &error);

  tuce_record_set_text (record, "phone", "13999999999");
  g_assert_true (tuce_edit_update (edit, record, &error));
  tuce_edit_abort (edit);
  assert_phone (county, id, "13800000000");

  set_phone (county, id, "13800000000");
  after = tuce_journal_list (county, 100, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  small_county_remove (county, path);
}

static void
test_history_says_who_when_what (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 id = small_county_household (county, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = tuce_county_children (county, "member", id, &error);
  g_autoptr (GPtrArray) lines = NULL;
  TuceHistoryLine *line;
  TuceEdit *edit;

  set_phone (county, id, "13911111111");
  edit = tuce_edit_begin (county, "去掉 1 人", &error);
  g_assert_true (tuce_edit_delete (edit, "member", ((TuceRecord *) members->pdata[1])->id, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  set_phone (county, small_county_household (county, 2), "13955555555");

  lines = tuce_journal_history (county, "household", id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 6); /* member gone, phone, and household, two members, year made */
  line = lines->pdata[0];
  g_assert_cmpint (line->kind, ==, TUCE_CHANGE_DELETE);
  g_assert_cmpstr (line->entity->name, ==, "member");
  line = lines->pdata[1];
  g_assert_cmpstr (line->field->name, ==, "phone");
  g_assert_cmpstr (line->from, ==, "13800000000");
  g_assert_cmpstr (line->to, ==, "13911111111");
  g_assert_cmpstr (line->entry->user, ==, g_get_user_name ());
  g_assert_cmpuint (strlen (line->entry->at), ==, strlen ("2018-07-23T09:41:07+08:00"));
  small_county_remove (county, path);
}

static TuceProblem *
find_problem (GPtrArray *problems, const char *field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      TuceProblem *problem = problems->pdata[i];

      if (g_str_equal (problem->field->name, field))
        return problem;
    }
  return NULL;
}

static void
test_checks_name_the_field (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) unwritten = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "x", &error);
  TuceProblem *problem;

  tuce_record_set_text (record, "phone", "123");
  tuce_record_set_integer (record, "size", 5);
  g_assert_true (tuce_edit_update (edit, record, &error));
  problems = tuce_edit_check (edit, &error);
  g_assert_no_error (error);
  problem = find_problem (problems, "phone");
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->severity, ==, TUCE_PROBLEM_ERROR);
  g_assert_nonnull (strstr (problem->sentence, problem->field->label_en));
  problem = find_problem (problems, "size");
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->severity, ==, TUCE_PROBLEM_WARNING);
  g_assert_cmpstr (problem->expected, ==, "2");
  g_assert_false (tuce_edit_commit (edit, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, find_problem (problems, "phone")->sentence);
  g_clear_error (&error);
  assert_phone (county, id, "13800000000");
  edit = tuce_edit_begin (county, "x", &error);
  tuce_edit_set_bulk (edit);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));

  /* the same phone is only a warning to whoever edits something else */
  edit = tuce_edit_begin (county, "y", &error);
  tuce_edit_watch (edit, "household", id);
  unwritten = tuce_edit_check (edit, &error);
  problem = find_problem (unwritten, "phone");
  g_assert_cmpint (problem->severity, ==, TUCE_PROBLEM_WARNING);
  tuce_edit_abort (edit);
  small_county_remove (county, path);
}

static void
test_table_refuses_what_it_cannot_hold (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 2);
  gint64 id = small_county_household (county, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, NULL);
  TuceEdit *edit = tuce_edit_begin (county, "x", &error);

  tuce_record_set_text (record, "status", "77");
  g_assert_false (tuce_edit_update (edit, record, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, tuce_entity_field (record->entity, "status")->label_en));
  g_clear_error (&error);
  g_assert_false (tuce_edit_delete (edit, "household", id, &error)); /* its members still refer to it */
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  tuce_edit_abort (edit);
  small_county_remove (county, path);
}

/* Writes behind the program's back, as somebody with the sqlite3 shell would. */
static void
alter (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
assert_found (const char *sql)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  set_phone (county, small_county_household (county, 0), "13911111111");
  assert_verified (county);
  tuce_county_close (county);
  g_object_unref (county);
  alter (path, sql);
  county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, >, 0);
  small_county_remove (county, path);
}

static void
test_verify_finds_what_was_altered (void)
{
  assert_found ("UPDATE household SET size = 9 WHERE hh_no = '00000001'");
  assert_found ("DELETE FROM member WHERE name = '李1'");
  assert_found ("INSERT INTO village (id, code, name, short_name, township_code) VALUES"
                " (5, '511725109299', 'x', 'x', '511725109')");
  assert_found ("UPDATE journal SET user = 'other' WHERE sequence = 1");
  assert_found ("DELETE FROM journal WHERE sequence = 1");
}

static void
count_rows (TuceCounty *county, TuceChangeSet *changes, gpointer data)
{
  *(guint *) data += changes->rows->len;
}

static void
test_changed_tells_the_rows (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  g_autoptr (GError) error = NULL;
  guint rows = 0;

  g_signal_connect (county, "changed", G_CALLBACK (count_rows), &rows);
  set_phone (county, small_county_household (county, 0), "13911111111");
  g_assert_cmpuint (rows, ==, 1);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_cmpuint (rows, ==, 2);
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/done-undone-redone", test_done_undone_redone_across_closing);
  g_test_add_func ("/edit/abort-and-empty", test_abort_and_empty_edits_leave_nothing);
  g_test_add_func ("/edit/history", test_history_says_who_when_what);
  g_test_add_func ("/edit/checks", test_checks_name_the_field);
  g_test_add_func ("/edit/table-refuses", test_table_refuses_what_it_cannot_hold);
  g_test_add_func ("/edit/verify", test_verify_finds_what_was_altered);
  g_test_add_func ("/edit/changed", test_changed_tells_the_rows);
  return g_test_run ();
}
