/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-voronoi.h"

#include <geos_c.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-error.h"

#define LLOYD_ROUNDS 2
#define SEED_TRIES 100000

/*
 * Everything inside GEOS happens in degrees of latitude, with longitudes narrowed to the same length on the ground
 * at the middle of the outline, so that "nearest" means nearest on the ground.
 */
typedef struct
{
  GEOSContextHandle_t geos;
  GEOSGeometry *outline;
  double narrow;
} Division;

static void
division_clear (Division *division)
{
  if (division->outline)
    GEOSGeom_destroy_r (division->geos, division->outline);
  if (division->geos)
    GEOS_finish_r (division->geos);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Division, division_clear)

static void
message_ignored (const char *message, void *data)
{
  (void) message;
  (void) data;
}

static void
undividable (GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
               _("The outline can't be divided into cells: it crosses itself, or the positions lie too close together."));
}

static GEOSGeometry *
geometry_from_wkb (Division *division, const TuceShape *shape)
{
  g_autoptr (GBytes) wkb = NULL;
  g_autofree TucePosition *narrowed = g_new (TucePosition, shape->starts[shape->n_rings]);
  g_autoptr (TuceShape) flat = NULL;
  GEOSWKBReader *reader = GEOSWKBReader_create_r (division->geos);
  GEOSGeometry *geometry;
  gsize length;
  gconstpointer data;

  for (guint i = 0; i < shape->starts[shape->n_rings]; i++)
    narrowed[i] = (TucePosition){ shape->positions[i].lon * division->narrow, shape->positions[i].lat };
  flat = tuce_shape_new (shape->kind, narrowed, shape->starts, shape->n_rings);
  wkb = tuce_shape_to_wkb (flat);
  data = g_bytes_get_data (wkb, &length);
  geometry = GEOSWKBReader_read_r (division->geos, reader, data, length);
  GEOSWKBReader_destroy_r (division->geos, reader);
  return geometry;
}

static gboolean
division_init (Division *division, const TuceShape *outline, GError **error)
{
  division->geos = GEOS_init_r ();
  GEOSContext_setNoticeMessageHandler_r (division->geos, message_ignored, NULL);
  GEOSContext_setErrorMessageHandler_r (division->geos, message_ignored, NULL);
  division->narrow = cos ((outline->box.south + outline->box.north) / 2 * (G_PI / 180.0));
  division->outline = geometry_from_wkb (division, outline);
  if (!division->outline || GEOSisValid_r (division->geos, division->outline) != 1)
    {
      undividable (error);
      return FALSE;
    }
  return TRUE;
}

static GEOSGeometry *
point_geometry (Division *division, TucePosition position)
{
  return GEOSGeom_createPointFromXY_r (division->geos, position.lon * division->narrow, position.lat);
}

static GEOSGeometry *
diagram (Division *division, const TucePosition *seeds, guint n_seeds)
{
  g_autofree GEOSGeometry **points = g_new (GEOSGeometry *, n_seeds);
  GEOSGeometry *together, *cells;

  for (guint i = 0; i < n_seeds; i++)
    points[i] = point_geometry (division, seeds[i]);
  together = GEOSGeom_createCollection_r (division->geos, GEOS_MULTIPOINT, points, n_seeds);
  cells = GEOSVoronoiDiagram_r (division->geos, together, division->outline, 0, 0);
  GEOSGeom_destroy_r (division->geos, together);
  return cells;
}

/* Finds the seed of @cell among those that have no cell yet: the order in which GEOS gives the cells is not defined. */
static guint
seed_of_cell (Division *division, const GEOSGeometry *cell, const TucePosition *seeds, guint n_seeds, GEOSGeometry **cut)
{
  const GEOSPreparedGeometry *prepared = GEOSPrepare_r (division->geos, cell);
  guint found = n_seeds;

  for (guint i = 0; i < n_seeds && found == n_seeds; i++)
    if (!cut[i])
      {
        GEOSGeometry *point = point_geometry (division, seeds[i]);

        if (GEOSPreparedIntersects_r (division->geos, prepared, point) == 1)
          found = i;
        GEOSGeom_destroy_r (division->geos, point);
      }
  GEOSPreparedGeom_destroy_r (division->geos, prepared);
  return found;
}

/* Gives the cells cut to the outline, in the order of the seeds; the caller destroys each and frees the array. */
static GEOSGeometry **
cut_cells (Division *division, const TucePosition *seeds, guint n_seeds, GError **error)
{
  GEOSGeometry *cells = n_seeds > 1 ? diagram (division, seeds, n_seeds) : NULL;
  GEOSGeometry **cut = g_new0 (GEOSGeometry *, n_seeds);
  guint n_found = 0;

  if (n_seeds == 1)
    {
      cut[0] = GEOSGeom_clone_r (division->geos, division->outline);
      return cut;
    }

  for (int c = 0; cells && c < GEOSGetNumGeometries_r (division->geos, cells); c++)
    {
      const GEOSGeometry *cell = GEOSGetGeometryN_r (division->geos, cells, c);
      guint seed = seed_of_cell (division, cell, seeds, n_seeds, cut);

      if (seed == n_seeds)
        continue;
      cut[seed] = GEOSIntersection_r (division->geos, cell, division->outline);
      n_found += cut[seed] && !GEOSisEmpty_r (division->geos, cut[seed]);
    }
  if (cells)
    GEOSGeom_destroy_r (division->geos, cells);
  if (n_found == n_seeds)
    return cut;

  for (guint i = 0; i < n_seeds; i++)
    if (cut[i])
      GEOSGeom_destroy_r (division->geos, cut[i]);
  g_free (cut);
  undividable (error);
  return NULL;
}

