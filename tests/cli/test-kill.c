/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "run-cli.h"
#include "tuce-edit.h"
#include "tuce-journal.h"
#include "tuce-query.h"

/* The promise: an edit that was reported saved is there after kill -9 at any moment, and the file verifies.
 * A child edits and reports each edit on a pipe, before ("try") and after ("saved") it is made. */

#define EDITS 200
#define ROUNDS 25
#define MAKINGS 12

static GArray *
ids_of (TuceCounty *county, const char *entity)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  g_autoptr (GError) error = NULL;
  GArray *ids = tuce_query_ids (query, county, NULL, &error);

  g_assert_no_error (error);
  return ids;
}

/* One random edit: a phone, and half the time one more member in the same edit. */
static void
edit_once (TuceCounty *county, GArray *households)
{
  gint64 id = g_array_index (households, gint64, g_random_int_range (0, (int) households->len));
  g_autofree char *phone = g_strdup_printf ("138%08d", g_random_int_range (0, 100000000));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) household = tuce_county_load (county, "household", id, &error);
  TuceEdit *edit;

  g_assert_no_error (error);
  g_print ("try %" G_GINT64_FORMAT " %s\n", id, phone);
  edit = tuce_edit_begin (county, "Correct a phone", &error);
  g_assert_no_error (error);
  tuce_record_set_text (household, "phone", phone);
  tuce_edit_update (edit, household, &error);
  g_assert_no_error (error);
  if (g_random_boolean ())
    {
      g_autoptr (TuceRecord) member
          = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "member"));

      tuce_record_set_integer (member, "household_id", id);
      tuce_record_set_text (member, "name", phone);
      tuce_edit_insert (edit, member, &error);
      g_assert_no_error (error);
    }
  tuce_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_print ("saved %" G_GINT64_FORMAT " %s\n", id, phone);
}

static int
edit_until_killed (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (GArray) households = NULL;

  g_assert_no_error (error);
  households = ids_of (county, "household");
  for (;;)
    edit_once (county, households);
  return 0;
}

/* Takes the reports of one child into @saved (id → phone) and @tried. Returns: how many edits were saved. */
static guint
read_reports (const char *reports, GHashTable *saved, char **tried)
{
  g_auto (GStrv) lines = g_strsplit (reports, "\n", -1);
  guint n = 0;

  g_clear_pointer (tried, g_free);
  /* What follows the last line end was cut off by the kill. */
  for (guint i = 0; lines[i] && lines[i + 1]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      if (g_str_equal (words[0], "try"))
        {
          g_free (*tried);
          *tried = g_strdup (words[2]);
          continue;
        }
      g_hash_table_replace (saved, g_strdup (words[1]), g_strdup (words[2]));
      g_clear_pointer (tried, g_free);
      n++;
    }
  return n;
}

static void
assert_nothing_lost (const char *path, GHashTable *saved, const char *tried)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (GPtrArray) faults = NULL;
  GHashTableIter iter;
  gpointer id, phone;

  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, saved);
  while (g_hash_table_iter_next (&iter, &id, &phone))
    {
      g_autoptr (TuceRecord) household
          = tuce_county_load (county, "household", g_ascii_strtoll (id, NULL, 10), &error);

      g_assert_no_error (error);
      /* The kill may have come between the saving of the last edit and its report. */
      if (tried && g_str_equal (tuce_record_text (household, "phone"), tried))
        g_hash_table_iter_replace (&iter, g_strdup (tried));
      else
        g_assert_cmpstr (tuce_record_text (household, "phone"), ==, phone);
    }
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static guint
edit_and_kill (const char *path, GHashTable *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                                    "/proc/self/exe", "--edit", path, NULL);
  GInputStream *pipe;
  g_autoptr (GString) reports = g_string_new (NULL);
  g_autofree char *tried = NULL;
  gint64 end = 0;
  char chunk[4096];
  gssize n;
  guint n_saved;

  g_assert_no_error (error);
  pipe = g_subprocess_get_stdout_pipe (child);
  /* The first report says that it is under way; the kill then comes within the next few edits. */
  while ((n = g_input_stream_read (pipe, chunk, sizeof chunk, NULL, &error)) > 0)
    {
      g_string_append_len (reports, chunk, n);
      if (!end)
        {
          end = 1;
          g_usleep ((gulong) g_random_int_range (0, 60000));
          g_subprocess_send_signal (child, SIGKILL);
        }
    }
  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  n_saved = read_reports (reports->str, saved, &tried);
  assert_nothing_lost (path, saved, tried);
  return n_saved;
}

static void
test_kill (void)
{
  g_autofree char *path = make_demo ("kill.tuce", 60);
  g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_saved = 0, round = 0;

  while (n_saved < EDITS || round < ROUNDS)
    {
      n_saved += edit_and_kill (path, saved);
      round++;
      g_assert_cmpuint (round, <, 2000);
    }
  g_test_message ("%u edits saved over %u kills", n_saved, round);
}

/* Makes the demo at @path, and kills the making @delay µs after its file has appeared; 0: as soon as it has its name. */
static void
make_and_kill (const char *path, gulong delay)
{
  g_autofree char *making = g_strconcat (path, ".making", NULL);
  const char *awaited = delay ? making : path;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_getenv ("TUCE_CLI"), "demo", path,
                          "--households", "2000", NULL);

  g_assert_no_error (error);
  while (!g_file_test (awaited, G_FILE_TEST_EXISTS))
    g_usleep (200);
  g_usleep (delay);
  g_subprocess_send_signal (child, SIGKILL);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What lies there of the county half.tuce. */
static char *
names_in_tmp (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    if (g_str_has_prefix (name, "half"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* A making that is killed leaves no county, or a whole one, and the next try is not hindered by what is left. */
static void
test_kill_while_making (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "half.tuce", NULL);
  g_autofree char *names = NULL;
  gint64 start = g_get_monotonic_time (), whole;
  guint n_absent = 0;

  g_assert_cmpint (run_cli (NULL, NULL, "demo", path, "--households", "2000", NULL), ==, 0);
  whole = g_get_monotonic_time () - start;
  tuce_county_discard (path);
  for (guint i = 0; i < MAKINGS; i++)
    {
      make_and_kill (path, (gulong) (whole * i / MAKINGS));
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_assert_cmpint (run_cli (NULL, NULL, "verify", path, NULL), ==, 0);
          tuce_county_discard (path);
        }
      else
        n_absent++;
    }
  g_test_message ("%u of %u makings left no county", n_absent, MAKINGS);
  g_assert_cmpuint (n_absent, >, 0);
  g_assert_cmpuint (n_absent, <, MAKINGS);
  g_assert_cmpint (run_cli (NULL, NULL, "demo", path, "--households", "50", NULL), ==, 0);
  names = names_in_tmp ();
  g_assert_cmpstr (names, ==, "half-mistakes.csv half.tuce half.tuce.lock");
  g_assert_cmpint (run_cli (NULL, NULL, "verify", path, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--edit"))
    {
      /* Reports must not wait in a buffer. */
      setvbuf (stdout, NULL, _IONBF, 0);
      return edit_until_killed (argv[2]);
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/no-saved-edit-is-lost", test_kill);
  g_test_add_func ("/kill/no-half-made-county", test_kill_while_making);
  return g_test_run ();
}
