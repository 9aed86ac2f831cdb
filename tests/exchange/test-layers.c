/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of geodata into layers of the map: every datum lands where it should; replaced, added, undone; refusals. */
#include <gdal_utils.h>
#include <glib/gstdio.h>

#include "../register/ten-mistakes.h"
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-layer-import.h"
#include "tuce-new-county.h"
#include "tuce-query.h"

#define FEATURE(name, type, coordinates) \
  "{\"type\":\"Feature\",\"properties\":{\"BH\":\"7\",\"DZD_MC\":\"" name "\"},\"geometry\":{\"type\":\"" type \
  "\",\"coordinates\":" coordinates "}}"
#define POINT(name, lon, lat) FEATURE (name, "Point", "[" #lon "," #lat "]")
#define AREA(name, west, south, east, north) \
  FEATURE (name, "Polygon", "[[[" #west "," #south "],[" #east "," #south "],[" #east "," #north "],[" #west "," #north "],[" \
           #west "," #south "]]]")

/* One place in three datums, the same as in tests/geo/test-position.c. */
#define PLACE_LON 106.9736
#define PLACE_LAT 30.8366
#define IN_WGS84 POINT ("滑坡", 106.9736, 30.8366)
#define IN_GCJ02 POINT ("滑坡", 106.977755814, 30.834071164)
#define IN_BD09 POINT ("滑坡", 106.984341807, 30.839750752)

typedef struct
{
  char *folder;
  TuceCounty *county;
} Fixture;

static char *
in_folder (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static char *
write_file (Fixture *fixture, const char *name, const char *features)
{
  char *path = in_folder (fixture, name);
  g_autofree char *text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[%s]}", features);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* What ogr2ogr does with these words; the county's office would. */
static char *
translate (Fixture *fixture, const char *from, const char *name, const char *words)
{
  char *path = in_folder (fixture, name);
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);
  GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew (arguments, NULL);
  GDALDatasetH source, result;

  GDALAllRegister ();
  source = GDALOpenEx (from, GDAL_OF_VECTOR, NULL, NULL, NULL);
  g_assert_nonnull (source);
  result = GDALVectorTranslate (path, NULL, 1, &source, options, NULL);
  g_assert_nonnull (result);
  GDALClose (result);
  GDALClose (source);
  GDALVectorTranslateOptionsFree (options);
  return path;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("layers-XXXXXX", &error);
  g_assert_no_error (error);
  path = in_folder (fixture, "q.tuce");
  fixture->county = tuce_new_county (path, "511725", 2018, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (tuce_county_get_path (fixture->county));
  g_autoptr (GDir) folder = NULL;
  const char *name;

  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  tuce_county_discard (path);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *file = in_folder (fixture, name);

      g_unlink (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Imports @path; gives what it took, or %NULL with @error. */
static TuceLayerImport *
import (Fixture *fixture, const char *path, TuceDatum datum, const char *layer, const char *name, gboolean add,
        GError **error)
{
  g_autoptr (TuceGeodata) geodata = tuce_geodata_load (path, datum, error);
  g_autoptr (TuceLayerImport) import = NULL;
  TucePortions *write;

  if (!geodata
      || !(import = tuce_layer_import_new (geodata, fixture->county, layer, name, add, "测绘局", NULL, error)))
    return NULL;
  write = tuce_layer_import_write (import, fixture->county, error);
  return write && tuce_portions_write_all (write, NULL, error) ? g_steal_pointer (&import) : NULL;
}

static GArray *
features_of (Fixture *fixture, const char *layer)
{
  g_autoptr (TuceQuery) query = tuce_query_new (fixture->county, "feature");
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tuce_query_add_condition (query, "layer", TUCE_IS, layer, &error);
  g_assert_no_error (error);
  ids = tuce_query_ids (query, fixture->county, NULL, &error);
  g_assert_no_error (error);
  return ids;
}

static guint
count (Fixture *fixture, const char *layer)
{
  g_autoptr (GArray) ids = features_of (fixture, layer);

  return ids->len;
}

/* The one feature of the layer lies at the place, is called so and says what it was given in. */
static void
assert_at_place (Fixture *fixture, const char *datum, const char *name)
{
  g_autoptr (GArray) ids = features_of (fixture, "hazard");
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (TuceShape) shape = NULL;
  gsize length;
  gconstpointer wkb;

  g_assert_cmpuint (ids->len, ==, 1);
  record = tuce_county_load (fixture->county, "feature", g_array_index (ids, gint64, 0), &error);
  g_assert_no_error (error);
  wkb = g_bytes_get_data (tuce_record_value (record, "shape")->bytes, &length);
  shape = tuce_shape_from_wkb (wkb, length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (shape->kind, ==, TUCE_SHAPE_POINT);
  g_assert_cmpfloat_with_epsilon (shape->positions[0].lon, PLACE_LON, 1e-8);
  g_assert_cmpfloat_with_epsilon (shape->positions[0].lat, PLACE_LAT, 1e-8);
  g_assert_cmpstr (tuce_record_text (record, "name"), ==, name);
  g_assert_cmpstr (tuce_record_text (record, "datum"), ==, datum);
  g_assert_cmpstr (tuce_record_text (record, "origin"), ==, "imported");
  g_assert_cmpstr (tuce_record_text (record, "attribution"), ==, "测绘局");
}

static void
test_datums (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wgs84 = write_file (fixture, "wgs84.geojson", IN_WGS84);
  g_autofree char *gcj02 = write_file (fixture, "gcj02.geojson", IN_GCJ02);
  g_autofree char *bd09 = write_file (fixture, "bd09.geojson", IN_BD09);
  g_autofree char *degrees = translate (fixture, wgs84, "degrees.shp", "-t_srs EPSG:4490 -lco ENCODING=UTF-8");
  g_autofree char *grid = translate (fixture, wgs84, "grid.shp", "-t_srs EPSG:4545 -lco ENCODING=GBK");
  g_autofree char *zone = translate (fixture, wgs84, "zone.geojson", "-t_srs EPSG:4524");
  g_autofree char *bare = translate (fixture, gcj02, "bare.shp", "-lco ENCODING=UTF-8");
  g_autofree char *encoding = in_folder (fixture, "grid.cpg");
  g_autofree char *projection = in_folder (fixture, "bare.prj");
  const struct
  {
    const char *path;
    TuceDatum datum;
    const char *source;
  } cases[] = { { wgs84, TUCE_DATUM_WGS84, "wgs84" }, { gcj02, TUCE_DATUM_GCJ02, "gcj02" },
                { bd09, TUCE_DATUM_BD09, "bd09" },    { degrees, TUCE_DATUM_WGS84, "cgcs2000" },
                { grid, TUCE_DATUM_WGS84, "gk4545" }, { grid, TUCE_DATUM_BD09, "gk4545" }, /* a grid says it itself */
                { zone, TUCE_DATUM_WGS84, "cgcs2000" }, { bare, TUCE_DATUM_GCJ02, "gcj02" } };

  /* As most offices have them: names in GB 18030 and no word about it; no word about the coordinates. */
  g_assert_cmpint (g_unlink (encoding), ==, 0);
  g_assert_cmpint (g_unlink (projection), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TuceLayerImport) taken
          = import (fixture, cases[i].path, cases[i].datum, "hazard", "DZD_MC", FALSE, &error);
      g_autoptr (TuceGeodata) geodata = tuce_geodata_load (cases[i].path, cases[i].datum, NULL);

      g_assert_no_error (error);
      g_assert_cmpuint (tuce_layer_import_n_replaced (taken), ==, i > 0);
      assert_at_place (fixture, cases[i].source, "滑坡");
      g_assert_cmpint (tuce_geodata_has_reference (geodata), ==, cases[i].path != bare);
    }
}

static void
test_replace_add_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = write_file (fixture, "two.geojson",
                                     IN_WGS84 "," AREA ("崩塌", 106.9, 30.8, 106.95, 30.85) "," POINT ("远", 116.4, 39.9));
  g_autofree char *one = write_file (fixture, "one.geojson", IN_WGS84);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceLayerImport) first = import (fixture, two, TUCE_DATUM_WGS84, "hazard", NULL, FALSE, &error);
  g_autoptr (TuceLayerImport) added = NULL;
  g_autoptr (TuceLayerImport) replaced = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (tuce_layer_import_match (first)->taken, ==, 2);
  g_assert_cmpuint (tuce_layer_import_match (first)->outside, ==, 1);
  g_assert_cmpuint (count (fixture, "hazard"), ==, 2);
  added = import (fixture, one, TUCE_DATUM_WGS84, "hazard", "DZD_MC", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tuce_layer_import_n_replaced (added), ==, 0);
  g_assert_cmpuint (count (fixture, "hazard"), ==, 3);
  replaced = import (fixture, one, TUCE_DATUM_WGS84, "hazard", "DZD_MC", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tuce_layer_import_n_replaced (replaced), ==, 3);
  g_assert_cmpuint (count (fixture, "hazard"), ==, 1);
  /* One import, one undo; other layers are left alone. */
  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_assert_cmpuint (count (fixture, "hazard"), ==, 3);
  g_assert_cmpuint (count (fixture, "school"), ==, 0);
  g_assert_cmpuint (count (fixture, "county"), ==, 1);
}

static void
assert_refused (Fixture *fixture, const char *path, const char *layer, const char *name, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pattern = g_strdup_printf ("*%s*", sentence);

  g_assert_null (import (fixture, path, TUCE_DATUM_WGS84, layer, name, FALSE, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_assert_true (g_pattern_match_simple (pattern, error->message));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *points = write_file (fixture, "points.geojson", IN_WGS84);
  g_autofree char *beijing = write_file (fixture, "beijing.geojson", POINT ("远", 116.4, 39.9));
  g_autofree char *nothing = write_file (fixture, "nothing.geojson", "");
  g_autofree char *metres = write_file (fixture, "metres.geojson", POINT ("格", 401805.166, 3413309.354));
  g_autofree char *old = translate (fixture, points, "old.shp", "-a_srs EPSG:4610 -lco ENCODING=UTF-8");

  assert_refused (fixture, points, "farmland", NULL, "drawn as areas");
  assert_refused (fixture, points, "road", NULL, "drawn as lines");
  assert_refused (fixture, points, "county", NULL, "no layer that is brought in");
  assert_refused (fixture, points, "hazard", "none", "no attribute “none”; it has: BH, DZD_MC");
  assert_refused (fixture, beijing, "hazard", NULL, "outside 渠县");
  assert_refused (fixture, nothing, "hazard", NULL, "no points, lines or areas");
  assert_refused (fixture, metres, "hazard", NULL, "does not say what its coordinates are");
  assert_refused (fixture, old, "hazard", NULL, "transformed to CGCS2000");
  g_assert_cmpuint (count (fixture, "hazard"), ==, 0);
}

static void
test_guesses (Fixture *fixture, gconstpointer data)
{
  const TuceDictionary *dictionary = tuce_county_get_dictionary (fixture->county);
  g_autofree char *by_word = write_file (fixture, "渠县学校2018.geojson", IN_WGS84);
  g_autofree char *by_code = write_file (fixture, "my-clinic.geojson", IN_WGS84);
  g_autofree char *by_shape = write_file (fixture, "x.geojson", AREA ("a", 106.9, 30.8, 106.95, 30.85));
  g_autoptr (TuceGeodata) school = tuce_geodata_load (by_word, TUCE_DATUM_WGS84, NULL);
  g_autoptr (TuceGeodata) clinic = tuce_geodata_load (by_code, TUCE_DATUM_WGS84, NULL);
  g_autoptr (TuceGeodata) area = tuce_geodata_load (by_shape, TUCE_DATUM_WGS84, NULL);

  g_assert_cmpstr (tuce_layer_guess (school, dictionary), ==, "school");
  g_assert_cmpstr (tuce_layer_guess (clinic, dictionary), ==, "clinic");
  g_assert_cmpstr (tuce_layer_guess (area, dictionary), ==, "hazard");
  g_assert_cmpstr (tuce_layer_guess_name (area), ==, "DZD_MC");
}

/* The name that a file gives is escaped as JSON wants it. */
static gboolean
import_called (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error)
{
  g_autofree char *typed = ten_mistakes_typed (mistake, field);
  g_autoptr (GString) name = g_string_new (typed);
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (TuceLayerImport) taken = NULL;

  g_string_replace (name, "\n", "\\n", 0);
  g_string_replace (name, "\a", "\\u0007", 0);
  text = g_strdup_printf (POINT ("%s", 106.9736, 30.8366), name->str);
  path = write_file (data, "named.geojson", text);
  taken = import (data, path, TUCE_DATUM_WGS84, "hazard", "DZD_MC", TRUE, error);
  return taken != NULL;
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const TuceEntity *feature = tuce_dictionary_entity (tuce_county_get_dictionary (fixture->county), "feature");

  for (guint i = 0; i < TEN_MISTAKES; i++)
    {
      const TuceField *name = tuce_entity_field (feature, "name");
      g_autofree char *sentence = NULL;
      g_autoptr (GError) error = NULL;

      if (!ten_mistakes_fits (&ten_mistakes[i], name) || strchr (ten_mistakes[i].typed ? ten_mistakes[i].typed : "", '\xFF'))
        continue; /* GDAL hands over no bytes that are not UTF-8 */
      sentence = ten_mistakes_sentence (&ten_mistakes[i], name);
      g_assert_false (import_called (&ten_mistakes[i], name, fixture, &error));
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
      g_assert_true (g_str_has_suffix (error->message, sentence));
    }
  g_assert_cmpuint (count (fixture, "hazard"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add ("/layers/" path, Fixture, NULL, set_up, test, tear_down)
  add ("datums", test_datums);
  add ("replace-add-undo", test_replace_add_undo);
  add ("refusals", test_refusals);
  add ("guesses", test_guesses);
  add ("names", test_names);
#undef add
  return g_test_run ();
}
