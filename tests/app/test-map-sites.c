/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resettlement sites and layers on the map page: shown, picked, selected, named, hidden, explained. */
#include <string.h>

#include "a-map-page.h"
#include "tuce-edit.h"
#include "tuce-map-options.h"

static TuceOverlay *
overlay_of (MapPage *fixture)
{
  return tuce_map_view_get_overlay (fixture->view);
}

/* Gives the site of which most is known: one that many people move to. */
static const TuceOverlaySite *
some_site (MapPage *fixture)
{
  const TuceOverlaySite *best = NULL;

  g_assert_nonnull (overlay_of (fixture));
  for (guint i = 0; i < tuce_overlay_sites (overlay_of (fixture))->len; i++)
    {
      const TuceOverlaySite *site = tuce_overlay_sites (overlay_of (fixture))->pdata[i];

      if (site->placed && (!best || site->taken_people > best->taken_people))
        best = site;
    }
  g_assert_nonnull (best);
  return best;
}

static void
place_of (MapPage *fixture, TucePosition position, double *x, double *y)
{
  TuceView view = tuce_map_view_get_view (fixture->view);

  tuce_view_to_units (&view, tuce_mercator_from_position (position), x, y);
}

static gboolean
sees (MapPage *fixture, TucePosition position)
{
  TuceView view = tuce_map_view_get_view (fixture->view);
  TuceBox box = tuce_view_box (&view);

  return tuce_box_contains (&box, position);
}

static void
test_click_selects (MapPage *fixture, gconstpointer data)
{
  const TuceOverlaySite *site = some_site (fixture);
  gint64 id = site->id;
  double x, y;

  tuce_map_view_reveal (fixture->view, site->position, 14);
  map_page_settle (fixture);
  place_of (fixture, site->position, &x, &y);
  map_page_click (fixture, GDK_BUTTON_PRIMARY, x, y);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "site");
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, id);
}

static void
test_hover_names (MapPage *fixture, gconstpointer data)
{
  const TuceOverlaySite *site = some_site (fixture);
  GtkWidget *label = tuce_map_page_get_part (fixture->page, "hover");
  g_autofree char *figures = g_strdup_printf ("assigned: %d households, %d people", (int) site->taken_households,
                                              (int) site->taken_people);
  double x, y;

  tuce_map_view_reveal (fixture->view, site->position, 14);
  map_page_settle (fixture);
  place_of (fixture, site->position, &x, &y);
  map_page_hover (fixture, x, y);
  g_assert_true (map_page_shows (label, site->name));
  g_assert_true (map_page_shows (label, figures));
}

/* One that is selected elsewhere comes into view with the villages its people come from. */
static void
test_selection_comes_into_view (MapPage *fixture, gconstpointer data)
{
  const TuceOverlaySite *site = some_site (fixture);
  TuceBox box;

  g_assert_true (tuce_overlay_box (overlay_of (fixture), site->id, 0, &box));
  tuce_map_view_fit_box (fixture->view, &(TuceBox){ 106.0, 30.0, 106.1, 30.1 });
  map_page_settle (fixture);
  g_assert_false (sees (fixture, site->position));
  tuce_workspace_select (fixture->workspace, "site", site->id);
  map_page_settle (fixture);
  g_assert_true (sees (fixture, site->position));
  g_assert_true (sees (fixture, (TucePosition){ box.west, box.south }));
  g_assert_true (sees (fixture, (TucePosition){ box.east, box.north }));
}

static void
test_hidden (MapPage *fixture, gconstpointer data)
{
  TuceMapOptions *options = TUCE_MAP_OPTIONS (tuce_map_page_get_part (fixture->page, "options"));
  GtkWidget *key = tuce_map_page_get_part (fixture->page, "key"), *again;

  g_assert_true (tuce_map_options_get_sites (options));
  g_assert_true (gtk_widget_get_visible (key));
  tuce_map_options_show_part (options, "sites", FALSE);
  map_page_settle (fixture);
  g_assert_null (overlay_of (fixture));

  again = g_object_ref_sink (tuce_map_page_new (fixture->workspace, fixture->settings));
  g_assert_false (tuce_map_options_get_sites (TUCE_MAP_OPTIONS (tuce_map_page_get_part (TUCE_MAP_PAGE (again), "options"))));
  while (tuce_map_page_is_loading (TUCE_MAP_PAGE (again)))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (again);
}

static TuceRecord *
fresh (MapPage *fixture, const char *entity)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (tuce_workspace_get_county (fixture->workspace));

  return tuce_record_new (tuce_dictionary_entity (dictionary, entity));
}

