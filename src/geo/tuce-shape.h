/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tuce-position.h"

typedef enum
{
  TUCE_SHAPE_POINT,
  TUCE_SHAPE_LINE,
  TUCE_SHAPE_POLYGON
} TuceShapeKind;

/**
 * TuceShape:
 * @kind: what the rings are
 * @positions: all vertices, ring after ring; the first of a polygon's ring is not repeated at its end
 * @starts: the index in @positions at which each ring begins; one entry more than rings: the last is the number of positions
 * @n_rings: rings (polygons: outer and inner alike, told apart by the even-odd rule), lines, or points
 * @box: the rectangle around it
 *
 * An immutable, counted shape in WGS 84: one or many points, lines or polygons. Safe to share between threads.
 */
typedef struct
{
  TuceShapeKind kind;
  TucePosition *positions;
  guint *starts;
  guint n_rings;
  TuceBox box;
} TuceShape;

/**
 * tuce_shape_new:
 * Returns: (transfer full): the shape. @positions and @starts are copied; @starts has @n_rings + 1 entries. A polygon's
 * ring may be given with its first position repeated at the end or without.
 */
TuceShape *tuce_shape_new (TuceShapeKind kind, const TucePosition *positions, const guint *starts, guint n_rings);

/**
 * tuce_shape_from_wkb: Gives (transfer full) the shape held in ISO well-known binary (2-D), or %NULL with @error for
 * anything else.
 */
TuceShape *tuce_shape_from_wkb (gconstpointer data, gsize length, GError **error);

/** tuce_shape_to_wkb: Gives (transfer full) well-known binary, little-endian, always as a Multi… geometry. */
GBytes *tuce_shape_to_wkb (const TuceShape *shape);

/** tuce_shape_ref: Adds a reference. Any thread. Returns: (transfer full): @shape. */
TuceShape *tuce_shape_ref (TuceShape *shape);

/** tuce_shape_unref: Drops a reference; the last one frees @shape. Any thread. */
void tuce_shape_unref (TuceShape *shape);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceShape, tuce_shape_unref)

/** tuce_shape_contains: Returns: whether @position is inside a polygon (even-odd rule); %FALSE for points and lines. */
gboolean tuce_shape_contains (const TuceShape *shape, TucePosition position);

/**
 * tuce_shape_label_position: Gives where the name of a shape goes: inside a polygon where there is most room; in the middle
 * of the longest line; on the first point.
 */
TucePosition tuce_shape_label_position (const TuceShape *shape);

/** tuce_shape_area: Gives the polygons' area in square metres on the sphere; 0 for points and lines. */
double tuce_shape_area (const TuceShape *shape);

/**
 * tuce_shape_ring_depth:
 * Returns: how many of the other rings of a polygon lie around @ring: even for an outer ring, odd for a hole.
 */
guint tuce_shape_ring_depth (const TuceShape *shape, guint ring);

/**
 * tuce_shape_distance:
 * @nearest: (out) (optional): the nearest point of @shape; @position itself inside an area
 *
 * Gives the distance in metres on the sphere from @position to @shape, 0 inside an area, G_MAXDOUBLE for a shape without
 * positions. Which point is the nearest is decided in a plane that touches the sphere at @position: right for what is tens
 * of kilometres away, not for other continents.
 */
double tuce_shape_distance (const TuceShape *shape, TucePosition position, TucePosition *nearest);

/**
 * tuce_box_distance: Gives a distance in metres from @position that no shape inside @box is nearer than; 0 inside @box,
 * G_MAXDOUBLE where it is empty.
 */
double tuce_box_distance (const TuceBox *box, TucePosition position);
