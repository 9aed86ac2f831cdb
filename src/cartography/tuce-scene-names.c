/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <math.h>
#include <string.h>

#include "tuce-text-style.h"

#define NONE G_MAXUINT
/* How far outside the county the names of neighbours and rivers may stand, as a share of its extent. */
#define SURROUNDINGS 0.12

static void
add_name (TuceScene *scene, PangoContext *context, TuceStyleItem style, const char *text, TuceMercator anchor,
          guint place)
{
  TuceName name = { .style = style, .text = g_strdup (text), .anchor = anchor, .place = place, .layer = NONE };
  g_autoptr (PangoLayout) layout = tuce_text_style_layout (context, style, 1, text);
  PangoRectangle extent;

  pango_layout_get_pixel_extents (layout, NULL, &extent);
  name.width = extent.width;
  name.height = extent.height;
  g_array_append_val (scene->names, name);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const TucePlace *one = &g_array_index ((GArray *) data, TucePlace, *(const guint *) a);
  const TucePlace *other = &g_array_index ((GArray *) data, TucePlace, *(const guint *) b);

  if (one->households != other->households)
    return one->households < other->households ? 1 : -1;
  return strcmp (one->code, other->code);
}

static void
add_places (TuceScene *scene, PangoContext *context, TuceSceneLayer layer, TuceStyleItem style)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < scene->places->len; i++)
    if (g_array_index (scene->places, TucePlace, i).layer == layer
        && g_array_index (scene->places, TucePlace, i).has_anchor)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_places, scene->places);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      const TucePlace *place = &g_array_index (scene->places, TucePlace, index);

      add_name (scene, context, style, place->name, place->anchor, index);
    }
}

/* One side of the Sutherland–Hodgman clip: keeps what lies inside of the line x (with @upright: y) = @at. */
static void
clip_side (GArray *from, GArray *to, gboolean upright, double at, double sign)
{
  g_array_set_size (to, 0);
  for (guint i = 0; i < from->len; i++)
    {
      TucePosition a = g_array_index (from, TucePosition, i);
      TucePosition b = g_array_index (from, TucePosition, (i + 1) % from->len);
      double here = ((upright ? a.lat : a.lon) - at) * sign, there = ((upright ? b.lat : b.lon) - at) * sign;

      if (here >= 0)
        g_array_append_val (to, a);
      if ((here >= 0) != (there >= 0))
        {
          double share = here / (here - there);
          TucePosition cut = { a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share };

          g_array_append_val (to, cut);
        }
    }
}

/* Gives the largest ring of @shape cut to @box, or NULL where nothing of it lies there. */
static TuceShape *
clip_ring (const TuceShape *shape, guint ring, const TuceBox *box)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (TucePosition));
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (TucePosition));

  g_array_append_vals (one, shape->positions + shape->starts[ring], shape->starts[ring + 1] - shape->starts[ring]);
  clip_side (one, two, FALSE, box->west, 1);
  clip_side (two, one, FALSE, box->east, -1);
  clip_side (one, two, TRUE, box->south, 1);
  clip_side (two, one, TRUE, box->north, -1);
  if (one->len < 3)
    return NULL;
  return tuce_shape_new (TUCE_SHAPE_POLYGON, (TucePosition *) one->data, (guint[]){ 0, one->len }, 1);
}

static void
add_neighbours (TuceScene *scene, PangoContext *context, const TuceBox *around)
{
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      const TuceOutline *outline = scene->outlines->pdata[i];
      g_autoptr (TuceShape) best = NULL;

      if (outline->layer != TUCE_LAYER_NEIGHBOUR || outline->shape->kind != TUCE_SHAPE_POLYGON)
        continue;
      for (guint ring = 0; ring < outline->shape->n_rings; ring++)
        {
          g_autoptr (TuceShape) cut = clip_ring (outline->shape, ring, around);

          if (cut && (!best || tuce_shape_area (cut) > tuce_shape_area (best)))
            {
              g_clear_pointer (&best, tuce_shape_unref);
              best = g_steal_pointer (&cut);
            }
        }
      if (best)
        add_name (scene, context, TUCE_STYLE_NEIGHBOUR_NAME, outline->name,
                  tuce_mercator_from_position (tuce_shape_label_position (best)), NONE);
    }
}