/* Adds @record, as the only change of an edit. */
static void
add (MapPage *fixture, TuceRecord *record)
{
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (tuce_workspace_get_county (fixture->workspace), "add", &error);

  g_assert_true (tuce_edit_insert (edit, record, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_no_error (error);
  map_page_settle (fixture);
}

/* A new site is on the map at once; one of which nobody knows where it lies does no harm. */
static void
test_edit_refreshes (MapPage *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) site = fresh (fixture, "site"), nowhere = fresh (fixture, "site");
  g_autoptr (TuceQuery) query = tuce_query_new (tuce_workspace_get_county (fixture->workspace), "village");
  g_autoptr (GArray) ids = tuce_query_ids (query, tuce_workspace_get_county (fixture->workspace), NULL, NULL);
  g_autoptr (TuceRecord) village = tuce_county_load (tuce_workspace_get_county (fixture->workspace), "village",
                                                     g_array_index (ids, gint64, 0), NULL);
  guint before = tuce_overlay_sites (overlay_of (fixture))->len;

  tuce_record_set_text (site, "name", "新安置点");
  tuce_record_set_text (site, "village_code", tuce_record_text (village, "code"));
  tuce_record_set_text (site, "stage_set", "PLAN");
  tuce_record_set_text (site, "stage_note", "试");
  tuce_record_set_real (site, "lon", 106.9);
  tuce_record_set_real (site, "lat", 30.8);
  add (fixture, site);
  g_assert_cmpuint (tuce_overlay_sites (overlay_of (fixture))->len, ==, before + 1);
  g_assert_true (tuce_overlay_find (overlay_of (fixture), site->id, 0)->placed);

  tuce_record_set_text (nowhere, "name", "无坐标安置点");
  tuce_record_set_text (nowhere, "village_code", tuce_record_text (village, "code"));
  add (fixture, nowhere);
  tuce_workspace_select (fixture->workspace, "site", nowhere->id);
  map_page_settle (fixture);
  g_assert_cmpuint (tuce_overlay_sites (overlay_of (fixture))->len, ==, before + 2);
}

static guint
n_boxes (GtkWidget *widget, const char *label)
{
  guint n = GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += n_boxes (child, label);
  return n;
}

/* A layer that was brought in can be hidden, stays so, and is explained while it is shown. */
static void
test_layers (MapPage *fixture, gconstpointer data)
{
  TuceMapOptions *options = TUCE_MAP_OPTIONS (tuce_map_page_get_part (fixture->page, "options"));
  guint flood = (guint) tuce_layer_style_find ("flood"), set;
  const TucePosition corners[] = { { 106.9, 30.8 }, { 107.0, 30.8 }, { 107.0, 30.9 } };
  g_autoptr (TuceShape) shape = tuce_shape_new (TUCE_SHAPE_POLYGON, corners, (guint[]){ 0, 3 }, 1);
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (TuceRecord) feature = fresh (fixture, "feature");
  double x, y;
  GtkWidget *again;

  tuce_record_set_text (feature, "layer", "flood");
  tuce_record_set_text (feature, "name", "淹没区");
  tuce_record_set_text (feature, "origin", "schematic");
  tuce_record_set_bytes (feature, "shape", wkb);
  add (fixture, feature);
  set = tuce_map_options_get_layers (options);
  g_assert_cmpuint (set & 1u << flood, !=, 0);
  g_assert_cmpuint (n_boxes (GTK_WIDGET (options), "Flood zone"), ==, 1);
  tuce_map_view_reveal (fixture->view, (TucePosition){ 106.97, 30.83 }, 11);
  map_page_settle (fixture);
  place_of (fixture, (TucePosition){ 106.97, 30.83 }, &x, &y);
  map_page_hover (fixture, x, y);
  g_assert_true (map_page_shows (tuce_map_page_get_part (fixture->page, "hover"), "Flood zone: 淹没区"));
  tuce_map_options_show_layer (options, flood, FALSE);
  g_assert_cmpuint (tuce_map_options_get_layers (options), ==, set & ~(1u << flood));
  map_page_settle (fixture);

  again = g_object_ref_sink (tuce_map_page_new (fixture->workspace, fixture->settings));
  options = TUCE_MAP_OPTIONS (tuce_map_page_get_part (TUCE_MAP_PAGE (again), "options"));
  g_assert_cmpuint (tuce_map_options_get_layers (options), ==, set & ~(1u << flood));
  while (tuce_map_page_is_loading (TUCE_MAP_PAGE (again)))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (again);
}

/* By the stage of the move those who do not move are called so. */
static void
test_colouring (MapPage *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  const TuceColouring *colouring = tuce_colouring_find ("relocation");
  g_autoptr (TuceScene) scene = tuce_scene_load_coloured (county, colouring, NULL, &error);
  GPtrArray *legend;
  const TuceLegendLine *last;

  g_assert_no_error (error);
  g_assert_cmpstr (colouring->name, ==, "relocation");
  legend = tuce_scene_legend (scene);
  g_assert_cmpuint (legend->len, >, 2);
  last = legend->pdata[legend->len - 1];
  g_assert_cmpstr (last->code, ==, "");
  g_assert_cmpstr (last->label, ==, "Not relocated");
  g_assert_cmpstr (last->mark->name, ==, "none");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  map_page_make_counties ();
#define add_test(path, test) g_test_add ("/map-sites/" path, MapPage, NULL, map_page_set_up, test, map_page_tear_down)
  add_test ("click-selects", test_click_selects);
  add_test ("hover-names", test_hover_names);
  add_test ("selection-comes-into-view", test_selection_comes_into_view);
  add_test ("hidden", test_hidden);
  add_test ("edit-refreshes", test_edit_refreshes);
  add_test ("layers", test_layers);
  add_test ("colouring", test_colouring);
#undef add_test
  return g_test_run ();
}
