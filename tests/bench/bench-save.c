/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clerk's save in the real window on a file of 100,000 households: a phone is typed into the card of one household after
 * another and saved. Told is the longest turn of the main loop from the typing to the save, and from the save until all
 * that it sets in motion has ended; a bare update of the same row, committed to disk, stands beside it.
 */
#include <gtk/gtk.h>
#include <sqlite3.h>

#include "tuce-card.h"
#include "tuce-demo.h"
#include "tuce-household-page.h"
#include "tuce-review.h"
#include "tuce-window.h"

#define HOUSEHOLDS 100000
#define SAVES 200
#define APART 401 /* positions in the table between two of them */

typedef struct
{
  TuceWindow *window;
  TuceWorkspace *workspace;
  gint64 longest; /* µs, of the turns since it was set to 0 */
} Desk;

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error ? error->message : "failed");
}

static void
turn (Desk *desk)
{
  gint64 from = g_get_monotonic_time ();

  if (!g_main_context_iteration (NULL, FALSE))
    {
      g_usleep (200);
      return;
    }
  desk->longest = MAX (desk->longest, g_get_monotonic_time () - from);
}

static gboolean
is_quiet (Desk *desk)
{
  TuceReview *review = tuce_workspace_get_review (desk->workspace);

  return !tuce_review_get_running (review)
         && tuce_review_is_current (tuce_workspace_get_county (desk->workspace), tuce_review_get_standards (review));
}

/* Turns for as long as anything is under way, and for 100 ms at least: what waits for a moment of rest happens then too. */
static void
settle (Desk *desk)
{
  gint64 from = g_get_monotonic_time ();

  while (!is_quiet (desk) || g_get_monotonic_time () - from < 100000)
    turn (desk);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
tell (const char *what, double *times)
{
  qsort (times, SAVES, sizeof *times, compare);
  g_print ("%s: median %.2f ms, worst of %d %.2f ms\n", what, times[SAVES / 2], SAVES, times[SAVES - 1]);
}

/* Milliseconds of the longest turn while a phone is typed into the selected household's card, and while it is saved. */
static void
save_phone (Desk *desk, int n, double *typed, double *saved)
{
  TucePending *pending = tuce_card_get_pending (TUCE_CARD (tuce_window_get_part (desk->window, "card")));
  const TuceEntity *household
      = tuce_dictionary_entity (tuce_county_get_dictionary (tuce_workspace_get_county (desk->workspace)), "household");
  TucePendingRecord *record = tuce_pending_find (pending, household);
  g_autofree char *phone = g_strdup_printf ("138%08d", n);
  g_autoptr (GError) error = NULL;
  gint64 from = g_get_monotonic_time ();
  gboolean done;

  must (record != NULL, NULL);
  desk->longest = 0;
  tuce_pending_type (pending, record, tuce_entity_field (household, "phone"), phone);
  desk->longest = g_get_monotonic_time () - from;
  settle (desk);
  *typed = (double) desk->longest / 1000;

  from = g_get_monotonic_time ();
  done = tuce_pending_save (pending, &error);
  desk->longest = g_get_monotonic_time () - from;
  must (done, error);
  settle (desk);
  *saved = (double) desk->longest / 1000;
}

static double
bare_save (sqlite3 *db, gint64 id, int n)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE household SET phone = '137%08d' WHERE id = %" G_GINT64_FORMAT, n, id);
  gint64 from = g_get_monotonic_time ();

  must (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK, NULL);
  return (double) (g_get_monotonic_time () - from) / 1000;
}

static void
measure_bare (const char *path, const gint64 *ids)
{
  double bare[SAVES];
  sqlite3 *db = NULL;

  must (sqlite3_open (path, &db) == SQLITE_OK && sqlite3_exec (db, "PRAGMA synchronous = FULL", NULL, NULL, NULL) == SQLITE_OK,
        NULL);
  for (int i = 0; i < SAVES; i++)
    bare[i] = bare_save (db, ids[i], i);
  sqlite3_close (db);
  tell ("bare update of the row, on disk", bare);
}

static void
measure (Desk *desk, const char *path)
{
  TuceHouseholdPage *page = TUCE_HOUSEHOLD_PAGE (tuce_window_get_part (desk->window, "households"));
  double typed[SAVES], saved[SAVES];
  gint64 ids[SAVES];

  must (tuce_window_open (desk->window, path), NULL);
  while (tuce_list_page_is_loading (TUCE_LIST_PAGE (page)) || !tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page))))
    turn (desk);
  settle (desk);
  for (int i = 0; i < SAVES; i++)
    {
      ids[i] = tuce_record_list_get_id (tuce_record_table_get_list (tuce_record_page_get_table (TUCE_RECORD_PAGE (page))), (guint) (i * APART));
      tuce_workspace_select (desk->workspace, "household", ids[i]);
      settle (desk);
      save_phone (desk, i, &typed[i], &saved[i]);
    }
  g_print ("the first: typed %.2f ms, saved %.2f ms\n", typed[0], saved[0]);
  tell ("longest turn while a phone is typed", typed);
  tell ("longest turn of its save and all it sets in motion", saved);
  tuce_window_close_county (desk->window);
  measure_bare (path, ids);
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
  Desk desk = { 0 };

  gtk_init ();
  county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);
  must (county != NULL, error);
  tuce_county_close (county);
  g_object_unref (county);
  settings = tuce_settings_new (settings_path);
  desk.window = TUCE_WINDOW (tuce_window_new (NULL, settings));
  desk.workspace = tuce_window_get_workspace (desk.window);
  tuce_window_show_page (desk.window, "households");
  gtk_window_present (GTK_WINDOW (desk.window));
  measure (&desk, path);
  gtk_window_destroy (GTK_WINDOW (desk.window));
  return 0;
}
