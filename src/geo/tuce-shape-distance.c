/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-shape.h"

#include <math.h>

#define RADIANS(degrees) ((degrees) * G_PI / 180)

/* The plane that touches the sphere at @origin. Its unit is a degree of latitude; a degree of longitude is @narrow units long. */
typedef struct
{
  TucePosition origin;
  double narrow;
} Plane;

static Plane
plane_at (TucePosition origin)
{
  return (Plane){ origin, cos (RADIANS (origin.lat)) };
}

/* The square of the distance from the origin to @p, in degrees of latitude. */
static double
square (const Plane *plane, TucePosition p)
{
  double x = (p.lon - plane->origin.lon) * plane->narrow, y = p.lat - plane->origin.lat;

  return x * x + y * y;
}

/* The point of the line from @a to @b that is nearest to the origin. */
static TucePosition
nearest_on_line (const Plane *plane, TucePosition a, TucePosition b)
{
  double ax = (a.lon - plane->origin.lon) * plane->narrow, ay = a.lat - plane->origin.lat;
  double dx = (b.lon - a.lon) * plane->narrow, dy = b.lat - a.lat;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (-(ax * dx + ay * dy) / length, 0, 1) : 0;

  return (TucePosition){ a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat) };
}

static void
look_at_ring (const TuceShape *shape, guint ring, const Plane *plane, double *best, TucePosition *nearest)
{
  guint first = shape->starts[ring], end = shape->starts[ring + 1];
  gboolean is_closed = shape->kind == TUCE_SHAPE_POLYGON;

  for (guint i = first; i < end; i++)
    {
      gboolean is_last = i + 1 == end;
      gboolean is_lone = shape->kind == TUCE_SHAPE_POINT || (is_last && !is_closed);
      TucePosition a = shape->positions[i];
      TucePosition p = is_lone ? a : nearest_on_line (plane, a, shape->positions[is_last ? first : i + 1]);
      double away = square (plane, p);

      if (away < *best)
        {
          *best = away;
          *nearest = p;
        }
    }
}

double
tuce_shape_distance (const TuceShape *shape, TucePosition position, TucePosition *nearest)
{
  Plane plane = plane_at (position);
  TucePosition found = position;
  double best = G_MAXDOUBLE;

  if (!tuce_shape_contains (shape, position))
    {
      for (guint ring = 0; ring < shape->n_rings; ring++)
        look_at_ring (shape, ring, &plane, &best, &found);
      best = best < G_MAXDOUBLE ? tuce_position_distance (position, found) : G_MAXDOUBLE;
    }
  else
    best = 0;
  if (nearest)
    *nearest = found;
  return best;
}

double
tuce_box_distance (const TuceBox *box, TucePosition position)
{
  TucePosition nearest = { CLAMP (position.lon, box->west, box->east), CLAMP (position.lat, box->south, box->north) };

  return tuce_box_is_empty (box) ? G_MAXDOUBLE : tuce_position_distance (position, nearest);
}
