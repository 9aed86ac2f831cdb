/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "a-map-page.h"

#include <string.h>

#include "tuce-demo.h"
#include "tuce-new-county.h"

#define PATIENCE_MS 20000

const char map_page_bare[] = "bare";

static char *demo_path;
static char *bare_path;

TuceScene *
map_page_scene_of (MapPage *fixture)
{
  return tuce_map_view_get_scene (fixture->view);
}

static gboolean
is_painted (MapPage *fixture)
{
  return !tuce_map_page_is_loading (fixture->page) && map_page_scene_of (fixture)
         && tuce_tile_store_is_idle (tuce_map_view_get_tiles (fixture->view)) && !g_main_context_pending (NULL);
}

/* Runs the main loop until the page has loaded and painted what it map_page_shows. */
void
map_page_settle (MapPage *fixture)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
      g_assert_cmpint (g_get_monotonic_time (), <, until);
    }
  while (!is_painted (fixture));
}

void
map_page_set_up (MapPage *fixture, gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (data == map_page_bare ? bare_path : demo_path);
  g_autoptr (GFile) to = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *settings = NULL;

  fixture->folder = g_dir_make_tmp ("tuce-map-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "c.tuce", NULL);
  to = g_file_new_for_path (fixture->path);
  g_file_copy (from, to, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  county = tuce_county_open (fixture->path, TUCE_OPEN_WRITE, &error);
  g_assert_no_error (error);
  settings = g_build_filename (fixture->folder, "settings.ini", NULL);

  fixture->workspace = tuce_workspace_new ();
  fixture->settings = tuce_settings_new (settings);
  fixture->page = TUCE_MAP_PAGE (tuce_map_page_new (fixture->workspace, fixture->settings));
  fixture->view = tuce_map_page_get_view (fixture->page);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_workspace_set_county (fixture->workspace, county);
  map_page_settle (fixture);
}

void
map_page_tear_down (MapPage *fixture, gconstpointer data)
{
  g_autoptr (TuceCounty) county = g_object_ref (tuce_workspace_get_county (fixture->workspace));

  tuce_workspace_set_county (fixture->workspace, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  tuce_county_close (county);
  g_object_unref (fixture->workspace);
  g_object_unref (fixture->settings);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* What a pointer would do: the gestures of the map are driven directly. */
void
map_page_click (MapPage *fixture, guint button, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller)
          || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != button)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
      g_signal_emit_by_name (controller, "released", 1, x, y);
    }
  map_page_settle (fixture);
}

void
map_page_hover (MapPage *fixture, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

gboolean
map_page_shows (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (map_page_shows (child, words))
      return TRUE;
  return FALSE;
}

void
map_page_keep_report (TuceWorkspace *workspace, const char *sentence, gboolean is_error, char **report)
{
  g_free (*report);
  *report = g_strdup (sentence);
}

void
map_page_make_counties (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tuce-map-XXXXXX", NULL);
  /* without planted mistakes: one of them is a household that has no position, and so is on no map */
  TuceDemoOptions options = { .seed = 3, .households = MAP_PAGE_HOUSEHOLDS, .without_mistakes = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) demo = NULL;
  g_autoptr (TuceCounty) bare = NULL;

  demo_path = g_build_filename (folder, "demo.tuce", NULL);
  demo = tuce_demo_create (demo_path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tuce_county_close (demo);
  bare_path = g_build_filename (folder, "bare.tuce", NULL);
  bare = tuce_new_county (bare_path, "511725", 2018, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tuce_county_close (bare);
}
