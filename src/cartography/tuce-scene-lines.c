/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <math.h>

/*
 * Neighbouring areas share their border. If it were stroked twice, dashes would fill each other's gaps; so every
 * segment is used once, by the highest level that has it.
 */

/* About 0.1 mm on the ground: positions nearer than that count as the same. */
#define STEPS_PER_SQUARE 4e11

static guint64
mix (guint64 value)
{
  value ^= value >> 30;
  value *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value ^= value >> 27;
  value *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

static guint64
point_key (TuceMercator point)
{
  return mix ((guint64) llround (point.x * STEPS_PER_SQUARE) + mix ((guint64) llround (point.y * STEPS_PER_SQUARE)));
}

/* A segment is known by 64 hashed bits, the same in both directions. That two different segments have the same bits is
   so unlikely that it is ignored. */
static gboolean
take_segment (GHashTable *taken, TuceMercator from, TuceMercator to)
{
  guint64 a = point_key (from), b = point_key (to);
  guint64 key = a < b ? mix (a) + b : mix (b) + a;

  return g_hash_table_add (taken, GSIZE_TO_POINTER (key));
}

static void
end_stretch (TuceLines *lines, TuceStretch *stretch)
{
  if (stretch->n > 1)
    g_array_append_val (lines->stretches, *stretch);
  stretch->n = 0;
}

static void
extend_stretch (TuceLines *lines, TuceStretch *stretch, TuceMercator point)
{
  if (stretch->n == 0)
    {
      stretch->first = lines->points->len;
      stretch->extent = TUCE_EXTENT_EMPTY;
    }
  g_array_append_val (lines->points, point);
  tuce_extent_add (&stretch->extent, point);
  stretch->n++;
}

static void
add_ring (TuceLines *lines, GHashTable *taken, const TuceOutline *outline, guint ring)
{
  guint first = outline->shape->starts[ring], end = outline->shape->starts[ring + 1], n = end - first;
  gboolean closed = outline->shape->kind == TUCE_SHAPE_POLYGON;
  guint n_segments = closed ? n : n - 1, n_taken = 0;
  TuceStretch stretch = { .schematic = outline->schematic };

  for (guint i = 0; i < n_segments; i++)
    {
      TuceMercator from = outline->points[first + i], to = outline->points[first + (i + 1) % n];

      if (!take_segment (taken, from, to))
        {
          end_stretch (lines, &stretch);
          continue;
        }
      if (stretch.n == 0)
        extend_stretch (lines, &stretch, from);
      if (closed && ++n_taken == n)
        stretch.closed = TRUE;
      else
        extend_stretch (lines, &stretch, to);
    }
  end_stretch (lines, &stretch);
}

static void
build_layer (TuceScene *scene, TuceSceneLayer layer, gboolean schematic, GHashTable *taken)
{
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      const TuceOutline *outline = scene->outlines->pdata[i];

      if (outline->layer != layer || outline->schematic != schematic || outline->shape->kind == TUCE_SHAPE_POINT)
        continue;
      for (guint ring = 0; ring < outline->shape->n_rings; ring++)
        add_ring (&scene->lines[layer], taken, outline, ring);
    }
}

void
tuce_scene_build_lines (TuceScene *scene)
{
  static const TuceSceneLayer order[] = { TUCE_LAYER_COUNTY, TUCE_LAYER_TOWNSHIP, TUCE_LAYER_VILLAGE,
                                          TUCE_LAYER_NEIGHBOUR, TUCE_LAYER_RIVER };
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      build_layer (scene, order[i], FALSE, taken);
      build_layer (scene, order[i], TRUE, taken);
    }
}
