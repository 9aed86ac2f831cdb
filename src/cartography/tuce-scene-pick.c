/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <math.h>

#include "tuce-painter.h"
#include "tuce-style.h"

#define NONE G_MAXUINT

typedef struct
{
  TuceMercator at;
  double nearest; /* squared distance */
  const TucePoint *found;
} Nearest;

static void
consider (const TucePoint *point, gpointer data)
{
  Nearest *nearest = data;
  double x = point->x - nearest->at.x, y = point->y - nearest->at.y, distance = x * x + y * y;

  if (distance < nearest->nearest)
    {
      nearest->nearest = distance;
      nearest->found = point;
    }
}

static void
set_place (TuceScene *scene, guint index, TuceHit *hit)
{
  while (index != NONE)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, index);

      g_strlcpy (place->layer == TUCE_LAYER_VILLAGE ? hit->village : hit->township, place->code, sizeof hit->village);
      index = place->parent;
    }
}

/* Whether villages are shown at this zoom; else a click does not mean a village. */
static gboolean
has_villages (const TuceView *view)
{
  return view->zoom >= MIN (tuce_style_get (TUCE_STYLE_VILLAGE)->from_zoom,
                            tuce_style_get (TUCE_STYLE_VILLAGE_SHARES)->from_zoom);
}

static void
pick_outlines (TuceScene *scene, const TuceView *view, TucePosition position, TuceHit *hit)
{
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      const TuceOutline *outline = scene->outlines->pdata[i];
      char *code = outline->layer == TUCE_LAYER_TOWNSHIP                          ? hit->township
                   : outline->layer == TUCE_LAYER_VILLAGE && has_villages (view) ? hit->village
                                                                                 : NULL;

      if (code && !*code && tuce_shape_contains (outline->shape, position))
        g_strlcpy (code, outline->code, sizeof hit->village);
    }
}

/* For a place without an outline, its ring or point is picked. */
static void
pick_anchor (TuceScene *scene, const TuceView *view, TuceMercator at, double radius, TuceHit *hit)
{
  double most = radius + tuce_paint_reach (view->zoom);
  guint found = NONE;

  most = most / (256 * exp2 (view->zoom));
  for (guint i = 0; i < scene->places->len; i++)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, i);
      double distance = hypot (place->anchor.x - at.x, place->anchor.y - at.y);

      if (place->has_anchor && distance < most && (place->layer == TUCE_LAYER_TOWNSHIP || has_villages (view)))
        {
          most = distance;
          found = i;
        }
    }
  set_place (scene, found, hit);
}

/* Whether the feature is hit. @reach: in metres */
static gboolean
is_at (const TuceOutline *feature, TucePosition position, double reach)
{
  if (tuce_box_distance (&feature->shape->box, position) > reach)
    return FALSE;
  return feature->shape->kind == TUCE_SHAPE_POLYGON ? tuce_shape_contains (feature->shape, position)
                                                    : tuce_shape_distance (feature->shape, position, NULL) <= reach;
}

GArray *
tuce_scene_features_at (TuceScene *scene, const TuceView *view, double x, double y, double radius, guint layers)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TuceFeatureHit));
  TucePosition position = tuce_mercator_to_position (tuce_view_from_units (view, x, y));

  for (guint layer = tuce_layer_style_count (); layer-- > 0;)
    {
      const TuceLayerStyle *style = tuce_layer_style_nth (layer);
      double reach = (radius + style->size / 2) * tuce_view_metres_per_unit (view);

      if (!(layers & 1u << layer) || view->zoom < style->from_zoom)
        continue;
      for (guint i = 0; i < scene->features[layer]->len; i++)
        {
          const TuceOutline *feature = scene->features[layer]->pdata[i];
          TuceFeatureHit hit = { layer, feature->name ? feature->name : "" };

          if (is_at (feature, position, feature->shape->kind == TUCE_SHAPE_POLYGON ? 0 : reach))
            g_array_append_val (hits, hit);
        }
    }
  return hits;
}

gboolean
tuce_scene_pick (TuceScene *scene, const TuceView *view, double x, double y, double radius, gboolean households,
                 TuceHit *hit)
{
  TuceMercator at = tuce_view_from_units (view, x, y);

  *hit = (TuceHit){ 0 };
  if (households && tuce_paint_household_size (view->zoom) > 0)
    {
      double reach = (radius + tuce_paint_household_size (view->zoom) / 2) / (256 * exp2 (view->zoom));
      TuceExtent around = { at.x - reach, at.y - reach, at.x + reach, at.y + reach };
      Nearest nearest = { at, reach * reach, NULL };

      tuce_scene_each_point (scene, &around, consider, &nearest);
      if (nearest.found)
        {
          hit->household = nearest.found->id;
          set_place (scene, nearest.found->place, hit);
        }
    }
  if (!hit->household)
    pick_outlines (scene, view, tuce_mercator_to_position (at), hit);
  if (!hit->household && !*hit->village && !*hit->township)
    pick_anchor (scene, view, at, radius, hit);
  return hit->household || *hit->village || *hit->township;
}
