/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening and refusing county files. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "small-county.h"
#include "tuce-data.h"
#include "tuce-draft.h"
#include "tuce-error.h"

static void
refused (const char *path, TuceError code)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_open (path, TUCE_OPEN_WRITE_OR_READ, &error);

  g_assert_null (county);
  g_assert_error (error, TUCE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "tuce-test"));
}

static void
test_refuses_what_is_no_county (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tuce-test.tuce", NULL);
  g_autofree char *after = NULL;

  refused (folder, TUCE_ERROR_NOT_A_COUNTY);
  refused (path, TUCE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_file_set_contents (path, "", 0, NULL);
  refused (path, TUCE_ERROR_NOT_A_COUNTY);
  g_file_set_contents (path, "户主,成员\n", -1, NULL);
  refused (path, TUCE_ERROR_NOT_A_COUNTY);
  g_file_get_contents (path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, "户主,成员\n");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refuses_a_truncated_file (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 60);
  g_autoptr (GError) error = NULL;

  tuce_county_close (county);
  g_assert_cmpint (truncate (path, 40960), ==, 0);
  g_assert_null (tuce_county_open (path, TUCE_OPEN_WRITE_OR_READ, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_NOT_A_COUNTY);
  small_county_remove (county, path);
}

static void
test_second_writer_reads_and_names_the_holder (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) second = tuce_county_open (path, TUCE_OPEN_WRITE_OR_READ, &error);

  g_assert_no_error (error);
  g_assert_false (tuce_county_is_writable (second));
  g_assert_nonnull (strstr (tuce_county_read_only_reason (second), g_get_user_name ()));
  g_assert_null (tuce_edit_begin (second, "x", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (tuce_county_open (path, TUCE_OPEN_WRITE, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);

  tuce_county_close (county);
  {
    g_autoptr (TuceCounty) third = tuce_county_open (path, TUCE_OPEN_WRITE, &error);

    g_assert_no_error (error);
    g_assert_true (tuce_county_is_writable (third));
  }
  g_clear_object (&second);
  small_county_remove (county, path);
}

static void
test_newer_file_is_read_only (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) newer = NULL;
  guint8 version[4] = { 0, 0, 0, 99 };
  FILE *file;

  tuce_county_close (county);
  file = g_fopen (path, "r+b");
  fseek (file, 60, SEEK_SET); /* user_version in the SQLite header */
  fwrite (version, 1, sizeof version, file);
  fclose (file);
  newer = tuce_county_open (path, TUCE_OPEN_WRITE_OR_READ, &error);
  g_assert_no_error (error);
  g_assert_false (tuce_county_is_writable (newer));
  g_assert_nonnull (strstr (tuce_county_read_only_reason (newer), "newer"));
  g_clear_object (&newer);
  small_county_remove (county, path);
}

static void
copy_data (const char *to)
{
  g_autofree char *from = tuce_data_path ("dictionary", NULL);
  g_autofree char *parent = g_path_get_dirname (from);
  const char *argv[] = { "cp", "-r", parent, to, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static void
add_field (const char *data)
{
  g_autofree char *path = g_build_filename (data, "dictionary", "household.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *longer = NULL;
  char *first_line;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* after the heading, so that it is not the last column by chance */
  first_line = strchr (text, '\n') + 1;
  longer = g_strdup_printf ("%.*sbeehives,Beehives,蜂箱数,integer,,hives,箱,,,0,500,open,,,,,,,\n%s",
                            (int) (first_line - text), text, first_line);
  g_assert_true (g_file_set_contents (path, longer, -1, NULL));
}

static void
test_takes_up_a_new_field (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-data-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  const char *remove[] = { "rm", "-rf", folder, NULL };
  char *path;
  TuceCounty *county = small_county (&path, 3);
  gint64 id = small_county_household (county, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  TuceEdit *edit;

  tuce_county_close (county);
  g_object_unref (county);
  copy_data (data);
  add_field (data);
  tuce_data_set_directory (data);
  county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);

  record = tuce_county_load (county, "household", id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_record_text (record, "head_name"), ==, "张1");
  g_assert_false (tuce_record_has (record, "beehives"));
  tuce_record_set_integer (record, "beehives", 12);
  edit = tuce_edit_begin (county, "蜂箱", &error);
  g_assert_no_error (error);
  g_assert_true (tuce_edit_update (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));

  /* old entries still follow each other, and the old edit can still be taken back */
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_no_error (error);
  g_assert_null (tuce_county_load (county, "household", id, NULL));
  tuce_data_set_directory (NULL);
  small_county_remove (county, path);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* What the program asks for by name is missed when the dictionary is loaded, not in the middle of somebody's work. */
static void
test_needed_field_is_missed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-data-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *table = g_build_filename (data, "dictionary", "needed.csv", NULL);
  const char *remove[] = { "rm", "-rf", folder, NULL };
  g_autoptr (GError) error = NULL;

  copy_data (data);
  g_assert_true (g_file_set_contents (table, "entity,fields\nhousehold,phone beehives\n", -1, NULL));
  tuce_data_set_directory (data);
  g_assert_null (tuce_dictionary_load (&error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "household.beehives"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (table, "entity,fields,roles\nmember,name,title position\n", -1, NULL));
  g_assert_null (tuce_dictionary_load (&error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "member.position"));
  tuce_data_set_directory (NULL);
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
test_draft_survives_closing (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (tuce_draft_keep (county, "household", 7, "phone=138", &error));
  tuce_county_close (county);
  g_object_unref (county);
  county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  content = tuce_draft_find (county, "household", 7, NULL);
  g_assert_cmpstr (content, ==, "phone=138");
  g_assert_true (tuce_draft_drop (county, "household", 7, &error));
  g_assert_null (tuce_draft_find (county, "household", 7, NULL));
  small_county_remove (county, path);
}

static void
is_there (const char *path, const char *ending, gboolean there)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);

  g_assert_cmpint (g_file_test (file, G_FILE_TEST_EXISTS), ==, there);
}

static void
test_appears_when_finished (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tuce-test.tuce", NULL);
  g_autofree char *left = g_strconcat (path, ".making", NULL);
  g_autoptr (GError) error = NULL;
  TuceCounty *county;

  /* what a killed program left is no hindrance */
  g_file_set_contents (left, "half", -1, NULL);
  county = tuce_county_begin (path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_county_get_path (county), ==, path);
  is_there (path, "", FALSE);
  is_there (path, ".making", TRUE);

  /* nobody else can make it at the same time */
  g_assert_null (tuce_county_begin (path, "511725", "渠县", 2018, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_clear_error (&error);
  is_there (path, ".making", TRUE);

  g_assert_true (tuce_county_finish (county, &error));
  g_assert_no_error (error);
  is_there (path, "", TRUE);
  is_there (path, ".making", FALSE);
  g_assert_true (tuce_county_is_writable (county));
  g_assert_null (tuce_county_open (path, TUCE_OPEN_WRITE, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_HELD);
  g_object_unref (county);
  tuce_county_discard (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unfinished_leaves_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tuce-test.tuce", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_begin (path, "511725", "渠县", 2018, &error);

  g_assert_no_error (error);
  g_object_unref (county);
  is_there (path, ".making", FALSE);
  is_there (path, ".lock", FALSE);

  /* a file that came there meanwhile is somebody's */
  county = tuce_county_begin (path, "511725", "渠县", 2018, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, "mine", -1, NULL);
  g_assert_false (tuce_county_finish (county, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_object_unref (county);
  g_file_get_contents (path, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "mine");
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What any other program that knows SQLite does, for instance one that makes backups: open, look, close. */
static int
look_and_close (const char *path)
{
  sqlite3 *db;
  gboolean looked = sqlite3_open (path, &db) == SQLITE_OK
                    && sqlite3_exec (db, "SELECT count (*) FROM household", NULL, NULL, NULL) == SQLITE_OK;

  return sqlite3_close (db) == SQLITE_OK && looked ? 0 : 1;
}

/* A reader that comes and goes beside the writer must not take the writer's locks along: another program would believe
 * itself alone with the file and delete the log with what was saved last. */
static void
test_others_leave_the_log (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 3);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (county, &error);
  g_autoptr (TuceRecord) household = tuce_county_load (county, "household", small_county_household (county, 1), &error);
  g_autoptr (TuceRecord) after = NULL;
  g_autoptr (TuceCounty) again = NULL;
  char *arguments[] = { program, "--look-and-close", path, NULL };
  TuceEdit *edit;
  int status;

  g_assert_no_error (error);
  tuce_county_close (reader);
  g_clear_object (&reader);
  edit = tuce_edit_begin (county, "a phone", &error);
  tuce_record_set_text (household, "phone", "13900001111");
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_commit (edit, &error));

  g_assert_true (g_spawn_sync (NULL, arguments, NULL, 0, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  again = tuce_county_open (path, TUCE_OPEN_READ, &error);
  g_assert_no_error (error);
  after = tuce_county_load (again, "household", household->id, &error);
  g_assert_cmpstr (tuce_record_text (after, "phone"), ==, "13900001111");
  tuce_county_close (again);
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--look-and-close"))
    return look_and_close (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/county/refuses-what-is-no-county", test_refuses_what_is_no_county);
  g_test_add_func ("/county/refuses-a-truncated-file", test_refuses_a_truncated_file);
  g_test_add_func ("/county/second-writer", test_second_writer_reads_and_names_the_holder);
  g_test_add_func ("/county/newer-file", test_newer_file_is_read_only);
  g_test_add_func ("/county/new-field", test_takes_up_a_new_field);
  g_test_add_func ("/county/needed-field-is-missed", test_needed_field_is_missed);
  g_test_add_func ("/county/draft", test_draft_survives_closing);
  g_test_add_func ("/county/others-leave-the-log", test_others_leave_the_log);
  g_test_add_func ("/county/appears-when-finished", test_appears_when_finished);
  g_test_add_func ("/county/unfinished-leaves-nothing", test_unfinished_leaves_nothing);
  return g_test_run ();
}