static void
append_ring (Division *division, const GEOSGeometry *ring, GArray *positions, GArray *starts)
{
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (division->geos, ring);
  guint count = 0;

  g_array_append_val (starts, positions->len);
  GEOSCoordSeq_getSize_r (division->geos, sequence, &count);
  for (guint i = 0; i < count; i++)
    {
      TucePosition position;

      GEOSCoordSeq_getXY_r (division->geos, sequence, i, &position.lon, &position.lat);
      position.lon /= division->narrow;
      g_array_append_val (positions, position);
    }
}

/* Only the polygons of @geometry are taken: where a cell only touches the outline, cutting leaves lines or points as well. */
static TuceShape *
shape_from_geometry (Division *division, const GEOSGeometry *geometry)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (TucePosition));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int i = 0; i < GEOSGetNumGeometries_r (division->geos, geometry); i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (division->geos, geometry, i);

      if (GEOSGeomTypeId_r (division->geos, part) != GEOS_POLYGON || GEOSisEmpty_r (division->geos, part))
        continue;
      append_ring (division, GEOSGetExteriorRing_r (division->geos, part), positions, starts);
      for (int k = 0; k < GEOSGetNumInteriorRings_r (division->geos, part); k++)
        append_ring (division, GEOSGetInteriorRingN_r (division->geos, part, k), positions, starts);
    }
  g_array_append_val (starts, positions->len);
  return tuce_shape_new (TUCE_SHAPE_POLYGON, (TucePosition *) positions->data, (guint *) starts->data,
                         starts->len - 1);
}

static gboolean
check_seeds (const TuceShape *outline, const TucePosition *seeds, guint n_seeds, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  for (guint i = 0; i < n_seeds; i++)
    {
      if (!tuce_shape_contains (outline, seeds[i]))
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                       _("The position %.6f, %.6f lies outside the outline to be divided."), seeds[i].lon, seeds[i].lat);
          return FALSE;
        }
      if (!g_hash_table_add (seen, g_bytes_new (&seeds[i], sizeof seeds[i])))
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                       _("Two cells can't be made around the one position %.6f, %.6f."), seeds[i].lon, seeds[i].lat);
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
tuce_voronoi_cells (const TuceShape *outline, const TucePosition *seeds, guint n_seeds, GError **error)
{
  g_auto (Division) division = { 0 };
  g_autoptr (GPtrArray) shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_shape_unref);
  g_autofree GEOSGeometry **cells = NULL;

  g_return_val_if_fail (outline->kind == TUCE_SHAPE_POLYGON && n_seeds > 0, NULL);
  if (!check_seeds (outline, seeds, n_seeds, error) || !division_init (&division, outline, error))
    return NULL;
  cells = cut_cells (&division, seeds, n_seeds, error);
  if (!cells)
    return NULL;
  for (guint i = 0; i < n_seeds; i++)
    {
      g_ptr_array_add (shapes, shape_from_geometry (&division, cells[i]));
      GEOSGeom_destroy_r (division.geos, cells[i]);
    }
  return g_steal_pointer (&shapes);
}

static gboolean
scatter (const TuceShape *outline, TucePosition *seeds, guint n_seeds, GRand *random, GError **error)
{
  guint tries = 0;

  for (guint i = 0; i < n_seeds; tries++)
    {
      seeds[i].lon = g_rand_double_range (random, outline->box.west, outline->box.east);
      seeds[i].lat = g_rand_double_range (random, outline->box.south, outline->box.north);
      if (tuce_shape_contains (outline, seeds[i]))
        i++;
      else if (tries > SEED_TRIES + n_seeds * 100)
        {
          undividable (error);
          return FALSE;
        }
    }
  return TRUE;
}

/* Moves each seed to the middle of its cell. The middle of a concave cell may be outside it: then the seed stays where it is. */
static gboolean
move_to_middles (Division *division, TucePosition *seeds, guint n_seeds, GError **error)
{
  g_autofree GEOSGeometry **cells = cut_cells (division, seeds, n_seeds, error);

  if (!cells)
    return FALSE;
  for (guint i = 0; i < n_seeds; i++)
    {
      GEOSGeometry *middle = GEOSGetCentroid_r (division->geos, cells[i]);
      double x, y;

      if (middle && GEOSGeomGetX_r (division->geos, middle, &x) == 1 && GEOSGeomGetY_r (division->geos, middle, &y) == 1
          && GEOSIntersects_r (division->geos, cells[i], middle) == 1)
        seeds[i] = (TucePosition){ x / division->narrow, y };
      if (middle)
        GEOSGeom_destroy_r (division->geos, middle);
      GEOSGeom_destroy_r (division->geos, cells[i]);
    }
  return TRUE;
}

TucePosition *
tuce_voronoi_seeds (const TuceShape *outline, guint n_seeds, GRand *random, GError **error)
{
  g_auto (Division) division = { 0 };
  g_autofree TucePosition *seeds = g_new (TucePosition, n_seeds);

  g_return_val_if_fail (outline->kind == TUCE_SHAPE_POLYGON && n_seeds > 0, NULL);
  if (!division_init (&division, outline, error) || !scatter (outline, seeds, n_seeds, random, error))
    return NULL;
  for (guint round = 0; round < LLOYD_ROUNDS; round++)
    if (!move_to_middles (&division, seeds, n_seeds, error))
      return NULL;
  return g_steal_pointer (&seeds);
}
