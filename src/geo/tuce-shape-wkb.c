/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-shape.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-error.h"

/* Well-known binary as in OGC 06-103r4 §8.2: the kinds of geometry a shape can be. */
enum
{
  WKB_POINT = 1,
  WKB_LINE = 2,
  WKB_POLYGON = 3,
  WKB_MULTI = 3 /* added to one of the above */
};

typedef struct
{
  const guint8 *data;
  gsize left;
  gboolean swap;
  GArray *positions; /* TucePosition */
  GArray *starts;    /* guint */
} Reader;

static gboolean
read_bytes (Reader *reader, gpointer to, gsize length)
{
  if (reader->left < length)
    return FALSE;
  memcpy (to, reader->data, length);
  reader->data += length;
  reader->left -= length;
  return TRUE;
}

static gboolean
read_count (Reader *reader, guint32 *count)
{
  if (!read_bytes (reader, count, sizeof *count))
    return FALSE;
  if (reader->swap)
    *count = GUINT32_SWAP_LE_BE (*count);
  return TRUE;
}

static gboolean
read_head (Reader *reader, guint32 *type)
{
  guint8 little;

  if (!read_bytes (reader, &little, 1) || little > 1)
    return FALSE;
  reader->swap = little != (G_BYTE_ORDER == G_LITTLE_ENDIAN);
  return read_count (reader, type);
}

static gboolean
read_number (Reader *reader, double *number)
{
  guint64 bits;

  if (!read_bytes (reader, &bits, sizeof bits))
    return FALSE;
  if (reader->swap)
    bits = GUINT64_SWAP_LE_BE (bits);
  memcpy (number, &bits, sizeof bits);
  return isfinite (*number);
}

static gboolean
read_positions (Reader *reader, guint32 count, guint32 least)
{
  guint start = reader->positions->len;

  /* A count that is larger than the data left is a mistake: refuse it before allocating memory. */
  if (count < least || count > reader->left / (2 * sizeof (double)))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    {
      TucePosition position;

      if (!read_number (reader, &position.lon) || !read_number (reader, &position.lat))
        return FALSE;
      g_array_append_val (reader->positions, position);
    }
  g_array_append_val (reader->starts, start);
  return TRUE;
}

static gboolean
read_single (Reader *reader, guint32 type)
{
  guint32 rings, count;

  switch (type)
    {
    case WKB_POINT:
      return read_positions (reader, 1, 1);
    case WKB_LINE:
      return read_count (reader, &count) && read_positions (reader, count, 2);
    case WKB_POLYGON:
      if (!read_count (reader, &rings))
        return FALSE;
      for (guint32 i = 0; i < rings; i++)
        if (!read_count (reader, &count) || !read_positions (reader, count, 4))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_shape (Reader *reader, guint32 *single)
{
  guint32 type, count;

  if (!read_head (reader, &type) || type < WKB_POINT || type > WKB_MULTI + WKB_POLYGON)
    return FALSE;
  *single = type > WKB_MULTI ? type - WKB_MULTI : type;
  if (type == *single)
    return read_single (reader, type);

  if (!read_count (reader, &count))
    return FALSE;
  for (guint32 i = 0; i < count; i++)
    if (!read_head (reader, &type) || type != *single || !read_single (reader, type))
      return FALSE;
  return TRUE;
}

TuceShape *
tuce_shape_from_wkb (gconstpointer data, gsize length, GError **error)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (TucePosition));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { data, length, FALSE, positions, starts };
  guint32 single = 0;

  if (!read_shape (&reader, &single) || reader.left > 0 || starts->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("The outline is not a two-dimensional point, line or area in well-known binary."));
      return NULL;
    }
  g_array_append_val (starts, positions->len);
  return tuce_shape_new (TUCE_SHAPE_POINT + (single - WKB_POINT), (TucePosition *) positions->data,
                         (guint *) starts->data, starts->len - 1);
}

static void
write_count (GByteArray *to, guint32 count)
{
  guint32 little = GUINT32_TO_LE (count);

  g_byte_array_append (to, (guint8 *) &little, sizeof little);
}

static void
write_head (GByteArray *to, guint32 type)
{
  guint8 little = 1;

  g_byte_array_append (to, &little, 1);
  write_count (to, type);
}

static void
write_position (GByteArray *to, TucePosition position)
{
  double pair[2] = { position.lon, position.lat };

  for (guint i = 0; i < 2; i++)
    {
      guint64 bits;

      memcpy (&bits, &pair[i], sizeof bits);
      bits = GUINT64_TO_LE (bits);
      g_byte_array_append (to, (guint8 *) &bits, sizeof bits);
    }
}

static void
write_ring (GByteArray *to, const TuceShape *shape, guint ring)
{
  guint first = shape->starts[ring], end = shape->starts[ring + 1];
  gboolean close = shape->kind == TUCE_SHAPE_POLYGON;

  write_count (to, end - first + (close ? 1 : 0));
  for (guint i = first; i < end; i++)
    write_position (to, shape->positions[i]);
  if (close)
    write_position (to, shape->positions[first]);
}

static gboolean
is_inside (const TuceShape *shape, guint hole, guint outer)
{
  TuceShape ring = *shape;
  const TucePosition *p = shape->positions + shape->starts[hole];

  ring.starts = shape->starts + outer;
  ring.n_rings = 1;
  return tuce_shape_contains (&ring, (TucePosition){ (p[0].lon + p[1].lon) / 2, (p[0].lat + p[1].lat) / 2 });
}

static void
write_polygons (GByteArray *to, const TuceShape *shape)
{
  g_autofree guint *depth = g_new (guint, shape->n_rings);
  guint n_outer = 0;

  for (guint ring = 0; ring < shape->n_rings; ring++)
    {
      depth[ring] = shape->n_rings == 1 ? 0 : tuce_shape_ring_depth (shape, ring);
      n_outer += depth[ring] % 2 == 0;
    }

  write_count (to, n_outer);
  for (guint outer = 0; outer < shape->n_rings; outer++)
    {
      g_autoptr (GArray) holes = g_array_new (FALSE, FALSE, sizeof (guint));

      if (depth[outer] % 2)
        continue;
      for (guint ring = 0; ring < shape->n_rings; ring++)
        if (depth[ring] == depth[outer] + 1 && is_inside (shape, ring, outer))
          g_array_append_val (holes, ring);

      write_head (to, WKB_POLYGON);
      write_count (to, 1 + holes->len);
      write_ring (to, shape, outer);
      for (guint i = 0; i < holes->len; i++)
        write_ring (to, shape, g_array_index (holes, guint, i));
    }
}

GBytes *
tuce_shape_to_wkb (const TuceShape *shape)
{
  GByteArray *to = g_byte_array_new ();
  guint32 single = WKB_POINT + (shape->kind - TUCE_SHAPE_POINT);

  write_head (to, WKB_MULTI + single);
  if (shape->kind == TUCE_SHAPE_POLYGON)
    {
      write_polygons (to, shape);
      return g_byte_array_free_to_bytes (to);
    }

  write_count (to, shape->n_rings);
  for (guint ring = 0; ring < shape->n_rings; ring++)
    {
      write_head (to, single);
      if (shape->kind == TUCE_SHAPE_POINT)
        write_position (to, shape->positions[shape->starts[ring]]);
      else
        write_ring (to, shape, ring);
    }
  return g_byte_array_free_to_bytes (to);
}
