/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All standards and checks over 100,000 households and 400,000 members, verdicts and findings kept, against one bare C
 * pass that reads the same rows in order and counts them, in the same process; and what one saved phone costs, edit and
 * looking again together: transactions that write, statements compiled anew.
 * An argument names a county file to use instead of making one.
 */
#include <sqlite3.h>
#include <sys/resource.h>

#include "tuce-county-private.h"
#include "tuce-demo.h"
#include "tuce-edit.h"
#include "tuce-review.h"
#include "tuce-statement.h"

#define HOUSEHOLDS 131000 /* of three people on average, so that there are 400,000 */
#define EDITS 200

/* A macro, so that the error is looked at after the call that sets it. */
#define must(done, error) \
  G_STMT_START \
  { \
    if (!(done)) \
      g_error ("%s", (error) ? (error)->message : "failed"); \
  } \
  G_STMT_END

static double
seconds_since (gint64 from)
{
  return (double) (g_get_monotonic_time () - from) / G_USEC_PER_SEC;
}

static long
peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/* Every value of every row that the rules are about, household by household. */
static double
bare_pass (const char *path, gint64 *rows)
{
  static const char *const tables[] = { "household", "household_year", "member" };
  gint64 from = g_get_monotonic_time ();
  sqlite3 *db = NULL;
  gint64 bytes = 0;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  *rows = 0;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[i]);
      sqlite3_stmt *statement = NULL;

      sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
      for (; sqlite3_step (statement) == SQLITE_ROW; ++*rows)
        for (int c = 0; c < sqlite3_column_count (statement); c++)
          if (sqlite3_column_type (statement, c) == SQLITE_TEXT)
            bytes += sqlite3_column_text (statement, c) != NULL;
          else
            bytes += sqlite3_column_int64 (statement, c) != 0;
      sqlite3_finalize (statement);
    }
  sqlite3_close (db);
  g_assert_cmpint (bytes, >, 0);
  return seconds_since (from);
}

static gint64
count (TuceCounty *county, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceStatement) statement = tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, &error);
  gboolean row;
  gint64 n;

  must (statement && tuce_statement_step (statement, &row, &error), error);
  n = tuce_statement_integer (statement, 0);
  tuce_statement_reset (statement);
  return n;
}

/* Milliseconds from the edit being on disk to its verdicts and findings being kept; @saved: with the edit. */
static double
one_household (TuceCounty *county, TuceStandards *standards, gint64 id, int n, double *saved)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, "bench", &error);
  g_autoptr (TuceRecord) record = tuce_county_load (county, "household", id, &error);
  g_autofree char *phone = g_strdup_printf ("138%08d", n);
  gint64 from;
  gboolean done;

  must (edit && record, error);
  tuce_record_set_text (record, "phone", phone);
  must (tuce_edit_update (edit, record, &error) && tuce_edit_commit (g_steal_pointer (&edit), &error), error);
  from = g_get_monotonic_time ();
  must (tuce_review_catch_up (county, standards, &done, &error) && done, error);
  *saved = seconds_since (begun) * 1000;
  return seconds_since (from) * 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
measure_edits (TuceCounty *county, TuceStandards *standards)
{
  g_autoptr (GError) error = NULL;
  double times[EDITS], saves[EDITS];
  gint64 n = count (county, "SELECT count (*) FROM household");
  gint64 ids[EDITS];
  gint64 from = g_get_monotonic_time ();
  guint n_compiled = 0, n_written = 0;
  gboolean done;

  for (int i = 0; i < EDITS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM household LIMIT 1 OFFSET %" G_GINT64_FORMAT, n * i / EDITS);

      ids[i] = count (county, sql);
    }
  /* as a window does when it has opened */
  from = g_get_monotonic_time ();
  must (tuce_review_catch_up (county, standards, &done, &error) && done, error);
  g_print ("first look after opening: %.2f ms\n", seconds_since (from) * 1000);
  for (int i = 0; i < EDITS; i++)
    {
      if (i == EDITS / 2)
        {
          n_compiled = county->n_compiled;
          n_written = county->n_written;
        }
      times[i] = one_household (county, standards, ids[i], i, &saves[i]);
    }
  n_compiled = county->n_compiled - n_compiled;
  n_written = county->n_written - n_written;
  qsort (times, EDITS, sizeof *times, compare);
  qsort (saves, EDITS, sizeof *saves, compare);
  g_print ("one edited household looked at again: median %.2f ms, slowest of %d %.2f ms\n", times[EDITS / 2], EDITS,
           times[EDITS - 1]);
  g_print ("one saved phone: %.2f transactions that write, %.2f statements compiled, median %.2f ms, slowest %.2f ms\n",
           (double) n_written / (EDITS / 2), (double) n_compiled / (EDITS / 2), saves[EDITS / 2], saves[EDITS - 1]);
}

static void
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (TuceStandards) standards = NULL;
  gint64 rows, from;
  double bare, first, again;
  long before;

  must (county != NULL, error);
  standards = tuce_standards_load (county, NULL, &error);
  must (standards != NULL, error);
  bare_pass (path, &rows);
  bare = bare_pass (path, &rows);
  before = peak_megabytes ();
  from = g_get_monotonic_time ();
  must (tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error), error);
  first = seconds_since (from);
  from = g_get_monotonic_time ();
  must (tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error), error);
  again = seconds_since (from);
  g_print ("bare pass over %" G_GINT64_FORMAT " rows: %.2f s\n", rows, bare);
  g_print ("complete run, everything new: %.2f s, %.2f × bare; once more: %.2f s, %.2f × bare\n", first, first / bare,
           again, again / bare);
  g_print ("%" G_GINT64_FORMAT " verdicts, %" G_GINT64_FORMAT " findings kept; memory at most %ld MB, %ld MB before\n",
           count (county, "SELECT count (*) FROM household_assessment"), count (county, "SELECT count (*) FROM finding"),
           peak_megabytes (), before);
  measure_edits (county, standards);
  tuce_county_close (county);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  TuceDemoOptions options = { .seed = 1, .households = HOUSEHOLDS };

  if (argc > 1)
    {
      measure (argv[1]);
      return 0;
    }
  folder = g_dir_make_tmp ("tuce-bench-XXXXXX", &error);
  must (folder != NULL, error);
  path = g_build_filename (folder, "county.tuce", NULL);
  {
    g_autoptr (TuceCounty) county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);

    must (county != NULL, error);
    tuce_county_close (county);
  }
  measure (path);
  tuce_county_discard (path);
  return 0;
}
