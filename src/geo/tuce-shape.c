/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-shape.h"

#include <math.h>

#define EARTH_RADIUS 6371008.8
#define LABEL_ROWS 15

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))

typedef struct
{
  TuceShape shape;
  gatomicrefcount count;
} Counted;

static gboolean
same (TucePosition a, TucePosition b)
{
  return a.lon == b.lon && a.lat == b.lat;
}

TuceShape *
tuce_shape_new (TuceShapeKind kind, const TucePosition *positions, const guint *starts, guint n_rings)
{
  Counted *counted = g_new0 (Counted, 1);
  TuceShape *shape = &counted->shape;
  guint n = 0;

  g_atomic_ref_count_init (&counted->count);
  shape->kind = kind;
  shape->n_rings = n_rings;
  shape->box = TUCE_BOX_EMPTY;
  shape->starts = g_new0 (guint, n_rings + 1);
  shape->positions = g_new (TucePosition, MAX (starts[n_rings] - starts[0], 1));
  for (guint ring = 0; ring < n_rings; ring++)
    {
      guint first = starts[ring], end = starts[ring + 1];

      if (kind == TUCE_SHAPE_POLYGON && end - first > 1 && same (positions[first], positions[end - 1]))
        end--;
      shape->starts[ring] = n;
      for (guint i = first; i < end; i++)
        {
          shape->positions[n++] = positions[i];
          tuce_box_extend (&shape->box, positions[i]);
        }
    }
  shape->starts[n_rings] = n;
  return shape;
}

TuceShape *
tuce_shape_ref (TuceShape *shape)
{
  g_atomic_ref_count_inc (&((Counted *) shape)->count);
  return shape;
}

void
tuce_shape_unref (TuceShape *shape)
{
  if (!g_atomic_ref_count_dec (&((Counted *) shape)->count))
    return;
  g_free (shape->positions);
  g_free (shape->starts);
  g_free (shape);
}

