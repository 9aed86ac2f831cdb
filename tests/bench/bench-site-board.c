/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of all resettlement sites of the demo county (140 sites, some 11,600 households that move) on a new reader, as
 * the page asks for them, against the least any answer needs: one pass of SQLite over the moves. An argument names a county
 * file to use instead of making one.
 */
#include <sqlite3.h>
#include <time.h>

#include "tuce-demo.h"
#include "tuce-review.h"
#include "tuce-site-board.h"

#define RUNS 15

#define must(done, error) \
  G_STMT_START \
  { \
    if (!(done)) \
      g_error ("%s", (error) ? (error)->message : "failed"); \
  } \
  G_STMT_END

static double
cpu_milliseconds (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
bare_pass (const char *path)
{
  double from = cpu_milliseconds ();
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (db, "SELECT site_id, count (*), sum (people) FROM relocation GROUP BY site_id", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return cpu_milliseconds () - from;
}

static void
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (TuceStandards) standards = county ? tuce_standards_load (county, NULL, &error) : NULL;
  double bare[RUNS], whole[RUNS], first;
  guint n_sites = 0;
  gint64 households = 0;

  must (standards && tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error), error);
  for (guint i = 0; i < RUNS; i++)
    {
      double from;
      g_autoptr (TuceCounty) reader = NULL;
      g_autoptr (TuceSiteBoards) boards = NULL;

      bare[i] = bare_pass (path);
      from = cpu_milliseconds ();
      reader = tuce_county_open_reader (county, &error);
      boards = reader ? tuce_site_boards_load (reader, standards, NULL, NULL, &error) : NULL;
      must (boards != NULL, error);
      whole[i] = cpu_milliseconds () - from;
      n_sites = boards->sites->len;
      households = boards->everybody.sum.households;
    }
  first = whole[0]; /* nothing is remembered of members yet */
  qsort (bare, RUNS, sizeof *bare, compare);
  qsort (whole, RUNS, sizeof *whole, compare);
  g_print ("%u sites, %" G_GINT64_FORMAT " households: first %.1f ms CPU, median of %d %.1f ms; bare pass %.1f ms; ratio %.2f\n", n_sites,
           households, first, RUNS, whole[RUNS / 2], bare[RUNS / 2], whole[RUNS / 2] / bare[RUNS / 2]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  TuceDemoOptions options = { .seed = 1 };

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
