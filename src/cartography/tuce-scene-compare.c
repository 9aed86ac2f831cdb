/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <string.h>

static void
add_spot (GArray *extents, double x, double y)
{
  TuceExtent spot = { x, y, x, y };

  g_array_append_val (extents, spot);
}

static gboolean
same_shape (const TuceOutline *a, const TuceOutline *b)
{
  guint n = a->shape->starts[a->shape->n_rings];

  return a->schematic == b->schematic && n == b->shape->starts[b->shape->n_rings]
         && memcmp (a->points, b->points, n * sizeof *a->points) == 0;
}

/* Adds the extent of each of @outlines that is missing in @others or differs there. */
static void
compare_outlines (GPtrArray *outlines, GPtrArray *others, GArray *extents)
{
  for (guint i = 0; i < outlines->len && extents->len <= TUCE_MOST_CHANGES; i++)
    {
      const TuceOutline *outline = outlines->pdata[i];
      const TuceOutline *twin = NULL;

      for (guint k = 0; k < others->len && !twin; k++)
        {
          const TuceOutline *candidate = others->pdata[(i + k) % others->len];

          if (candidate->layer == outline->layer && g_strcmp0 (candidate->code, outline->code) == 0
              && same_shape (candidate, outline))
            twin = candidate;
        }
      if (!twin)
        g_array_append_val (extents, outline->extent);
    }
}

static void
compare_points (TuceScene *scene, TuceScene *other, GArray *extents)
{
  for (guint i = 0; i < scene->points->len && extents->len <= TUCE_MOST_CHANGES; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (other->point_by_id, &point->id));
      const TucePoint *twin = index ? &g_array_index (other->points, TucePoint, index - 1) : NULL;

      if (!twin || twin->x != point->x || twin->y != point->y || twin->mark != point->mark)
        add_spot (extents, point->x, point->y);
    }
}

static void
compare_places (TuceScene *scene, TuceScene *other, GArray *extents)
{
  for (guint i = 0; i < scene->places->len; i++)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (other->place_by_code, place->code));
      const TucePlace *twin = index ? &g_array_index (other->places, TucePlace, index - 1) : NULL;

      if (place->has_anchor
          && (!twin || memcmp (twin->counts, place->counts, sizeof place->counts) != 0
              || twin->anchor.x != place->anchor.x || twin->anchor.y != place->anchor.y))
        add_spot (extents, place->anchor.x, place->anchor.y);
    }
}

GArray *
tuce_scene_compare (TuceScene *before, TuceScene *scene)
{
  GArray *extents = g_array_new (FALSE, FALSE, sizeof (TuceExtent));

  compare_outlines (before->outlines, scene->outlines, extents);
  compare_outlines (scene->outlines, before->outlines, extents);
  for (guint layer = 0; layer < TUCE_MOST_LAYERS; layer++)
    {
      compare_outlines (before->features[layer], scene->features[layer], extents);
      compare_outlines (scene->features[layer], before->features[layer], extents);
    }
  compare_points (before, scene, extents);
  compare_points (scene, before, extents);
  compare_places (before, scene, extents);
  compare_places (scene, before, extents);
  if (extents->len > TUCE_MOST_CHANGES)
    g_clear_pointer (&extents, g_array_unref);
  return extents;
}
