/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "../standards/kept-verdicts.h"
#include "restless-clerk.h"
#include "run-cli.h"
#include "tuce-draft.h"
#include "tuce-journal.h"

/* The promise: what was reported as saved is there after kill -9 at any moment, nothing is there half, and the file
   verifies. A child process does what restless-clerk.h describes, and is killed. */

#if defined (__SANITIZE_THREAD__) || defined (__SANITIZE_ADDRESS__)
#define KILLS 30 /* fewer, because each takes many times as long */
#else
#define KILLS 300
#endif
/* After so many kills the whole file is verified. */
#define EACH_VERIFIED 10
#define EACH_SETTLED 50
#define MAKINGS 12

/* What is known from the reports. */
typedef struct
{
  GHashTable *saved;  /* KEY → VALUE */
  GPtrArray *pending; /* words (strv: "try", KEY, VALUE, …) of changes that were tried and not reported as saved */
  GHashTable *notes;  /* WORD → how often */
  guint n_saved;
} Known;

static void
save_pairs (Known *self, char **words)
{
  for (guint i = 1; words[i]; i += 2)
    g_hash_table_replace (self->saved, g_strdup (words[i]), g_strdup (words[i + 1]));
}

static gboolean
is_same (char **a, char **b)
{
  return g_strv_equal ((const char *const *) a + 1, (const char *const *) b + 1);
}

static void
read_report (Known *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (g_str_equal (words[0], "note"))
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->notes, words[1]));

      g_hash_table_replace (self->notes, g_strdup (words[1]), GUINT_TO_POINTER (n + 1));
    }
  else if (g_str_equal (words[0], "try"))
    g_ptr_array_add (self->pending, g_steal_pointer (&words));
  else
    {
      guint i = self->pending->len;

      g_assert_cmpstr (words[0], ==, "saved");
      while (i > 0 && !is_same (self->pending->pdata[i - 1], words))
        i--;
      g_assert_cmpuint (i, >, 0);
      g_ptr_array_remove_index (self->pending, i - 1);
      save_pairs (self, words);
      self->n_saved++;
    }
}

static void
read_reports (Known *self, const char *reports)
{
  g_auto (GStrv) lines = g_strsplit (reports, "\n", -1);

  /* The part after the last line end was cut off by the kill. */
  for (guint i = 0; lines[i] && lines[i + 1]; i++)
    read_report (self, lines[i]);
}

static char *
read_value (TuceCounty *county, const char *key)
{
  gint64 id = g_ascii_strtoll (key + 1, NULL, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) household = NULL;
  char *value;

  if (*key == 'd')
    {
      value = tuce_draft_find (county, "household", id, &error);
      g_assert_no_error (error);
      return value ? value : g_strdup ("-");
    }
  household = tuce_county_load (county, "household", id, &error);
  g_assert_no_error (error);
  return g_strdup (tuce_record_text (household, "phone"));
}

/* A change that was tried and not reported may be there, whole or not at all: the kill may have come in between. */
static void
settle_pending (Known *self, TuceCounty *county)
{
  for (guint p = 0; p < self->pending->len; p++)
    {
      char **words = self->pending->pdata[p];
      guint n_pairs = 0, n_there = 0;

      for (guint i = 1; words[i]; i += 2, n_pairs++)
        {
          g_autofree char *value = read_value (county, words[i]);

          n_there += g_str_equal (value, words[i + 1]);
        }
      g_assert_true (n_there == 0 || n_there == n_pairs);
      if (n_there)
        save_pairs (self, words);
    }
  g_ptr_array_set_size (self->pending, 0);
}

static TuceCounty *
open_county (const char *path)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);

  g_assert_no_error (error);
  return county;
}

static void
assert_nothing_lost (Known *self, TuceCounty *county)
{
  GHashTableIter iter;
  gpointer key, expected;

  settle_pending (self, county);
  g_hash_table_iter_init (&iter, self->saved);
  while (g_hash_table_iter_next (&iter, &key, &expected))
    {
      g_autofree char *value = read_value (county, key);

      g_assert_cmpstr (value, ==, expected);
    }
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

/* In a window, a complete run has been done before, so that after an edit only what it touched is assessed: begin like
   that. */
static void
settle_first (const char *path)
{
  g_autoptr (TuceCounty) county = open_county (path);

  kept_verdicts_assert_whole (county);
}

/* What a child begins with, and at most how many µs after its first report it is killed: so that kills hit all of its
   work. */
static const struct
{
  const char *name;
  int delay;
} firsts[] = { { "nothing", 30000 }, { "nothing", 60000 }, { "places", 150000 }, { "complete", 200000 } };

static void
work_and_kill (Known *self, const char *path, guint round)
{
  const char *first = firsts[round % G_N_ELEMENTS (firsts)].name;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe",
                                                    "--work", path, first, NULL);
  g_autoptr (GString) reports = g_string_new (NULL);
  GInputStream *pipe;
  gboolean killed = FALSE;
  char chunk[4096];
  gssize n;

  g_assert_no_error (error);
  pipe = g_subprocess_get_stdout_pipe (child);
  while ((n = g_input_stream_read (pipe, chunk, sizeof chunk, NULL, &error)) > 0)
    {
      g_string_append_len (reports, chunk, n);
      if (!killed)
        {
          killed = TRUE;
          g_usleep ((gulong) g_random_int_range (0, firsts[round % G_N_ELEMENTS (firsts)].delay));
          g_subprocess_send_signal (child, SIGKILL);
        }
    }
  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  read_reports (self, reports->str);
}

static void
test_kill (void)
{
  static const char *const done[] = { "long", "undo", "draft", "places", "complete", "refused" };
  g_autofree char *path = make_demo ("kill.tuce", 60);
  g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Known known = { saved, pending, notes, 0 };

  settle_first (path);

  for (guint round = 1; round <= KILLS; round++)
    {
      g_autoptr (TuceCounty) county = NULL;

      work_and_kill (&known, path, round);
      county = open_county (path);
      assert_nothing_lost (&known, county);
      if (round % EACH_VERIFIED == 0)
        assert_verified (county);
      if (round % EACH_SETTLED == 0 || round == KILLS)
        kept_verdicts_assert_whole (county);
    }
  g_test_message ("%u kills, %u times something was saved", KILLS, known.n_saved);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    g_test_message ("%s: %u", done[i], GPOINTER_TO_UINT (g_hash_table_lookup (notes, done[i])));
  g_assert_cmpuint (known.n_saved, >=, KILLS);
}

/* Makes the demo at @path and kills this @delay µs after its file has appeared; with 0, as soon as the file has its
   final name. */
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

/* The files that are there of the county half.tuce. */
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

/* A "demo" that is killed leaves no county or a complete one, and its remains do not disturb the next try. */
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
  if (argc == 4 && g_str_equal (argv[1], "--work"))
    restless_clerk_work (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/nothing-saved-is-lost", test_kill);
  g_test_add_func ("/kill/no-half-made-county", test_kill_while_making);
  return g_test_run ();
}
