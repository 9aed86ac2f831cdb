/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map page as people use it: a click selects, the pointer names, legend, scale, scope, layers, keys, menu. */
#include <math.h>
#include <string.h>

#include "a-map-page.h"
#include "tuce-map-legend.h"
#include "tuce-map-options.h"
#include "tuce-map-print.h"

/* Gives a household with a position, its record and where it is on the page. */
static TuceRecord *
bring_up_household (MapPage *fixture, double *x, double *y)
{
  g_autoptr (TuceQuery) query = tuce_query_new (tuce_workspace_get_county (fixture->workspace), "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, tuce_workspace_get_county (fixture->workspace), NULL, NULL);
  gint64 id = g_array_index (ids, gint64, ids->len / 2);
  TucePosition position;
  TuceView view;

  g_assert_true (tuce_scene_household_position (map_page_scene_of (fixture), id, &position));
  tuce_map_view_reveal (fixture->view, position, 16);
  map_page_settle (fixture);
  view = tuce_map_view_get_view (fixture->view);
  tuce_view_to_units (&view, tuce_mercator_from_position (position), x, y);
  return tuce_county_load (tuce_workspace_get_county (fixture->workspace), "household", id, NULL);
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
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);

  map_page_click (fixture, GDK_BUTTON_PRIMARY, x, y);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "household");
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, household->id);
}

static void
test_click_selects_village (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  g_autoptr (TuceRecord) village = NULL;
  TuceBox box;
  TuceView view;

  g_assert_true (tuce_scene_place_box (map_page_scene_of (fixture), tuce_record_text (household, "village_code"), &box));
  tuce_map_view_fit_box (fixture->view, &box);
  tuce_map_view_zoom_by (fixture->view, 12 - tuce_map_view_get_view (fixture->view).zoom); /* rings, no points */
  map_page_settle (fixture);
  view = tuce_map_view_get_view (fixture->view);
  tuce_view_to_units (&view, tuce_mercator_from_position (
                               (TucePosition){ tuce_record_value (household, "lon")->real, tuce_record_value (household, "lat")->real }),
                      &x, &y);
  map_page_click (fixture, GDK_BUTTON_PRIMARY, x, y);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "village");
  village = tuce_county_load (tuce_workspace_get_county (fixture->workspace), "village",
                              tuce_workspace_get_selected_id (fixture->workspace), NULL);
  g_assert_cmpstr (tuce_record_text (village, "code"), ==, tuce_record_text (household, "village_code"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.whole-county", NULL); /* townships, no villages */
  map_page_settle (fixture);
  view = tuce_map_view_get_view (fixture->view);
  tuce_view_to_units (&view, tuce_mercator_from_position (
                               (TucePosition){ tuce_record_value (household, "lon")->real, tuce_record_value (household, "lat")->real }),
                      &x, &y);
  map_page_click (fixture, GDK_BUTTON_PRIMARY, x, y);
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "township");
}

static void
test_selection_comes_into_view (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  TucePosition position;

  g_assert_true (tuce_scene_household_position (map_page_scene_of (fixture), household->id, &position));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.whole-county", NULL);
  map_page_settle (fixture);
  tuce_workspace_select (fixture->workspace, "household", household->id);
  map_page_settle (fixture);
  g_assert_true (sees (fixture, position));
  g_assert_cmpfloat (tuce_map_view_get_view (fixture->view).zoom, >=, 14);
}

