/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../cartography/small-scene.h"
#include "tuce-map-view.h"

#define PATIENCE_MS 10000

typedef struct
{
  GtkWidget *window;
  TuceMapView *view;
  TuceScene *scene;
} Fixture;

static void
spin_until_idle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;
  gint64 settled = g_get_monotonic_time () + 200 * 1000;

  while (g_get_monotonic_time () < settled || !tuce_tile_store_is_idle (tuce_map_view_get_tiles (fixture->view)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scene = small_scene_new (2000, TRUE);
  fixture->window = gtk_window_new ();
  fixture->view = TUCE_MAP_VIEW (tuce_map_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tuce_map_view_set_scene (fixture->view, fixture->scene);
  spin_until_idle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tuce_scene_unref (fixture->scene);
}

/* Gives how many colours the widget shows. */
static guint
colours (Fixture *fixture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);
  cairo_t *cairo = cairo_create (surface);
  const guint32 *pixels;

  GTK_WIDGET_GET_CLASS (fixture->view)->snapshot (GTK_WIDGET (fixture->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 800 * 600; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (pixels[i] & 0xffffff));
  cairo_surface_destroy (surface);
  return g_hash_table_size (seen);
}

static void
test_painted (Fixture *fixture, gconstpointer data)
{
  TuceView view = tuce_map_view_get_view (fixture->view);
  TuceBox shown = tuce_view_box (&view), box = tuce_scene_box (fixture->scene);

  g_assert_cmpuint (colours (fixture), >, 20);
  g_assert_true (tuce_box_contains (&shown, (TucePosition){ box.west, box.south }));
  g_assert_true (tuce_box_contains (&shown, (TucePosition){ box.east, box.north }));
}

/* What was painted is not painted again when the map is moved there and back. */
static void
test_tiles_kept (Fixture *fixture, gconstpointer data)
{
  TuceTileStore *tiles = tuce_map_view_get_tiles (fixture->view);
  guint before;

  tuce_map_view_zoom_by (fixture->view, 2);
  spin_until_idle (fixture);
  before = tuce_tile_store_n_painted (tiles);
  g_assert_cmpuint (before, >, 12);
  tuce_map_view_zoom_by (fixture->view, -2);
  spin_until_idle (fixture);
  tuce_map_view_zoom_by (fixture->view, 2);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), ==, before);
}

/* A change of one household paints only the tiles it touches. */
static void
test_change_touches_few (Fixture *fixture, gconstpointer data)
{
  TuceTileStore *tiles = tuce_map_view_get_tiles (fixture->view);
  g_autoptr (TuceScene) changed = small_scene_new_with (2000, TRUE, 42, "risk");
  TucePosition position;
  guint before;

  g_assert_true (tuce_scene_household_position (fixture->scene, 42, &position));
  tuce_map_view_reveal (fixture->view, position, 14);
  spin_until_idle (fixture);
  before = tuce_tile_store_n_painted (tiles);
  tuce_map_view_set_scene (fixture->view, changed);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), >, before);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), <=, before + 8);
}

/* The same with most households dim; one more that stands out paints few tiles too. */
static void
test_focus_touches_few (Fixture *fixture, gconstpointer data)
{
  TuceTileStore *tiles = tuce_map_view_get_tiles (fixture->view);
  g_autoptr (TuceScene) changed = small_scene_new_with (2000, TRUE, 42, "risk");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TuceFocus) few = NULL;
  g_autoptr (TuceFocus) again = NULL;
  g_autoptr (TuceFocus) more = NULL;
  TucePosition position;
  gint64 id = 43;
  guint before;

  for (gint64 i = 0; i < 20; i++)
    g_array_append_val (ids, i);
  few = tuce_focus_new (fixture->scene, ids);
  again = tuce_focus_new (changed, ids);
  g_array_append_val (ids, id);
  more = tuce_focus_new (changed, ids);
  g_assert_true (tuce_scene_household_position (fixture->scene, 42, &position));
  tuce_map_view_reveal (fixture->view, position, 14);
  spin_until_idle (fixture);
  before = tuce_tile_store_n_painted (tiles);
  tuce_map_view_show (fixture->view, fixture->scene, few);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), >, before + 8); /* nearly all became dim */

  before = tuce_tile_store_n_painted (tiles);
  tuce_map_view_show (fixture->view, changed, again);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), >, before);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), <=, before + 8);

  before = tuce_tile_store_n_painted (tiles);
  tuce_map_view_show (fixture->view, changed, more);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), <=, before + 8);
  g_assert_true (tuce_map_view_get_focus (fixture->view) == more);
}

static void
on_picked (TuceMapView *view, TuceHit *hit, TuceHit *found)
{
  *found = *hit;
}

/* The click gesture is driven directly: what a pointer would do. */
static void
test_click_picks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  TucePosition position;
  TuceHit found = { 0 };
  TuceView view;
  double x, y;

  g_assert_true (tuce_scene_household_position (fixture->scene, 42, &position));
  tuce_map_view_reveal (fixture->view, position, 16);
  spin_until_idle (fixture);
  view = tuce_map_view_get_view (fixture->view);
  tuce_view_to_units (&view, tuce_mercator_from_position (position), &x, &y);
  g_signal_connect (fixture->view, "picked", G_CALLBACK (on_picked), &found);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        {
          g_signal_emit_by_name (controller, "pressed", 1, x, y);
          g_signal_emit_by_name (controller, "released", 1, x, y);
        }
    }
  g_assert_cmpint (found.household, ==, 42);
}

