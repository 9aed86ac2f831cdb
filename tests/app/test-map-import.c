/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines imported from the window: guessed, counted, written, stopped, refused. */
#include <math.h>
#include <string.h>

#include "a-map-page.h"
#include "tuce-journal.h"
#include "tuce-map-import-dialog.h"
#include "tuce-query.h"

#define TOWNSHIP(code, west, east) \
  "{\"type\":\"Feature\",\"properties\":{\"NAME\":\"x\",\"XZQDM\":\"" code "\"},\"geometry\":{\"type\":\"Polygon\"," \
  "\"coordinates\":[[[" #west ",30.8],[" #east ",30.8],[" #east ",30.9],[" #west ",30.9],[" #west ",30.8]]]}}"

static char *
write_outlines (MapPage *fixture, const char *name, const char *features)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[%s]}", features);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static TuceMapImportDialog *
open_dialog (MapPage *fixture, const char *path)
{
  TuceMapImportDialog *dialog = TUCE_MAP_IMPORT_DIALOG (
    tuce_map_import_dialog_new (fixture->workspace, GTK_WINDOW (fixture->window), path));

  gtk_window_present (GTK_WINDOW (dialog));
  while (tuce_map_import_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

static guint
chosen (TuceMapImportDialog *dialog, const char *part)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, part)));
}

/* Guessed, counted, imported, shown, undone. */
static void
test_import (MapPage *fixture, gconstpointer data)
{
  g_autofree char *path = write_outlines (fixture, "t.geojson",
                                          TOWNSHIP ("511725101", 106.9, 107.0) "," TOWNSHIP ("511725102", 107.0, 107.1) ","
                                          TOWNSHIP ("511725999", 107.1, 107.2));
  TuceMapImportDialog *dialog = open_dialog (fixture, path);
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  TuceBox box;

  g_assert_cmpuint (chosen (dialog, "level"), ==, 1);
  g_assert_cmpuint (chosen (dialog, "key"), ==, 1);
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "2 of 60"));
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "1 shape"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "level")), 2);
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "0 of 566"));
  g_assert_false (gtk_widget_get_sensitive (tuce_map_import_dialog_get_part (dialog, "import")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "level")), 1);

  g_signal_connect (fixture->workspace, "reported", G_CALLBACK (map_page_keep_report), &report);
  g_signal_emit_by_name (tuce_map_import_dialog_get_part (dialog, "import"), "clicked");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
  map_page_settle (fixture);
  g_assert_nonnull (strstr (report, "2 outlines taken"));
  g_assert_false (gtk_widget_get_visible (tuce_map_page_get_part (fixture->page, "without-outlines")));
  g_assert_true (tuce_scene_place_box (map_page_scene_of (fixture), "511725102", &box));
  g_assert_cmpfloat_with_epsilon (box.west, 107.0, 1e-9);

  g_assert_true (tuce_journal_undo (tuce_workspace_get_county (fixture->workspace), &error));
  map_page_settle (fixture);
  g_assert_true (gtk_widget_get_visible (tuce_map_page_get_part (fixture->page, "without-outlines")));
  g_signal_handlers_disconnect_by_func (fixture->workspace, map_page_keep_report, &report);
}

/* The same coordinates said to be Baidu's lie a kilometre elsewhere. */
static void
test_import_datum (MapPage *fixture, gconstpointer data)
{
  g_autofree char *path = write_outlines (fixture, "t.geojson", TOWNSHIP ("511725101", 106.9, 107.0));
  TuceMapImportDialog *dialog = open_dialog (fixture, path);
  TuceBox box;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "datum")), 2);
  while (tuce_map_import_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "1 of 60"));
  g_signal_emit_by_name (tuce_map_import_dialog_get_part (dialog, "import"), "clicked");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
  map_page_settle (fixture);
  g_assert_true (tuce_scene_place_box (map_page_scene_of (fixture), "511725101", &box));
  g_assert_cmpfloat (fabs (box.west - 106.9), >, 0.005);
}

