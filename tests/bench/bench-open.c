/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a file of 100,000 households up to its first page of the table, against a bare sqlite3_open() with the same
 * questions, in the same process; and the same through the real window, until its rows stand there.
 */
#include <gtk/gtk.h>
#include <sqlite3.h>

#include "tuce-demo.h"
#include "tuce-household-page.h"
#include "tuce-window.h"

#define HOUSEHOLDS 100000
#define PAGE 64
#define ROUNDS 9

static const char *const columns[] = { "status",     "head_name",             "village.township.short_name",
                                       "village.short_name", "size", "cause_main", "household_year.net_pc",
                                       "phone",      NULL };

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

static double
open_with_tuce (const char *path)
{
  gint64 from = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open (path, TUCE_OPEN_WRITE, &error);
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TuceRows) rows = NULL;

  must (county != NULL, error);
  query = tuce_query_new (county, "household");
  must (tuce_query_set_columns (query, columns, &error), error);
  ids = tuce_query_ids (query, county, NULL, &error);
  must (ids != NULL, error);
  rows = tuce_query_fetch (query, county, (const gint64 *) (gpointer) ids->data, PAGE, &error);
  must (rows != NULL && ids->len == HOUSEHOLDS, error);
  tuce_county_close (county);
  return (double) (g_get_monotonic_time () - from) / 1000;
}

static double
open_bare (const char *path)
{
  static const char page_sql[]
      = "SELECT h.status, h.head_name, t.short_name, v.short_name, h.size, h.cause_main, y.net_pc, h.phone "
        "FROM household h LEFT JOIN village v ON v.code = h.village_code "
        "LEFT JOIN township t ON t.code = v.township_code "
        "LEFT JOIN household_year y ON y.household_id = h.id AND y.year = 2018 WHERE h.id = ?";
  gint64 from = g_get_monotonic_time ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  must (sqlite3_open (path, &db) == SQLITE_OK, NULL);
  sqlite3_prepare_v2 (db, "SELECT id FROM household ORDER BY village_code, id", -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
  if (sqlite3_prepare_v2 (db, page_sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (guint i = 0; i < PAGE; i++)
    {
      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, g_array_index (ids, gint64, i));
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (statement); c++)
          g_free (g_strdup ((const char *) sqlite3_column_text (statement, c)));
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return (double) (g_get_monotonic_time () - from) / 1000;
}

static double
open_in_window (TuceWindow *window, const char *path)
{
  TuceHouseholdPage *page = TUCE_HOUSEHOLD_PAGE (tuce_window_get_part (window, "households"));
  gint64 from = g_get_monotonic_time ();
  double milliseconds;

  if (!tuce_window_open (window, path))
    g_error ("%s", tuce_window_get_bar (window, "error"));
  while (tuce_list_page_is_loading (TUCE_LIST_PAGE (page))
         || !tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)))
         || tuce_record_list_n_fetched (tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page)))) == 0)
    g_main_context_iteration (NULL, FALSE);
  milliseconds = (double) (g_get_monotonic_time () - from) / 1000;
  tuce_window_close_county (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return milliseconds;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double d = *(const double *) a - *(const double *) b;

  return d < 0 ? -1 : d > 0;
}

static double
median (double *values)
{
  qsort (values, ROUNDS, sizeof *values, compare);
  return values[ROUNDS / 2];
}

int
main (int argc, char **argv)
{
  TuceDemoOptions options = { .seed = 1, .households = HOUSEHOLDS };
  g_autofree char *folder = g_dir_make_tmp ("tuce-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "c.tuce", NULL);
  g_autofree char *settings_path = g_build_filename (folder, "settings.ini", NULL);
  g_autoptr (TuceSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  TuceCounty *county;
  TuceWindow *window;
  double tuce[ROUNDS], bare[ROUNDS], shown[ROUNDS];

  gtk_init ();
  county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);
  must (county != NULL, error);
  tuce_county_close (county);
  g_object_unref (county);

  settings = tuce_settings_new (settings_path);
  window = TUCE_WINDOW (tuce_window_new (NULL, settings));
  tuce_window_show_page (window, "households");
  gtk_window_present (GTK_WINDOW (window));
  open_bare (path); /* the file into the system's cache */
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = open_bare (path);
      tuce[i] = open_with_tuce (path);
      shown[i] = open_in_window (window, path);
    }
  g_print ("open %d households to the first page: bare %.1f ms, register %.1f ms (%.2f x), in the window %.1f ms (%.2f x)\n",
           HOUSEHOLDS, median (bare), median (tuce), median (tuce) / median (bare), median (shown),
           median (shown) / median (bare));
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
