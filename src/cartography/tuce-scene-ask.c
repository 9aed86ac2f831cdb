/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a scene. */
#include "tuce-scene-private.h"

#define NONE G_MAXUINT

static TucePlace *
place_at (TuceScene *scene, guint index)
{
  return &g_array_index (scene->places, TucePlace, index);
}

static guint
place_index (TuceScene *scene, const char *code)
{
  return code ? GPOINTER_TO_UINT (g_hash_table_lookup (scene->place_by_code, code)) - 1 : NONE;
}

TuceBox
tuce_scene_box (TuceScene *scene)
{
  TuceOutline *county = g_hash_table_lookup (scene->outline_by_code, scene->county_code);
  TuceBox box = TUCE_BOX_EMPTY;

  if (county)
    return county->shape->box;
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      TuceOutline *outline = scene->outlines->pdata[i];

      if (outline->layer >= TUCE_LAYER_VILLAGE)
        tuce_box_join (&box, &outline->shape->box);
    }
  for (guint i = 0; i < scene->places->len; i++)
    {
      tuce_box_join (&box, &place_at (scene, i)->points_box);
      if (place_at (scene, i)->has_anchor)
        tuce_box_extend (&box, tuce_mercator_to_position (place_at (scene, i)->anchor));
    }
  return box;
}

gboolean
tuce_scene_place_box (TuceScene *scene, const char *code, TuceBox *box)
{
  TuceOutline *outline = g_hash_table_lookup (scene->outline_by_code, code);
  guint index = place_index (scene, code);

  if (g_str_equal (code, scene->county_code))
    *box = tuce_scene_box (scene);
  else if (outline)
    *box = outline->shape->box;
  else if (index == NONE)
    return FALSE;
  else
    {
      const TucePlace *place = place_at (scene, index);

      *box = place->points_box;
      if (place->has_anchor)
        tuce_box_extend (box, tuce_mercator_to_position (place->anchor));
    }
  return !tuce_box_is_empty (box);
}

const char *
tuce_scene_place_name (TuceScene *scene, const char *code)
{
  guint index = place_index (scene, code);

  return index == NONE ? NULL : place_at (scene, index)->name;
}

const char *
tuce_scene_place_parent (TuceScene *scene, const char *code)
{
  guint index = place_index (scene, code);
  guint parent = index == NONE ? NONE : place_at (scene, index)->parent;

  return parent == NONE ? NULL : place_at (scene, parent)->code;
}

gboolean
tuce_scene_place_figures (TuceScene *scene, const char *code, gint64 *households, gint64 *people)
{
  guint index = place_index (scene, code);

  if (index == NONE)
    return FALSE;
  *households = place_at (scene, index)->households;
  *people = place_at (scene, index)->people;
  return TRUE;
}

gboolean
tuce_scene_household_position (TuceScene *scene, gint64 id, TucePosition *position)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (scene->point_by_id, &id));
  const TucePoint *point;

  if (index == 0)
    return FALSE;
  point = &g_array_index (scene->points, TucePoint, index - 1);
  *position = tuce_mercator_to_position ((TuceMercator){ point->x, point->y });
  return TRUE;
}

gboolean
tuce_scene_is_schematic (TuceScene *scene, const TuceBox *box)
{
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      TuceOutline *outline = scene->outlines->pdata[i];

      if (outline->schematic && tuce_box_meets (&outline->shape->box, box))
        return TRUE;
    }
  return FALSE;
}

gboolean
tuce_scene_has_outlines (TuceScene *scene)
{
  return scene->has_outlines;
}

const char *
tuce_scene_attribution (TuceScene *scene)
{
  return scene->attribution;
}

GPtrArray *
tuce_scene_legend (TuceScene *scene)
{
  return scene->legend;
}

GPtrArray *
tuce_scene_layers (TuceScene *scene)
{
  return scene->layers;
}

GPtrArray *
tuce_scene_place_legend (TuceScene *scene, const char *code)
{
  guint index = place_index (scene, code);
  gboolean is_county = g_str_equal (code, scene->county_code);
  GPtrArray *legend = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_legend_line_free);

  for (guint i = 0; i < scene->key->len && i < TUCE_MOST_LINES; i++)
    {
      const TuceLegendLine *line = scene->key->pdata[i];
      gint64 count = is_county ? line->count : index == NONE ? 0 : place_at (scene, index)->by_line[i];
      TuceLegendLine *copy;

      if (count == 0)
        continue;
      copy = g_new0 (TuceLegendLine, 1);
      *copy = (TuceLegendLine){ g_strdup (line->code), g_strdup (line->label), g_strdup (line->label_zh),
                                 line->mark, count };
      g_ptr_array_add (legend, copy);
    }
  return legend;
}
