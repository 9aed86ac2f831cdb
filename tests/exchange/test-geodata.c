/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-error.h"
#include "tuce-geodata.h"

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

/* A place in 渠县 on its grid (EPSG:4545, CGCS2000, central meridian 108° E), east and north in metres. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geodata/load", test_load);
  g_test_add_func ("/geodata/grid", test_grid);
  g_test_add_func ("/geodata/refusals", test_refusals);
  return g_test_run ();
}
