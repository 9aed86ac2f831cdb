/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making the demo county, against a bare loop of prepared INSERTs of the very same rows into the same tables and indices,
 * in the same process. The demo invents its people, draws the map cells and journals every row; the bare loop has the
 * rows in memory. Aim: at most 2.5 times as long.
 */
#include "tuce-demo.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <time.h>

#define HOUSEHOLDS 47065

static const char *const tables[]
    = { "city",         "county",    "township",      "village",     "household",  "member",  "household_year",
        "village_year", "parameter", "feature",       "township_year", "county_year", "helper", "helping",
        "visit",        "inspection", "measure",      "problem",     "step",       "outside_person", "survey",
        "printed",      "constructor", "site",        "site_visit",  "relocation" };

typedef struct
{
  GPtrArray *values; /* sqlite3_value, row after row */
  int columns;
} Rows;

static void
must (sqlite3 *db, int result)
{
  if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW)
    g_error ("SQLite: %s", sqlite3_errmsg (db));
}

static void
run (sqlite3 *db, const char *sql)
{
  must (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  must (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  return statement;
}

static void
read_rows (sqlite3 *db, const char *table, Rows *rows)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
  sqlite3_stmt *statement = prepare (db, sql);

  rows->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  rows->columns = sqlite3_column_count (statement);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < rows->columns; i++)
      g_ptr_array_add (rows->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));
  sqlite3_finalize (statement);
}

static void
copy_schema (sqlite3 *from, sqlite3 *to)
{
  sqlite3_stmt *statement = prepare (from, "SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY type DESC, rowid");

  while (sqlite3_step (statement) == SQLITE_ROW)
    run (to, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}

static void
insert_rows (sqlite3 *db, const char *table, const Rows *rows)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_printf (sql, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < rows->columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  statement = prepare (db, sql->str);
  for (guint row = 0; row < rows->values->len; row += (guint) rows->columns)
    {
      for (int i = 0; i < rows->columns; i++)
        sqlite3_bind_value (statement, i + 1, rows->values->pdata[row + (guint) i]);
      must (db, sqlite3_step (statement));
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

/* Seconds that passed, and seconds of work: on a busy machine the second tell more. */
typedef struct
{
  double passed, worked;
} Seconds;

static Seconds
now (void)
{
  return (Seconds) { (double) g_get_monotonic_time () / G_USEC_PER_SEC, (double) clock () / CLOCKS_PER_SEC };
}

static Seconds
since (Seconds start)
{
  Seconds end = now ();

  return (Seconds) { end.passed - start.passed, end.worked - start.worked };
}

static Seconds
make_demo (const char *path)
{
  TuceDemoOptions options = { 1, HOUSEHOLDS, FALSE };
  g_autoptr (GError) error = NULL;
  Seconds start = now ();
  g_autoptr (TuceCounty) county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);

  if (!county)
    g_error ("%s", error->message);
  tuce_county_close (county);
  return since (start);
}

static Seconds
insert_bare (const char *from_path, const char *to_path)
{
  Rows rows[G_N_ELEMENTS (tables)];
  sqlite3 *from = NULL, *to = NULL;
  Seconds start, seconds;

  must (from, sqlite3_open_v2 (from_path, &from, SQLITE_OPEN_READONLY, NULL));
  must (to, sqlite3_open (to_path, &to));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    read_rows (from, tables[i], &rows[i]);
  run (to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
           "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA mmap_size = 268435456");
  copy_schema (from, to);

  start = now ();
  run (to, "BEGIN");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    insert_rows (to, tables[i], &rows[i]);
  run (to, "COMMIT");
  sqlite3_close (to);
  seconds = since (start);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_unref (rows[i].values);
  sqlite3_close (from);
  return seconds;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-bench-XXXXXX", NULL);
  g_autofree char *demo_path = g_build_filename (folder, "demo.tuce", NULL);
  g_autofree char *list_path = g_build_filename (folder, "demo-mistakes.csv", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.db", NULL);
  Seconds demo = make_demo (demo_path);
  Seconds bare = insert_bare (demo_path, bare_path);

  g_print ("demo county of %d households: %.2f s; bare INSERT loop: %.2f s; ratio %.2f (aim 2.5); of CPU: %.2f s, %.2f s,"
           " %.2f\n",
           HOUSEHOLDS, demo.passed, bare.passed, demo.passed / bare.passed, demo.worked, bare.worked,
           demo.worked / bare.worked);
  tuce_county_discard (demo_path);
  tuce_county_discard (bare_path);
  g_unlink (list_path);
  g_rmdir (folder);
  return 0;
}
