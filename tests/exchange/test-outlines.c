/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outlines from a file into a county: what is found, what is replaced, schematic cells beneath, undo. */
#include "tuce-error.h"
#include "tuce-journal.h"
#include "tuce-new-county.h"
#include "tuce-outline-import.h"
#include "tuce-query.h"

#define POLYGON(west, south, east, north) \
  "{\"type\":\"Polygon\",\"coordinates\":[[[" #west "," #south "],[" #east "," #south "],[" #east "," #north "],[" #west \
  "," #north "],[" #west "," #south "]]]}"
#define FEATURE(code, geometry) "{\"type\":\"Feature\",\"properties\":{\"名称\":\"x\",\"代码\":\"" code "\"},\"geometry\":" geometry "}"
/* A star whose border crosses itself: no outline that can be divided. */
#define CROSSED \
  "{\"type\":\"Polygon\",\"coordinates\":[[[107.1,30.8],[107.3,31.0],[107.3,30.8],[107.1,31.0],[107.1,30.8]]]}"

#define TOWNSHIP "511725101"

typedef struct
{
  TuceCounty *county;
} Fixture;

static char *
write_file (const char *features)
{
  char *path = g_build_filename (g_get_tmp_dir (), "townships.geojson", NULL);
  g_autofree char *text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[%s]}", features);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "outlines.tuce", NULL);
  g_autoptr (GError) error = NULL;

  fixture->county = tuce_new_county (path, "511725", 2018, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strdup (tuce_county_get_path (fixture->county));

  tuce_county_close (fixture->county);
  g_object_unref (fixture->county);
  tuce_county_discard (path);
}

static GArray *
outlines_of (TuceCounty *county, const char *layer, const char *origin)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "feature");
  g_autoptr (GError) error = NULL;
  GArray *ids;

  tuce_query_add_condition (query, "layer", TUCE_IS, layer, &error);
  g_assert_no_error (error);
  tuce_query_add_condition (query, "origin", TUCE_IS, origin, &error);
  g_assert_no_error (error);
  ids = tuce_query_ids (query, county, NULL, &error);
  g_assert_no_error (error);
  return ids;
}

static guint
count (TuceCounty *county, const char *layer, const char *origin)
{
  g_autoptr (GArray) ids = outlines_of (county, layer, origin);

  return ids->len;
}

static TuceShape *
shape_of (TuceCounty *county, gint64 id, char **code)
{
  g_autoptr (TuceRecord) outline = tuce_county_load (county, "feature", id, NULL);
  gsize length;
  gconstpointer wkb = g_bytes_get_data (tuce_record_value (outline, "shape")->bytes, &length);

  if (code)
    *code = g_strdup (tuce_record_text (outline, "code"));
  return tuce_shape_from_wkb (wkb, length, NULL);
}

static void
insert_schematic (TuceCounty *county, TuceEdit *edit, const char *layer, const char *code, TuceBox box)
{
  const TucePosition corners[] = { { box.west, box.south }, { box.east, box.south }, { box.east, box.north }, { box.west, box.north } };
  g_autoptr (TuceShape) shape = tuce_shape_new (TUCE_SHAPE_POLYGON, corners, (guint[]){ 0, 4 }, 1);
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (TuceRecord) outline
    = tuce_record_new (tuce_dictionary_entity (tuce_county_get_dictionary (county), "feature"));
  g_autoptr (GError) error = NULL;

  tuce_record_set_text (outline, "layer", layer);
  tuce_record_set_text (outline, "code", code);
  tuce_record_set_text (outline, "origin", "schematic");
  tuce_record_set_bytes (outline, "shape", wkb);
  g_assert_true (tuce_edit_insert (edit, outline, &error));
}

/* Gives the township a schematic cell, and its villages a row of them from west to east. Returns how many. */
static guint
insert_cells (TuceCounty *county, const char *township)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "village");
  g_autoptr (GArray) villages = NULL;
  g_autoptr (GError) error = NULL;
  TuceEdit *edit = tuce_edit_begin (county, "cells", &error);
  double step;

  tuce_query_set_scope (query, township);
  g_assert_true (tuce_query_set_order (query, "code", FALSE, &error));
  villages = tuce_query_ids (query, county, NULL, &error);
  g_assert_cmpuint (villages->len, >, 3);
  step = 0.1 / villages->len;
  insert_schematic (county, edit, "township", township, (TuceBox){ 106.8, 30.8, 106.9, 30.9 });
  for (guint i = 0; i < villages->len; i++)
    {
      g_autoptr (TuceRecord) village = tuce_county_load (county, "village", g_array_index (villages, gint64, i), NULL);

      insert_schematic (county, edit, "village", tuce_record_text (village, "code"),
                        (TuceBox){ 106.8 + step * i, 30.8, 106.8 + step * (i + 1), 30.9 });
    }
  g_assert_true (tuce_edit_commit (edit, &error));
  return villages->len;
}