static void
test_hover_names (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  GtkWidget *label = tuce_map_page_get_part (fixture->page, "hover");

  g_assert_false (gtk_widget_get_visible (label));
  map_page_hover (fixture, x, y);
  g_assert_true (map_page_shows (label, tuce_record_text (household, "head_name")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.whole-county", NULL);
  map_page_settle (fixture);
  map_page_hover (fixture, 500, 350);
  g_assert_false (map_page_shows (label, tuce_record_text (household, "head_name")));
  g_assert_true (map_page_shows (label, "households"));
  map_page_hover (fixture, 1, 1); /* beyond the county */
  g_assert_false (gtk_widget_get_visible (label));
}

static void
test_legend_counts (MapPage *fixture, gconstpointer data)
{
  GtkWidget *legend = tuce_map_page_get_part (fixture->page, "legend");
  GPtrArray *lines = tuce_scene_legend (map_page_scene_of (fixture));
  gint64 sum = 0;

  g_assert_cmpuint (lines->len, >, 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const TuceLegendLine *line = lines->pdata[i];
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, line->count);

      sum += line->count;
      g_assert_true (map_page_shows (legend, line->label));
      g_assert_true (map_page_shows (legend, count));
    }
  g_assert_cmpint (sum, ==, MAP_PAGE_HOUSEHOLDS);
}

static void
test_scale (MapPage *fixture, gconstpointer data)
{
  GtkWidget *scale = tuce_map_page_get_part (fixture->page, "scale");

  g_assert_true (map_page_shows (scale, " km"));
  g_assert_true (map_page_shows (scale, "Schematic borders"));
  g_assert_true (map_page_shows (scale, "OpenStreetMap"));
  tuce_map_view_reveal (fixture->view, (TucePosition){ 106.97, 30.84 }, 17);
  map_page_settle (fixture);
  g_assert_true (map_page_shows (scale, " m"));
  tuce_map_view_reveal (fixture->view, (TucePosition){ 104, 32 }, 17); /* far off: nothing schematic in view */
  map_page_settle (fixture);
  g_assert_false (map_page_shows (scale, "Schematic borders"));
}

static void
test_scope (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  const char *code = tuce_record_text (household, "village_code");
  TuceBox box;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.whole-county", NULL);
  tuce_workspace_set_scope (fixture->workspace, code);
  map_page_settle (fixture);
  g_assert_true (tuce_scene_place_box (map_page_scene_of (fixture), code, &box));
  g_assert_true (sees (fixture, (TucePosition){ box.west, box.south }));
  g_assert_true (sees (fixture, (TucePosition){ box.east, box.north }));
  g_assert_cmpfloat (tuce_map_view_get_view (fixture->view).zoom, >, 12);
}

/* What an edit changes is shown without anybody asking. */
static void
test_edit_refreshes (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  TuceScene *before = map_page_scene_of (fixture);
  TucePosition position;
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "move", &error);

  tuce_record_set_real (household, "lon", 106.9);
  tuce_record_set_real (household, "lat", 30.8);
  g_assert_true (tuce_edit_update (edit, household, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
  map_page_settle (fixture);
  g_assert_true (map_page_scene_of (fixture) != before);
  g_assert_true (tuce_scene_household_position (map_page_scene_of (fixture), household->id, &position));
  g_assert_cmpfloat_with_epsilon (position.lon, 106.9, 1e-9);
}

static void
test_without_outlines (MapPage *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (tuce_map_page_get_part (fixture->page, "without-outlines")));
  g_assert_false (map_page_shows (tuce_map_page_get_part (fixture->page, "scale"), "Schematic borders"));
}

static GtkWidget *
legend_line (MapPage *fixture, guint index)
{
  GtkWidget *line = gtk_widget_get_first_child (tuce_map_page_get_part (fixture->page, "legend"));

  while (index--)
    line = gtk_widget_get_next_sibling (line);
  return line;
}

static void
press (MapPage *fixture, guint index)
{
  g_signal_emit_by_name (legend_line (fixture, index), "clicked");
  map_page_settle (fixture);
}

static gboolean
is_pressed (MapPage *fixture, guint index)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (legend_line (fixture, index)));
}

/* Gives how many households of the county the map map_page_shows as standing out. */
static guint
n_standing_out (MapPage *fixture)
{
  g_autoptr (TuceQuery) query = tuce_query_new (tuce_workspace_get_county (fixture->workspace), "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, tuce_workspace_get_county (fixture->workspace), NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    n += tuce_focus_has (tuce_map_view_get_focus (fixture->view), g_array_index (ids, gint64, i));
  return n;
}

/* The legend narrows what the whole window map_page_shows; pressed once more it lets go. */
static void
test_legend_narrows (MapPage *fixture, gconstpointer data)
{
  const TuceLegendLine *first = tuce_scene_legend (map_page_scene_of (fixture))->pdata[0];
  const TuceLegendLine *second = tuce_scene_legend (map_page_scene_of (fixture))->pdata[1];
  GPtrArray *conditions = tuce_workspace_get_conditions (fixture->workspace);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, second->count);

  g_assert_null (tuce_map_view_get_focus (fixture->view));
  press (fixture, 0);
  g_assert_cmpuint (conditions->len, ==, 1);
  g_assert_cmpstr (((TuceCondition *) conditions->pdata[0])->value, ==, first->code);
  g_assert_true (is_pressed (fixture, 0));
  g_assert_cmpuint (n_standing_out (fixture), ==, first->count);
  g_assert_true (map_page_shows (legend_line (fixture, 1), number)); /* what there would be to choose */

  press (fixture, 1);
  g_assert_cmpuint (conditions->len, ==, 1);
  g_assert_false (is_pressed (fixture, 0));
  g_assert_true (is_pressed (fixture, 1));
  g_assert_cmpuint (n_standing_out (fixture), ==, second->count);

  press (fixture, 1);
  g_assert_cmpuint (conditions->len, ==, 0);
  g_assert_false (is_pressed (fixture, 1));
  g_assert_null (tuce_map_view_get_focus (fixture->view));
}

