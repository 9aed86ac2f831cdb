/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The check of a county file of 100,000 households that is whole, and of one in which somebody altered a row, against one
 * bare pass of SQLite over all values of all its tables, in the same process: seconds of work, and memory at most. An
 * argument says how many households instead (300000), or names a county file, which is not altered.
 */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tuce-demo.h"
#include "tuce-journal.h"

#define HOUSEHOLDS 100000
#define RUNS 3

#define must(done, error) \
  G_STMT_START \
  { \
    if (!(done)) \
      g_error ("%s", (error) ? (error)->message : "failed"); \
  } \
  G_STMT_END

static double
cpu_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static long
peak_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return db;
}

static gint64
read_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement = NULL;
  gint64 filled = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      filled += sqlite3_column_type (statement, i) == SQLITE_NULL ? 0
                : sqlite3_column_type (statement, i) == SQLITE_INTEGER
                    ? sqlite3_column_int64 (statement, i) != 0
                    : sqlite3_column_blob (statement, i) != NULL;
  sqlite3_finalize (statement);
  return filled;
}

static double
bare_pass (const char *path)
{
  double from = cpu_seconds ();
  sqlite3 *db = open_bare (path);
  sqlite3_stmt *tables = NULL;
  gint64 filled = 0;

  sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table'", -1, &tables, NULL);
  while (sqlite3_step (tables) == SQLITE_ROW)
    filled += read_table (db, (const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
  sqlite3_close (db);
  g_assert_cmpint (filled, >, 0);
  return cpu_seconds () - from;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* A connection of its own each time, so that the peak is that of one check. */
static double
verify (const char *path, guint n_faults)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_READ, &error);
  double from = cpu_seconds ();
  g_autoptr (GPtrArray) faults = NULL;

  must (county, error);
  faults = tuce_verify (county, NULL, NULL, NULL, &error);
  must (faults, error);
  g_assert_cmpuint (faults->len, ==, n_faults);
  return cpu_seconds () - from;
}

static void
measure (const char *path, gboolean may_alter)
{
  double bare[RUNS], whole[RUNS], altered;
  long before = peak_megabytes (), after;
  sqlite3 *db;

  for (guint i = 0; i < RUNS; i++)
    {
      whole[i] = verify (path, 0);
      bare[i] = bare_pass (path);
    }
  after = peak_megabytes ();
  qsort (bare, RUNS, sizeof *bare, compare);
  qsort (whole, RUNS, sizeof *whole, compare);
  g_print ("a whole county: median %.2f s CPU, slowest of %d %.2f s; bare pass %.2f s; ratio %.2f; memory at most %ld MB,"
           " %ld MB before\n",
           whole[RUNS / 2], RUNS, whole[RUNS - 1], bare[RUNS / 2], whole[RUNS / 2] / bare[RUNS / 2], after, before);
  if (!may_alter)
    return;
  db = open_bare (path);
  sqlite3_exec (db, "UPDATE household SET remark = 'x' WHERE id = (SELECT max (id) FROM household)", NULL, NULL, NULL);
  sqlite3_close (db);
  altered = verify (path, 1);
  g_print ("one row altered: %.2f s CPU, ratio %.2f; memory at most %ld MB\n", altered, altered / bare[RUNS / 2],
           peak_megabytes ());
}

/* In a process of its own: what making it takes is no part of the peak. */
static void
make_demo (const char *path, guint households)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      TuceDemoOptions options = { .seed = 1, .households = households };
      g_autoptr (GError) error = NULL;
      g_autoptr (TuceCounty) county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);

      must (county, error);
      tuce_county_close (county);
      _exit (0);
    }
  if (child < 0 || waitpid (child, &status, 0) != child || status != 0)
    g_error ("the demo county was not made");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *list = NULL;
  guint households = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : HOUSEHOLDS;

  if (argc > 1 && households == 0)
    {
      measure (argv[1], FALSE);
      return 0;
    }
  folder = g_dir_make_tmp ("tuce-bench-XXXXXX", &error);
  must (folder, error);
  path = g_build_filename (folder, "county.tuce", NULL);
  list = g_build_filename (folder, "county-mistakes.csv", NULL);
  make_demo (path, households);
  g_print ("%u households: ", households);
  measure (path, TRUE);
  tuce_county_discard (path);
  g_unlink (list);
  g_rmdir (folder);
  return 0;
}