/* Gives the longest stretch of a river's positions inside @box, or NULL. */
static TuceShape *
longest_run (const TuceShape *shape, const TuceBox *box)
{
  guint best = 0, best_n = 0, n = 0, total = shape->starts[shape->n_rings];

  for (guint line = 0; line < shape->n_rings; line++)
    {
      n = 0;
      for (guint i = shape->starts[line]; i < shape->starts[line + 1] && i < total; i++)
        {
          n = tuce_box_contains (box, shape->positions[i]) ? n + 1 : 0;
          if (n > best_n)
            {
              best_n = n;
              best = i + 1 - n;
            }
        }
    }
  if (best_n < 2)
    return NULL;
  return tuce_shape_new (TUCE_SHAPE_LINE, shape->positions + best, (guint[]){ 0, best_n }, 1);
}

/* A river may come in several pieces: its name is shown once, at the longest. */
static void
add_rivers (TuceScene *scene, PangoContext *context, const TuceBox *around)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < scene->outlines->len; i++)
    {
      const TuceOutline *outline = scene->outlines->pdata[i];
      g_autoptr (TuceShape) best = NULL;

      if (outline->layer != TUCE_LAYER_RIVER || !outline->name || !*outline->name
          || !g_hash_table_add (done, outline->name))
        continue;
      for (guint k = i; k < scene->outlines->len; k++)
        {
          const TuceOutline *piece = scene->outlines->pdata[k];
          g_autoptr (TuceShape) run = NULL;

          if (piece->layer != TUCE_LAYER_RIVER || g_strcmp0 (piece->name, outline->name) != 0)
            continue;
          run = longest_run (piece->shape, around);
          if (run && (!best || run->starts[1] > best->starts[1]))
            {
              g_clear_pointer (&best, tuce_shape_unref);
              best = g_steal_pointer (&run);
            }
        }
      if (best)
        add_name (scene, context, TUCE_STYLE_RIVER_NAME, outline->name,
                  tuce_mercator_from_position (tuce_shape_label_position (best)), NONE);
    }
}

static void
add_features (TuceScene *scene, PangoContext *context)
{
  for (guint layer = 0; layer < TUCE_MOST_LAYERS; layer++)
    for (guint i = 0; i < scene->features[layer]->len; i++)
      {
        const TuceOutline *feature = scene->features[layer]->pdata[i];
        TucePosition at = feature->shape->kind == TUCE_SHAPE_POINT ? feature->shape->positions[0]
                                                                   : tuce_shape_label_position (feature->shape);

        if (!feature->name || !*feature->name)
          continue;
        add_name (scene, context, TUCE_STYLE_FEATURE_NAME, feature->name, tuce_mercator_from_position (at), NONE);
        g_array_index (scene->names, TuceName, scene->names->len - 1).layer = layer;
      }
}

void
tuce_scene_build_names (TuceScene *scene)
{
  PangoContext *context;
  TuceOutline *county = g_hash_table_lookup (scene->outline_by_code, scene->county_code);
  TuceBox around = tuce_scene_box (scene);
  double across = (around.east - around.west) * SURROUNDINGS, up = (around.north - around.south) * SURROUNDINGS;

  if (tuce_box_is_empty (&around))
    return;
  context = tuce_text_style_context ();
  around = (TuceBox){ around.west - across, around.south - up, around.east + across, around.north + up };
  if (county)
    add_name (scene, context, TUCE_STYLE_COUNTY_NAME, county->name,
              tuce_mercator_from_position (tuce_shape_label_position (county->shape)), NONE);
  add_places (scene, context, TUCE_LAYER_TOWNSHIP, TUCE_STYLE_TOWNSHIP_NAME);
  add_rivers (scene, context, &around);
  add_neighbours (scene, context, &around);
  add_places (scene, context, TUCE_LAYER_VILLAGE, TUCE_STYLE_VILLAGE_NAME);
  add_features (scene, context);
  g_object_unref (context);
}
