/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "../register/ten-mistakes.h"
#include "run-cli.h"
#include "tuce-county.h"
#include "tuce-error.h"
#include "tuce-query.h"

static char *county;

static char *
bytes_of (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) text, length);
}

/* Opening @path fails with @status and one line that contains @word, and leaves the file as it was. */
static void
assert_refused (const char *path, int status, const char *word)
{
  g_autofree char *complaint = NULL;
  g_autofree char *before = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? bytes_of (path) : NULL;
  g_autofree char *after = NULL;
  const char *line_end;

  g_assert_cmpint (run_cli (NULL, &complaint, "undo", path, NULL), ==, status);
  g_assert_nonnull (strstr (complaint, word));
  line_end = strchr (complaint, '\n');
  g_assert_true (line_end && line_end[1] == '\0');
  after = before ? bytes_of (path) : NULL;
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_a_county (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "junk.tuce", NULL);
  g_autofree char *content = NULL;
  gsize length;

  assert_refused ("/nowhere/at/all.tuce", 3, "There is no file");
  assert_refused (g_get_tmp_dir (), 4, "folder");
  g_assert_true (g_file_set_contents (path, "junk", -1, NULL));
  assert_refused (path, 4, "not a Tuce county file");
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, 4, "not a Tuce county file");
  g_assert_true (g_file_get_contents (county, &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length / 2, NULL));
  assert_refused (path, 4, "cut short");
}

static void
test_newer_edition (void)
{
  g_autofree char *path = make_demo ("newer.tuce", 50);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (database);
  assert_refused (path, 4, "newer edition");
  g_assert_cmpint (run_cli (NULL, NULL, "info", path, NULL), ==, 0);
}

static void
test_second_writer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) holder = tuce_county_open (county, TUCE_OPEN_WRITE, &error);
  g_autofree char *complaint = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (run_cli (NULL, &complaint, "undo", county, NULL), ==, 4);
  g_assert_nonnull (strstr (complaint, "is being edited by"));
  g_assert_nonnull (strstr (complaint, g_get_host_name ()));
  g_assert_cmpint (run_cli (NULL, NULL, "info", county, NULL), ==, 0);
}

static void
test_input (void)
{
  static const struct
  {
    const char *words[6];
    int status;
  } calls[] = {
    { { "list", "FILE", "household", "--scope", "511799", NULL }, 3 },
    { { "list", "FILE", "nothing", NULL }, 3 },
    { { "list", "FILE", "household", "--where", "nofield=1", NULL }, 3 },
    { { "list", "FILE", "household", "--where", "status", NULL }, 2 },
    { { "list", "FILE", "household", "--columns", "nofield", NULL }, 3 },
    { { "list", "FILE", NULL }, 2 },
    { { "info", "FILE", "more", NULL }, 2 },
    { { "info", "FILE", "--nothing", NULL }, 2 },
    { { "map", "FILE", NULL }, 2 },
    { { "map", "FILE", "--size=10", "-o", "/dev/null", NULL }, 2 },
    { { "sheet", "FILE", "F99", "-o", "/dev/null", NULL }, 3 },
    { { "show", "FILE", "household", "0", NULL }, 3 },
    { { "set", "FILE", "township", "511725109", "short_name", NULL }, 2 },
    { { "set", "FILE", "township", "511725109", "nofield=1", NULL }, 3 },
    { { "set", "FILE", "township", "511725109", "name=", NULL }, 3 },
    { { "new", "FILE", "--county", "511725", NULL }, 3 },
    { { "set", "FILE", "household", "", "phone=", NULL }, 2 },
    { { "show", "FILE", "household", "", NULL }, 2 },
    { { "map", "FILE", "--size=-5x5", "-o", "/dev/null", NULL }, 2 },
    { { "map", "FILE", "--size=99999999999999999999x100", "-o", "/dev/null", NULL }, 2 },
    { { "list", "FILE", "household", "--year=1800", NULL }, 2 },
    { { "new", "FILE", "--county=511725", "--year=99999", NULL }, 2 },
    { { "nothing", "FILE", NULL }, 2 },
  };
  g_autofree char *before = bytes_of (county);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      const char *const *words = calls[i].words;
      int status;

      g_test_message ("%s %s %s %s", words[0], words[2], words[2] ? words[3] : "",
                      words[2] && words[3] ? words[4] : "");
      status = run_cli (NULL, NULL, words[0], county, words[2], words[2] ? words[3] : NULL,
                        words[2] && words[3] ? words[4] : NULL, NULL);
      g_assert_cmpint (status, ==, calls[i].status);
    }
  after = bytes_of (county);
  g_assert_cmpstr (before, ==, after);
}