static void
test_import_stopped (MapPage *fixture, gconstpointer data)
{
  g_autofree char *path = write_outlines (fixture, "t.geojson", TOWNSHIP ("511725101", 106.9, 107.0));
  TuceMapImportDialog *dialog = open_dialog (fixture, path);

  g_signal_emit_by_name (tuce_map_import_dialog_get_part (dialog, "import"), "clicked");
  g_signal_emit_by_name (tuce_map_import_dialog_get_part (dialog, "stop"), "clicked");
  while (tuce_map_import_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  map_page_settle (fixture);
  g_assert_true (gtk_widget_get_visible (tuce_map_page_get_part (fixture->page, "without-outlines")));
  g_assert_true (gtk_widget_get_sensitive (tuce_map_import_dialog_get_part (dialog, "import"))); /* may be tried again */
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_import_refused (MapPage *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.geojson", NULL);
  TuceMapImportDialog *dialog;

  g_assert_true (g_file_set_contents (path, "no geodata", -1, NULL));
  dialog = open_dialog (fixture, path);
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "problem"), "can't be read as geodata"));
  g_assert_false (gtk_widget_get_sensitive (tuce_map_import_dialog_get_part (dialog, "import")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define PLACE(name, lon, lat) \
  "{\"type\":\"Feature\",\"properties\":{\"BH\":\"1\",\"MC\":\"" name "\"},\"geometry\":{\"type\":\"Point\"," \
  "\"coordinates\":[" #lon "," #lat "]}}"

static guint
features_of (MapPage *fixture, const char *layer)
{
  TuceCounty *county = tuce_workspace_get_county (fixture->workspace);
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  tuce_query_add_condition (query, "layer", TUCE_IS, layer, &error);
  g_assert_no_error (error);
  ids = tuce_query_ids (query, county, NULL, &error);
  g_assert_no_error (error);
  return ids->len;
}

static void
import_and_wait (TuceMapImportDialog *dialog)
{
  g_signal_emit_by_name (tuce_map_import_dialog_get_part (dialog, "import"), "clicked");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
}

/* A file without codes is taken for the layer its name says; names guessed; kept or replaced; outlines still to choose. */
static void
test_layer (MapPage *fixture, gconstpointer data)
{
  g_autofree char *path = write_outlines (fixture, "school.geojson",
                                          PLACE ("双桥小学", 106.97, 30.83) "," PLACE ("渠北小学", 106.98, 30.84) ","
                                          PLACE ("外地", 116.4, 39.9));
  TuceMapImportDialog *dialog = open_dialog (fixture, path);
  g_autofree char *report = NULL;

  g_assert_cmpuint (chosen (dialog, "level"), ==, 7); /* after three outlines and four constraints */
  g_assert_cmpuint (chosen (dialog, "key"), ==, 2);
  g_assert_true (gtk_widget_get_visible (tuce_map_import_dialog_get_part (dialog, "keep")));
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "2 features. 1 lies outside"));
  /* Farmland is areas. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "level")), 4);
  g_assert_true (map_page_shows (tuce_map_import_dialog_get_part (dialog, "found"), "0 features. 3 are passed over"));
  g_assert_false (gtk_widget_get_sensitive (tuce_map_import_dialog_get_part (dialog, "import")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "level")), 1);
  g_assert_false (gtk_widget_get_visible (tuce_map_import_dialog_get_part (dialog, "keep")));
  g_assert_false (gtk_widget_get_sensitive (tuce_map_import_dialog_get_part (dialog, "import")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (tuce_map_import_dialog_get_part (dialog, "level")), 7);
  g_assert_cmpuint (chosen (dialog, "key"), ==, 2);

  g_signal_connect (fixture->workspace, "reported", G_CALLBACK (map_page_keep_report), &report);
  import_and_wait (dialog);
  g_assert_nonnull (strstr (report, "2 features taken; 1 shape passed over"));
  g_assert_cmpuint (features_of (fixture, "school"), ==, 2);

  dialog = open_dialog (fixture, path);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tuce_map_import_dialog_get_part (dialog, "keep")), TRUE);
  import_and_wait (dialog);
  g_assert_cmpuint (features_of (fixture, "school"), ==, 4);
  dialog = open_dialog (fixture, path);
  import_and_wait (dialog);
  g_assert_cmpuint (features_of (fixture, "school"), ==, 2);
  g_assert_true (tuce_journal_undo (tuce_workspace_get_county (fixture->workspace), NULL));
  g_assert_cmpuint (features_of (fixture, "school"), ==, 4);
  map_page_settle (fixture);
  g_signal_handlers_disconnect_by_func (fixture->workspace, map_page_keep_report, &report);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  map_page_make_counties ();
#define add(path, test) g_test_add ("/map-import/" path, MapPage, map_page_bare, map_page_set_up, test, map_page_tear_down)
  add ("taken", test_import);
  add ("datum", test_import_datum);
  add ("stopped", test_import_stopped);
  add ("refused", test_import_refused);
  add ("layer", test_layer);
#undef add
  return g_test_run ();
}