/* One site, its symbol in the middle of the county. */
static TuceOverlay *
one_site (TuceScene *scene)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_site_free);
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_overlay_flow_free);
  TuceOverlaySite *site = g_new0 (TuceOverlaySite, 1);
  TuceOverlayFlow *flow = g_new0 (TuceOverlayFlow, 1);
  TuceBox box = tuce_scene_box (scene);

  *site = (TuceOverlaySite){ 7, g_strdup ("安置点"), g_strdup (""), g_strdup (""), 0, tuce_mark_find ("met"), TRUE,
                             { (box.west + box.east) / 2, (box.south + box.north) / 2 }, .people = 100, .occupancy = 0.5,
                             .used = TRUE, .series = 1 };
  g_strlcpy (flow->village, "511725100200", sizeof flow->village);
  flow->village_name = g_strdup ("双桥村");
  flow->people = 30;
  flow->metres = 4000;
  g_ptr_array_add (sites, site);
  g_ptr_array_add (flows, flow);
  return tuce_overlay_new (sites, flows);
}

/* Sites are shown without painting a tile anew, and picked before what lies beneath. */
static void
test_overlay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceOverlay) overlay = one_site (fixture->scene);
  TuceOverlayOptions options = { TUCE_OVERLAY_USUAL, 0, 0 };
  guint painted = tuce_tile_store_n_painted (tuce_map_view_get_tiles (fixture->view)), without = colours (fixture), with;
  TuceHit hit;
  double x, y;

  tuce_map_view_pick_middle (fixture->view, &hit, &x, &y);
  g_assert_cmpint (hit.site, ==, 0);
  tuce_map_view_set_overlay (fixture->view, overlay, &options);
  spin_until_idle (fixture);
  with = colours (fixture);
  g_assert_cmpuint (with, >, without);
  tuce_map_view_pick_middle (fixture->view, &hit, &x, &y);
  g_assert_cmpint (hit.site, ==, 7);
  g_assert_cmpint (hit.series, ==, 1);
  g_assert_cmpint (hit.household, ==, 0);

  options.selected = 7;
  options.selected_series = 1;
  tuce_map_view_set_overlay (fixture->view, overlay, &options);
  spin_until_idle (fixture);
  g_assert_cmpuint (colours (fixture), >, with);
  g_assert_cmpuint (tuce_tile_store_n_painted (tuce_map_view_get_tiles (fixture->view)), ==, painted);

  options.parts = 0;
  tuce_map_view_set_overlay (fixture->view, overlay, &options);
  tuce_map_view_pick_middle (fixture->view, &hit, &x, &y);
  g_assert_cmpint (hit.site, ==, 0);
  tuce_map_view_set_overlay (fixture->view, NULL, NULL);
  spin_until_idle (fixture);
  g_assert_cmpuint (colours (fixture), ==, without);
}

static void
test_layers_paint_anew (Fixture *fixture, gconstpointer data)
{
  TuceTileStore *tiles = tuce_map_view_get_tiles (fixture->view);
  guint before = tuce_tile_store_n_painted (tiles);

  tuce_map_view_set_layers (fixture->view, 0);
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), ==, before);
  tuce_map_view_set_layers (fixture->view, tuce_layer_style_usual ());
  spin_until_idle (fixture);
  g_assert_cmpuint (tuce_tile_store_n_painted (tiles), >, before);
}

/* What was shown whole is shown whole in a larger window, unless the map was moved meanwhile. */
static void
test_fits_anew (Fixture *fixture, gconstpointer data)
{
  double zoom = tuce_map_view_get_view (fixture->view).zoom;
  TuceView view;

  gtk_widget_size_allocate (GTK_WIDGET (fixture->view), &(GtkAllocation){ 0, 0, 1600, 1200 }, -1);
  spin_until_idle (fixture);
  view = tuce_map_view_get_view (fixture->view);
  g_assert_cmpfloat (view.zoom, >, zoom);
  tuce_map_view_zoom_by (fixture->view, -0.25);
  zoom = tuce_map_view_get_view (fixture->view).zoom;
  gtk_widget_size_allocate (GTK_WIDGET (fixture->view), &(GtkAllocation){ 0, 0, 800, 600 }, -1);
  spin_until_idle (fixture);
  g_assert_cmpfloat (tuce_map_view_get_view (fixture->view).zoom, ==, zoom);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/view/painted", Fixture, NULL, set_up, test_painted, tear_down);
  g_test_add ("/view/tiles-kept", Fixture, NULL, set_up, test_tiles_kept, tear_down);
  g_test_add ("/view/change-touches-few", Fixture, NULL, set_up, test_change_touches_few, tear_down);
  g_test_add ("/view/focus-touches-few", Fixture, NULL, set_up, test_focus_touches_few, tear_down);
  g_test_add ("/view/click-picks", Fixture, NULL, set_up, test_click_picks, tear_down);
  g_test_add ("/view/overlay", Fixture, NULL, set_up, test_overlay, tear_down);
  g_test_add ("/view/layers-paint-anew", Fixture, NULL, set_up, test_layers_paint_anew, tear_down);
  g_test_add ("/view/fits-anew", Fixture, NULL, set_up, test_fits_anew, tear_down);
  return g_test_run ();
}
