/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of all resettlement sites of the demo county (140 sites, some 11,600 households that move) on a lent reader, as
 * the page asks for them, against the least any answer needs: one pass of SQLite over the moves. An argument names a county
 * file to use instead of making one.
 */
#include <sqlite3.h>
#include <time.h>

#include "tuce-demo.h"
#include "tuce-edit.h"
#include "tuce-query.h"
#include "tuce-readers.h"
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
median (double *all, guint n)
{
  qsort (all, n, sizeof *all, compare);
  return all[n / 2];
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

/* As the page asks, in milliseconds; @boards: (out): what it is told. */
static double
ask (TuceReaders *readers, TuceStandards *standards, TuceSiteBoards **boards)
{
  double from = cpu_milliseconds ();
  g_autoptr (GError) error = NULL;
  TuceCounty *reader = tuce_readers_lend (readers, &error);

  must (reader != NULL, error);
  *boards = tuce_site_boards_load (reader, standards, NULL, NULL, &error);
  must (*boards != NULL, error);
  tuce_readers_give_back (readers, reader, NULL);
  return cpu_milliseconds () - from;
}

/* What asking costs before anything is asked: a reader opened, and one lent. */
static void
measure_readers (TuceCounty *county)
{
  TuceReaders *readers = tuce_county_get_readers (county);
  double opened[RUNS], lent[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      double from = cpu_milliseconds ();
      g_autoptr (GError) error = NULL;
      TuceCounty *reader = tuce_county_open_reader (county, &error);

      must (reader != NULL, error);
      tuce_county_close (reader);
      g_object_unref (reader);
      opened[i] = cpu_milliseconds () - from;
      from = cpu_milliseconds ();
      reader = tuce_readers_lend (readers, &error);
      must (reader != NULL, error);
      tuce_readers_give_back (readers, reader, NULL);
      lent[i] = cpu_milliseconds () - from;
    }
  g_print ("a reader opened and closed %.2f ms CPU, lent and given back %.3f ms\n", median (opened, RUNS), median (lent, RUNS));
}

/* Somebody saves a household between two asks: of all that was read, nothing is in memory any more. */
static void
save_a_phone (TuceCounty *county, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, &error);
  g_autoptr (TuceRecord) household
      = ids ? tuce_county_load (county, "household", g_array_index (ids, gint64, number), &error) : NULL;
  g_autoptr (TuceEdit) edit = household ? tuce_edit_begin (county, "a phone", &error) : NULL;
  g_autofree char *phone = g_strdup_printf ("139%08u", number);

  must (edit != NULL, error);
  tuce_record_set_text (household, "phone", phone);
  must (tuce_edit_update (edit, household, &error) && tuce_edit_commit (g_steal_pointer (&edit), &error), error);
}

static void
measure (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (TuceStandards) standards = county ? tuce_standards_load (county, NULL, &error) : NULL;
  g_autoptr (TuceSiteBoards) first = NULL;
  TuceReaders *readers;
  double bare[RUNS], later[RUNS], saved[RUNS], opened;

  must (standards && tuce_review_run (tuce_county_get_gate (county), standards, NULL, NULL, NULL, &error), error);
  readers = tuce_county_get_readers (county);
  opened = ask (readers, standards, &first); /* the file is opened, and nothing is remembered yet */
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (TuceSiteBoards) again = NULL;
      g_autoptr (TuceSiteBoards) after = NULL;

      bare[i] = bare_pass (path);
      later[i] = ask (readers, standards, &again);
      save_a_phone (county, i);
      saved[i] = ask (readers, standards, &after);
    }
  g_print ("%u sites, %" G_GINT64_FORMAT " households: first %.1f ms CPU; median of %d: again %.1f ms, after a save %.1f ms; "
           "bare pass %.1f ms; ratio %.2f\n",
           first->sites->len, first->everybody.sum.households, opened, RUNS, median (later, RUNS), median (saved, RUNS),
           median (bare, RUNS), median (later, RUNS) / median (bare, RUNS));
  measure_readers (county);
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