static TuceOutlineImport *
prepare (TuceCounty *county, const char *file, const char *level, const char *key, GError **error)
{
  g_autoptr (TuceOutlineSource) source = tuce_outline_source_load (file, TUCE_DATUM_WGS84, county, error);

  return source ? tuce_outline_import_new (source, county, level, key, "县局", NULL, error) : NULL;
}

static void
write_all (TuceCounty *county, TuceOutlineImport *outlines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TucePortions) write = tuce_outline_import_write (outlines, county, "outlines", &error);
  gboolean done = FALSE;

  while (!done)
    {
      double before = tuce_portions_fraction (write);

      g_assert_true (tuce_portions_continue (write, 0, &done, &error));
      g_assert_true (tuce_portions_fraction (write) > before || done);
    }
  g_assert_true (tuce_portions_finish (write, &error));
}

static void
test_guess (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (FEATURE ("511725101000", POLYGON (106.9, 30.8, 107.0, 30.9)) ","
                                      FEATURE ("511725102000.0", POLYGON (107.0, 30.8, 107.1, 30.9)) ","
                                      FEATURE ("511725999", POLYGON (107.1, 30.8, 107.2, 30.9)) ","
                                      FEATURE ("511725103", "{\"type\":\"Point\",\"coordinates\":[107,31]}"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineSource) source = tuce_outline_source_load (file, TUCE_DATUM_WGS84, fixture->county, &error);
  TuceOutlineMatch match;
  const char *level, *key;

  g_assert_no_error (error);
  g_assert_true (tuce_outline_source_guess (source, &level, &key));
  g_assert_cmpstr (level, ==, "township");
  g_assert_cmpstr (key, ==, "代码");
  tuce_outline_source_match (source, level, key, &match);
  g_assert_cmpuint (match.places, ==, 60);
  g_assert_cmpuint (match.matched, ==, 2);
  g_assert_cmpuint (match.unmatched, ==, 2);
  tuce_outline_source_match (source, "village", "名称", &match);
  g_assert_cmpuint (match.places, ==, 566);
  g_assert_cmpuint (match.matched, ==, 0);
  g_assert_cmpuint (match.unmatched, ==, 4);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *points = NULL;
  g_autofree char *foreign = NULL;
  g_autoptr (GError) error = NULL;

  points = write_file (FEATURE ("511725101", "{\"type\":\"Point\",\"coordinates\":[107,31]}"));
  g_assert_null (prepare (fixture->county, points, "township", "代码", &error));
  g_assert_error (error, TUCE_ERROR, (int) TUCE_ERROR_REFUSED);
  g_clear_error (&error);

  foreign = write_file (FEATURE ("510101001", POLYGON (104.0, 30.6, 104.1, 30.7)));
  g_assert_null (prepare (fixture->county, foreign, "township", "代码", &error));
  g_assert_error (error, TUCE_ERROR, (int) TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (prepare (fixture->county, foreign, "township", "kode", &error));
  g_assert_error (error, TUCE_ERROR, (int) TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (prepare (fixture->county, foreign, "river", "代码", &error));
  g_assert_error (error, TUCE_ERROR, (int) TUCE_ERROR_REFUSED);
}

static void
test_import_and_undo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (FEATURE ("511725101000", POLYGON (106.9, 30.8, 107.0, 30.9)) ","
                                      FEATURE ("511725999", POLYGON (107.1, 30.8, 107.2, 30.9)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineImport) outlines = NULL;
  guint n_villages = insert_cells (fixture->county, TOWNSHIP);

  outlines = prepare (fixture->county, file, "township", "代码", &error);
  g_assert_no_error (error);
  write_all (fixture->county, outlines);
  g_assert_cmpuint (tuce_outline_import_n_taken (outlines), ==, 1);
  g_assert_cmpuint (tuce_outline_import_n_unmatched (outlines), ==, 1);
  g_assert_cmpuint (tuce_outline_import_n_redrawn (outlines), ==, n_villages);
  g_assert_cmpuint (tuce_outline_import_n_left (outlines), ==, 0);
  g_assert_cmpuint (count (fixture->county, "township", "schematic"), ==, 0);
  g_assert_cmpuint (count (fixture->county, "township", "imported"), ==, 1);
  g_assert_cmpuint (count (fixture->county, "village", "schematic"), ==, n_villages);

  g_assert_true (tuce_journal_undo (fixture->county, &error));
  g_assert_cmpuint (count (fixture->county, "township", "schematic"), ==, 1);
  g_assert_cmpuint (count (fixture->county, "township", "imported"), ==, 0);
  g_assert_cmpuint (count (fixture->county, "village", "schematic"), ==, n_villages);
  g_assert_true (tuce_journal_redo (fixture->county, &error));
  g_assert_cmpuint (count (fixture->county, "township", "imported"), ==, 1);
}

/* The cells fill the real outline, none sticks out, and who was west of whom stays so. */
static void
test_cells_beneath (Fixture *fixture, gconstpointer data)
{
  static const TuceBox real = { 106.95, 30.7, 107.15, 30.8 };
  g_autofree char *file = write_file (FEATURE (TOWNSHIP, POLYGON (106.95, 30.7, 107.15, 30.8)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineImport) outlines = NULL;
  g_autoptr (GArray) ids = NULL;
  double area = 0, last = 0;

  insert_cells (fixture->county, TOWNSHIP);
  outlines = prepare (fixture->county, file, "township", "代码", &error);
  g_assert_no_error (error);
  write_all (fixture->county, outlines);
  ids = outlines_of (fixture->county, "township", "imported");
  {
    g_autoptr (TuceShape) township = shape_of (fixture->county, g_array_index (ids, gint64, 0), NULL);

    area = tuce_shape_area (township);
  }
  g_array_unref (ids);
  ids = outlines_of (fixture->county, "village", "schematic");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TuceShape) cell = shape_of (fixture->county, g_array_index (ids, gint64, i), NULL);

      g_assert_cmpfloat (cell->box.west, >=, real.west - 1e-9);
      g_assert_cmpfloat (cell->box.east, <=, real.east + 1e-9);
      g_assert_cmpfloat (cell->box.south, >=, real.south - 1e-9);
      g_assert_cmpfloat (cell->box.north, <=, real.north + 1e-9);
      area -= tuce_shape_area (cell);
    }
  g_assert_cmpfloat_with_epsilon (area, 0, 100); /* m² of 200 km² */
  for (guint k = 0; k < 300; k++) /* codes in order are west to east */
    for (guint i = 0; i < ids->len; i++)
      {
        g_autofree char *code = NULL;
        g_autoptr (TuceShape) cell = shape_of (fixture->county, g_array_index (ids, gint64, i), &code);
        g_autofree char *wanted = g_strdup_printf (TOWNSHIP "%03u", k);

        if (g_str_has_prefix (code, wanted))
          {
            g_assert_cmpfloat (cell->box.west, >=, last - 1e-9);
            last = cell->box.west;
          }
      }
}

/* A village's real outline is nobody's to redraw; an outline that can't be divided leaves the cells as they are. */
static void
test_cells_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (FEATURE (TOWNSHIP, CROSSED));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineImport) outlines = NULL;
  guint n_villages = insert_cells (fixture->county, TOWNSHIP);

  outlines = prepare (fixture->county, file, "township", "代码", &error);
  g_assert_no_error (error);
  write_all (fixture->county, outlines);
  g_assert_cmpuint (tuce_outline_import_n_left (outlines), ==, n_villages);
  g_assert_cmpuint (tuce_outline_import_n_redrawn (outlines), ==, 0);
  g_assert_cmpuint (count (fixture->county, "village", "schematic"), ==, n_villages);
}

/* Where there were no cells, none are made up. */
static void
test_no_cells_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (FEATURE (TOWNSHIP, POLYGON (106.95, 30.7, 107.15, 30.8)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineImport) outlines = prepare (fixture->county, file, "township", "代码", &error);

  g_assert_no_error (error);
  write_all (fixture->county, outlines);
  g_assert_cmpuint (count (fixture->county, "village", "schematic"), ==, 0);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (FEATURE (TOWNSHIP, POLYGON (106.95, 30.7, 107.15, 30.8)));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineSource) source = tuce_outline_source_load (file, TUCE_DATUM_WGS84, fixture->county, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (tuce_outline_import_new (source, fixture->county, "township", "代码", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add ("/outlines/" path, Fixture, NULL, set_up, test, tear_down)
  add ("guess", test_guess);
  add ("refusals", test_refusals);
  add ("import-and-undo", test_import_and_undo);
  add ("cells-beneath", test_cells_beneath);
  add ("cells-left", test_cells_left);
  add ("no-cells-made", test_no_cells_made);
  add ("cancelled", test_cancelled);
#undef add
  return g_test_run ();
}