/* A condition made elsewhere is pressed here too. */
static void
test_legend_follows (MapPage *fixture, gconstpointer data)
{
  const TuceLegendLine *second = tuce_scene_legend (map_page_scene_of (fixture))->pdata[1];
  g_autoptr (GError) error = NULL;

  g_assert_true (tuce_workspace_add_condition (fixture->workspace, "status", TUCE_IS, second->code, &error));
  map_page_settle (fixture);
  g_assert_false (is_pressed (fixture, 0));
  g_assert_true (is_pressed (fixture, 1));
  tuce_workspace_clear_conditions (fixture->workspace);
  map_page_settle (fixture);
  g_assert_false (is_pressed (fixture, 1));
}

static void
test_scope_dims (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  gint64 households, people;

  tuce_workspace_set_scope (fixture->workspace, tuce_record_text (household, "village_code"));
  map_page_settle (fixture);
  g_assert_true (tuce_scene_place_figures (map_page_scene_of (fixture), tuce_record_text (household, "village_code"), &households,
                                           &people));
  g_assert_cmpuint (n_standing_out (fixture), ==, households);
  g_assert_true (tuce_focus_has (tuce_map_view_get_focus (fixture->view), household->id));
}

static GHashTable *
read_all_as_poor (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  GHashTable *codes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, cancellable, error);

  for (guint i = 0; i + 1 < ids->len; i++) /* of the last one nobody knows */
    g_hash_table_insert (codes, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)), (gpointer) "0");
  return codes;
}

