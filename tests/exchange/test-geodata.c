/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-error.h"
#include "tuce-geodata.h"
#include "tuce-new-county.h"
#include "tuce-query.h"

#include <glib/gstdio.h>

#define SQUARE(x) \
  "{\"type\":\"Polygon\",\"coordinates\":[[[" #x ",30.8],[107.0,30.8],[107.0,30.9],[" #x ",30.9],[" #x ",30.8]]]}"

static char *
write_file (const char *name, const char *text)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
collection (const char *crs, const char *features)
{
  return g_strdup_printf ("{\"type\":\"FeatureCollection\",%s\"features\":[%s]}", crs, features);
}

static void
test_load (void)
{
  g_autofree char *text = collection ("", "{\"type\":\"Feature\",\"properties\":{\"code\":\"511725101\",\"名称\":\"渠江镇\"},"
                                          "\"geometry\":" SQUARE (106.9) "},"
                                          "{\"type\":\"Feature\",\"properties\":{\"code\":\"x\"},\"geometry\":null}");
  g_autofree char *path = write_file ("plain.geojson", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceGeodata) geodata = tuce_geodata_load (path, TUCE_DATUM_WGS84, &error);
  g_autoptr (TuceGeodata) shifted = tuce_geodata_load (path, TUCE_DATUM_GCJ02, NULL);
  TucePosition there, back;

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_geodata_n_features (geodata), ==, 1); /* one has no shape */
  g_assert_cmpstr (tuce_geodata_text (geodata, 0, "名称"), ==, "渠江镇");
  g_assert_cmpstr (tuce_geodata_text (geodata, 0, "none"), ==, "");
  g_assert_true (tuce_geodata_has_attribute (geodata, "code"));
  g_assert_cmpfloat_with_epsilon (tuce_geodata_shape (geodata, 0)->box.west, 106.9, 1e-9);

  there = tuce_geodata_shape (geodata, 0)->positions[0];
  back = tuce_position_from_wgs84 (tuce_geodata_shape (shifted, 0)->positions[0], TUCE_DATUM_GCJ02);
  g_assert_cmpfloat_with_epsilon (back.lon, there.lon, 1e-8);
  g_assert_cmpstr (tuce_geodata_source (shifted), ==, "gcj02");
}

/* domain.md §10: the grid of 渠县, east and north. */
static void
test_grid (void)
{
  g_autofree char *text = collection (
    "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4545\"}},",
    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[401805.166,3413309.354]}}");
  g_autofree char *path = write_file ("grid.geojson", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceGeodata) geodata = tuce_geodata_load (path, TUCE_DATUM_BD09, &error);
  TucePosition at;

  g_assert_no_error (error);
  at = tuce_geodata_shape (geodata, 0)->positions[0];
  g_assert_cmpfloat_with_epsilon (at.lon, 106.9736, 1e-7);
  g_assert_cmpfloat_with_epsilon (at.lat, 30.8366, 1e-7);
  g_assert_cmpstr (tuce_geodata_source (geodata), ==, "gk4545");
}

static void
test_refusals (void)
{
  g_autofree char *metres = collection ("", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
                                            "\"coordinates\":[401805,3413309]}}");
  g_autofree char *paths[] = { g_strdup ("/nowhere/at.all"), write_file ("junk.geojson", "not geodata"),
                               write_file ("metres.geojson", metres), g_strdup (g_get_tmp_dir ()) };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tuce_geodata_load (paths[i], TUCE_DATUM_WGS84, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == TUCE_ERROR);
      g_test_message ("%s", error->message);
    }
  for (guint i = 1; i < G_N_ELEMENTS (paths); i++)
    g_free (g_steal_pointer (&paths[i]));
}

static gint64
count (TuceCounty *county, const char *layer, const char *origin)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  tuce_query_add_condition (query, "layer", TUCE_IS, layer, &error);
  g_assert_no_error (error);
  tuce_query_add_condition (query, "origin", TUCE_IS, origin, &error);
  g_assert_no_error (error);
  tuce_query_count (query, county, NULL, &n, NULL, &error);
  g_assert_no_error (error);
  return n;
}

/* Gives the county a schematic outline of one township, to be replaced. */
static void
insert_schematic (TuceCounty *county, const char *code)
{
  static const TucePosition cell[] = { { 106.9, 30.8 }, { 107, 30.8 }, { 107, 30.9 } };
  g_autoptr (TuceShape) shape = tuce_shape_new (TUCE_SHAPE_POLYGON, cell, (guint[]){ 0, 3 }, 1);
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (TuceRecord) outline
    = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "feature"));
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "cells", &error);

  tuce_record_set_text (outline, "layer", "township");
  tuce_record_set_text (outline, "code", code);
  tuce_record_set_text (outline, "origin", "schematic");
  tuce_record_set_bytes (outline, "shape", wkb);
  g_assert_true (tuce_edit_insert (edit, outline, &error));
  g_assert_true (tuce_edit_commit (edit, &error));
}

static void
test_import_and_undo (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "outlines.tuce", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_new_county (path, "511725", 2018, NULL, NULL, NULL, &error);
  g_autofree char *text = collection ("", "{\"type\":\"Feature\",\"properties\":{\"code\":\"511725101000\"},\"geometry\":" SQUARE (106.9) "},"
                                          "{\"type\":\"Feature\",\"properties\":{\"code\":\"511725999000\"},\"geometry\":" SQUARE (106.8) "}");
  g_autofree char *file = write_file ("townships.geojson", text);
  g_autoptr (TuceGeodata) geodata = NULL;
  TuceEdit *edit;
  guint taken, unknown;

  g_assert_no_error (error);
  insert_schematic (county, "511725101");
  geodata = tuce_geodata_load (file, TUCE_DATUM_WGS84, &error);
  g_assert_no_error (error);

  edit = tuce_edit_begin (county, "outlines", &error);
  g_assert_false (tuce_geodata_import_outlines (geodata, county, edit, "township", "kode", NULL, &taken, &unknown, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (tuce_geodata_import_outlines (geodata, county, edit, "township", "code", "县局", &taken, &unknown, &error));
  g_assert_no_error (error);
  g_assert_true (tuce_edit_commit (edit, &error));
  g_assert_cmpuint (taken, ==, 1);
  g_assert_cmpuint (unknown, ==, 1);
  g_assert_cmpint (count (county, "township", "schematic"), ==, 0);
  g_assert_cmpint (count (county, "township", "imported"), ==, 1);

  g_assert_true (tuce_journal_undo (county, &error));
  g_assert_cmpint (count (county, "township", "schematic"), ==, 1);
  g_assert_cmpint (count (county, "township", "imported"), ==, 0);
  g_assert_true (tuce_journal_redo (county, &error));
  g_assert_cmpint (count (county, "township", "imported"), ==, 1);
  tuce_county_close (county);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geodata/load", test_load);
  g_test_add_func ("/geodata/grid", test_grid);
  g_test_add_func ("/geodata/refusals", test_refusals);
  g_test_add_func ("/geodata/import-and-undo", test_import_and_undo);
  return g_test_run ();
}