/* One sentence on one line, for any wrong call. */
static void
test_sentences (void)
{
  g_autofree char *no_id = NULL, *size = NULL, *year = NULL;

  run_cli (NULL, &no_id, "set", county, "household", "", "phone=1", NULL);
  g_assert_nonnull (strstr (no_id, "Household: say which one"));
  run_cli (NULL, &size, "map", county, "--size=-5x5", "-o", "/dev/null", NULL);
  g_assert_nonnull (strstr (size, "“-5x5” is no size: write 1920x1080"));
  run_cli (NULL, &year, "list", county, "household", "--year=1800", NULL);
  g_assert_nonnull (strstr (year, "--year: 1800 must lie between 1990 and 2100"));
}

static gboolean
set_field (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autofree char *typed = ten_mistakes_typed (mistake, field);
  g_autofree char *assignment = g_strdup_printf ("%s=%s", field->name, typed);
  g_autofree char *complaint = NULL;
  int status = run_cli (NULL, &complaint, "set", county, field->entity->name, data, assignment, NULL);

  if (status == 0)
    return TRUE;
  g_assert_cmpint (status, ==, 3);
  g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, g_strchomp (complaint));
  return FALSE;
}

static void
test_ten_mistakes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) opened = tuce_county_open (county, TUCE_OPEN_READ, &error);
  const TuceEntity *household = tuce_dictionary_entity (tuce_county_get_dictionary (opened), "household");
  g_autoptr (TuceQuery) query = tuce_query_new (opened, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, opened, NULL, &error);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, 0));

  g_assert_no_error (error);
  g_assert_cmpuint (ten_mistakes_walk (household, "head_name village_code size first_ident exit_year", set_field, id), ==,
                    TEN_MISTAKES);
}

static void
limit_file_size (gpointer data)
{
  struct rlimit limit = { GPOINTER_TO_SIZE (data), GPOINTER_TO_SIZE (data) };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

/* Runs tuce-cli with the words up to NULL while no file can grow beyond @limit bytes, as on a full disk: it must print
   one sentence and exit with 4. */
static void
fails_without_room (gsize limit, const char *command, ...)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *prefix = g_strdup_printf ("tuce-cli %s: ", command);
  g_autofree char *err = NULL;
  va_list rest;

  g_ptr_array_add (words, (char *) g_getenv ("TUCE_CLI"));
  g_ptr_array_add (words, (char *) command);
  va_start (rest, command);
  for (char *word = va_arg (rest, char *); word; word = va_arg (rest, char *))
    g_ptr_array_add (words, word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  g_subprocess_launcher_set_child_setup (launcher, limit_file_size, GSIZE_TO_POINTER (limit), NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, &error);
  g_assert_no_error (error);
  g_test_message ("%s", err);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 4);
  g_assert_true (g_str_has_prefix (err, prefix));
  g_assert_true (strchr (err, '\n') == err + strlen (err) - 1);
}

/* The edit is refused, and the file is still complete. */
static void
test_disk_full (void)
{
  g_autofree char *path = make_demo ("full.tuce", 50);
  g_autoptr (GString) assignment = g_string_new ("short_name=");

  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (assignment, "%x", g_random_int ());
  fails_without_room (8192, "set", path, "township", "511725109", assignment->str, NULL);
  g_assert_cmpint (run_cli (NULL, NULL, "verify", path, NULL), ==, 0);
}

static void
is_old (const char *path)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

/* A file that can't be completed is not made, and a file that had its name stays. */
static void
test_disk_full_for_new_files (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "none.tuce", NULL);
  g_autofree char *making = g_strconcat (path, ".making", NULL);
  g_autofree char *png = g_build_filename (g_get_tmp_dir (), "map.png", NULL);
  g_autofree char *pdf = g_build_filename (g_get_tmp_dir (), "sheet.pdf", NULL);

  fails_without_room (100000, "demo", path, "--households", "50", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (making, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (png, "old", -1, NULL));
  g_assert_true (g_file_set_contents (pdf, "old", -1, NULL));
  fails_without_room (1000, "map", county, "-o", png, "--size", "640x480", NULL);
  is_old (png);
  fails_without_room (1000, "sheet", county, "F1", "--limit", "2", "-o", pdf, NULL);
  is_old (pdf);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  county = make_demo ("refusals.tuce", 100);
  g_test_add_func ("/refusals/not-a-county", test_not_a_county);
  g_test_add_func ("/refusals/newer-edition", test_newer_edition);
  g_test_add_func ("/refusals/second-writer", test_second_writer);
  g_test_add_func ("/refusals/input", test_input);
  g_test_add_func ("/refusals/sentences", test_sentences);
  g_test_add_func ("/refusals/ten-mistakes", test_ten_mistakes);
  g_test_add_func ("/refusals/disk-full", test_disk_full);
  g_test_add_func ("/refusals/disk-full-for-new-files", test_disk_full_for_new_files);
  return g_test_run ();
}