/* What the marks stand for is a path, or whatever a floor above reads; a path to no choice is refused. */
static void
test_colourings (MapPage *fixture, gconstpointer data)
{
  const TuceColouring own = { .name = "own", .read = read_all_as_poor, .code_list = "status" };
  const TuceColouring cause = { .name = "cause", .path = "cause_main" };
  const TuceColouring wrong = { .name = "wrong", .path = "head_name" };
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceScene) read = tuce_scene_load_coloured (county, &own, NULL, &error);
  g_autoptr (TuceScene) by_cause = tuce_scene_load_coloured (county, &cause, NULL, &error);
  const TuceLegendLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_scene_legend (read)->len, ==, 2);
  line = tuce_scene_legend (read)->pdata[0];
  g_assert_cmpstr (line->code, ==, "0");
  g_assert_cmpint (line->count, ==, MAP_PAGE_HOUSEHOLDS - 1);
  line = tuce_scene_legend (read)->pdata[1];
  g_assert_cmpstr (line->code, ==, "");
  g_assert_cmpint (line->count, ==, 1);
  g_assert_cmpuint (tuce_scene_legend (by_cause)->len, >, 2);
  g_assert_null (tuce_scene_load_coloured (county, &wrong, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_layers (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  TuceMapOptions *options = TUCE_MAP_OPTIONS (tuce_map_page_get_part (fixture->page, "options"));
  GtkWidget *again;

  g_assert_cmpint (tuce_map_options_get_parts (options), ==, TUCE_PAINT_TILE | TUCE_PAINT_NAMES);
  tuce_map_options_show_part (options, "households", FALSE);
  map_page_settle (fixture);
  map_page_click (fixture, GDK_BUTTON_PRIMARY, x, y); /* what is not shown can't be hit */
  g_assert_cmpstr (tuce_workspace_get_selected_entity (fixture->workspace), ==, "village");
  tuce_map_options_show_part (options, "rivers", FALSE);
  map_page_settle (fixture);

  again = g_object_ref_sink (tuce_map_page_new (fixture->workspace, fixture->settings));
  options = TUCE_MAP_OPTIONS (tuce_map_page_get_part (TUCE_MAP_PAGE (again), "options"));
  g_assert_cmpint (tuce_map_options_get_parts (options), ==, TUCE_PAINT_BASE | TUCE_PAINT_BORDERS | TUCE_PAINT_NAMES);
  while (tuce_map_page_is_loading (TUCE_MAP_PAGE (again)))
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (again);
}

static void
type_key (MapPage *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  map_page_settle (fixture);
}

static void
test_keys (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  GtkWidget *menu = tuce_map_page_get_part (fixture->page, "menu");
  TucePosition position;
  double zoom = tuce_map_view_get_view (fixture->view).zoom;

  /* reveal() put it in the middle. */
  type_key (fixture, GDK_KEY_Return, 0);
  g_assert_cmpint (tuce_workspace_get_selected_id (fixture->workspace), ==, household->id);
  type_key (fixture, GDK_KEY_minus, 0);
  g_assert_cmpfloat (tuce_map_view_get_view (fixture->view).zoom, ==, zoom - 1);
  type_key (fixture, GDK_KEY_plus, 0);
  g_assert_cmpfloat (tuce_map_view_get_view (fixture->view).zoom, ==, zoom);
  g_assert_true (tuce_scene_household_position (map_page_scene_of (fixture), household->id, &position));
  for (guint i = 0; i < 12; i++)
    type_key (fixture, GDK_KEY_Right, 0);
  g_assert_false (sees (fixture, position));
  type_key (fixture, GDK_KEY_Home, 0);
  g_assert_true (sees (fixture, position));

  g_assert_false (gtk_widget_get_visible (menu));
  type_key (fixture, GDK_KEY_Menu, 0);
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
}

static void
test_menu (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);

  map_page_click (fixture, GDK_BUTTON_SECONDARY, x, y);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.use-as-scope", NULL);
  map_page_settle (fixture);
  g_assert_cmpstr (tuce_workspace_get_scope (fixture->workspace), ==, tuce_record_text (household, "village_code"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.whole-scope", NULL);
  map_page_settle (fixture);
  g_assert_cmpstr (tuce_workspace_get_scope (fixture->workspace), ==, "511725");
  tuce_workspace_select (fixture->workspace, "household", household->id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "map.scope-of-selection", NULL);
  map_page_settle (fixture);
  g_assert_cmpstr (tuce_workspace_get_scope (fixture->workspace), ==, tuce_record_text (household, "village_code"));
  gtk_popover_popdown (GTK_POPOVER (tuce_map_page_get_part (fixture->page, "menu")));
}

static void
test_saves_map (MapPage *fixture, gconstpointer data)
{
  double x, y;
  g_autoptr (TuceRecord) household = bring_up_household (fixture, &x, &y);
  g_autofree char *path = g_build_filename (fixture->folder, "map.pdf", NULL);
  g_autofree char *report = NULL;
  g_autofree char *text = NULL;

  g_signal_connect (fixture->workspace, "reported", G_CALLBACK (map_page_keep_report), &report);
  tuce_map_print_save (fixture->workspace, tuce_record_text (household, "village_code"), map_page_scene_of (fixture), path);
  while (!report)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (report, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));

  g_clear_pointer (&report, g_free);
  tuce_map_print_save (fixture->workspace, "999999", map_page_scene_of (fixture), path);
  g_assert_nonnull (strstr (report, "999999"));
  g_signal_handlers_disconnect_by_func (fixture->workspace, map_page_keep_report, &report);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  map_page_make_counties ();
#define add(path, test) g_test_add ("/map-page/" path, MapPage, NULL, map_page_set_up, test, map_page_tear_down)
  add ("click-selects", test_click_selects);
  add ("click-selects-village", test_click_selects_village);
  add ("selection-comes-into-view", test_selection_comes_into_view);
  add ("hover-names", test_hover_names);
  add ("legend-counts", test_legend_counts);
  add ("scale", test_scale);
  add ("scope", test_scope);
  add ("edit-refreshes", test_edit_refreshes);
  add ("legend-narrows", test_legend_narrows);
  add ("legend-follows", test_legend_follows);
  add ("scope-dims", test_scope_dims);
  add ("colourings", test_colourings);
  add ("layers", test_layers);
  add ("keys", test_keys);
  add ("menu", test_menu);
  add ("saves-map", test_saves_map);
#undef add
  g_test_add ("/map-page/without-outlines", MapPage, map_page_bare, map_page_set_up, test_without_outlines,
              map_page_tear_down);
  return g_test_run ();
}