static gboolean
ring_contains (const TuceShape *shape, guint ring, TucePosition p)
{
  guint first = shape->starts[ring], end = shape->starts[ring + 1];
  gboolean inside = FALSE;

  for (guint i = first, j = end - 1; i < end; j = i++)
    {
      TucePosition a = shape->positions[i], b = shape->positions[j];

      if ((a.lat > p.lat) != (b.lat > p.lat)
          && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
        inside = !inside;
    }
  return inside;
}

gboolean
tuce_shape_contains (const TuceShape *shape, TucePosition position)
{
  gboolean inside = FALSE;

  if (shape->kind != TUCE_SHAPE_POLYGON || !tuce_box_contains (&shape->box, position))
    return FALSE;
  for (guint ring = 0; ring < shape->n_rings; ring++)
    inside ^= ring_contains (shape, ring, position);
  return inside;
}

/* A position on the ring, to test what it lies in: the middle of an edge, because rings of one shape may share a vertex. */
static TucePosition
ring_witness (const TuceShape *shape, guint ring)
{
  const TucePosition *p = shape->positions + shape->starts[ring];

  if (shape->starts[ring + 1] - shape->starts[ring] < 2)
    return p[0];
  return (TucePosition){ (p[0].lon + p[1].lon) / 2, (p[0].lat + p[1].lat) / 2 };
}

guint
tuce_shape_ring_depth (const TuceShape *shape, guint ring)
{
  TucePosition witness = ring_witness (shape, ring);
  guint depth = 0;

  for (guint other = 0; other < shape->n_rings; other++)
    if (other != ring && ring_contains (shape, other, witness))
      depth++;
  return depth;
}

/* The area on the sphere, never negative: the sum of the trapezoids between each edge and the equator. */
static double
ring_area (const TuceShape *shape, guint ring)
{
  guint first = shape->starts[ring], end = shape->starts[ring + 1];
  double sum = 0;

  for (guint i = first, j = end - 1; i < end; j = i++)
    {
      TucePosition a = shape->positions[j], b = shape->positions[i];

      sum += RADIANS (b.lon - a.lon) * (sin (RADIANS (a.lat)) + sin (RADIANS (b.lat)));
    }
  return fabs (sum) * EARTH_RADIUS * EARTH_RADIUS / 2;
}

double
tuce_shape_area (const TuceShape *shape)
{
  double area = 0;

  if (shape->kind != TUCE_SHAPE_POLYGON)
    return 0;
  for (guint ring = 0; ring < shape->n_rings; ring++)
    area += tuce_shape_ring_depth (shape, ring) % 2 ? -ring_area (shape, ring) : ring_area (shape, ring);
  return area;
}

static TucePosition
longest_line_middle (const TuceShape *shape)
{
  guint longest = 0;
  double length = -1;

  for (guint line = 0; line < shape->n_rings; line++)
    {
      double sum = 0;

      for (guint i = shape->starts[line]; i + 1 < shape->starts[line + 1]; i++)
        sum += tuce_position_distance (shape->positions[i], shape->positions[i + 1]);
      if (sum > length)
        {
          length = sum;
          longest = line;
        }
    }

  double left = length / 2;

  for (guint i = shape->starts[longest]; i + 1 < shape->starts[longest + 1]; i++)
    {
      TucePosition a = shape->positions[i], b = shape->positions[i + 1];
      double step = tuce_position_distance (a, b);

      if (step >= left && step > 0)
        return (TucePosition){ a.lon + (b.lon - a.lon) * left / step, a.lat + (b.lat - a.lat) * left / step };
      left -= step;
    }
  return shape->positions[shape->starts[longest]];
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Sets @found to where the parallel at @at (where @upright: the meridian) crosses the rings, in ascending order. */
static void
crossings (const TuceShape *shape, gboolean upright, double at, GArray *found)
{
  g_array_set_size (found, 0);
  for (guint ring = 0; ring < shape->n_rings; ring++)
    {
      guint first = shape->starts[ring], end = shape->starts[ring + 1];

      for (guint i = first, j = end - 1; i < end; j = i++)
        {
          TucePosition a = shape->positions[i], b = shape->positions[j];
          double across_a = upright ? a.lon : a.lat, across_b = upright ? b.lon : b.lat;
          double along_a = upright ? a.lat : a.lon, along_b = upright ? b.lat : b.lon;
          double where;

          if ((across_a > at) == (across_b > at))
            continue;
          where = along_a + (along_b - along_a) * (at - across_a) / (across_b - across_a);
          g_array_append_val (found, where);
        }
    }
  g_array_sort (found, compare_doubles);
}

/* The room the shape has north and south of @p: twice the distance along the meridian, in degrees, to the nearer edge. */
static double
height_at (const TuceShape *shape, TucePosition p, GArray *found)
{
  crossings (shape, TRUE, p.lon, found);
  for (guint i = 0; i + 1 < found->len; i += 2)
    {
      double low = g_array_index (found, double, i), high = g_array_index (found, double, i + 1);

      if (p.lat >= low && p.lat <= high)
        return 2 * MIN (p.lat - low, high - p.lat);
    }
  return 0;
}

TucePosition
tuce_shape_label_position (const TuceShape *shape)
{
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) column = g_array_new (FALSE, FALSE, sizeof (double));
  TuceBox box = shape->box;
  TucePosition best = { (box.west + box.east) / 2, (box.south + box.north) / 2 };
  double score = -1, narrow = cos (RADIANS (best.lat));

  if (shape->n_rings == 0)
    return (TucePosition){ 0, 0 };
  if (shape->kind == TUCE_SHAPE_POINT)
    return shape->positions[0];
  if (shape->kind == TUCE_SHAPE_LINE)
    return longest_line_middle (shape);

  /* Candidates are the middles of the stretches of some parallels that are inside the shape. The name goes where there is most
   * room both from west to east and from south to north. */
  for (guint i = 1; i <= LABEL_ROWS; i++)
    {
      double lat = box.south + (box.north - box.south) * i / (LABEL_ROWS + 1);

      crossings (shape, FALSE, lat, row);
      for (guint k = 0; k + 1 < row->len; k += 2)
        {
          double west = g_array_index (row, double, k), east = g_array_index (row, double, k + 1);
          TucePosition middle = { (west + east) / 2, lat };
          double room = (east - west) * narrow;

          if (room > score)
            room = MIN (room, height_at (shape, middle, column));
          if (room > score)
            {
              score = room;
              best = middle;
            }
        }
    }
  return best;
}
