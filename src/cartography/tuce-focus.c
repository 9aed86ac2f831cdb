/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-focus-private.h"

#include <string.h>

static TuceFocus *
focus_allocate (TuceScene *scene)
{
  TuceFocus *focus = g_new0 (TuceFocus, 1);

  g_atomic_ref_count_init (&focus->count);
  focus->scene = tuce_scene_ref (scene);
  focus->stands_out = g_new0 (guint8, MAX (scene->points->len, 1));
  focus->counts = g_malloc0_n (MAX (scene->places->len, 1), sizeof *focus->counts);
  return focus;
}

static guint
parent_of (TuceScene *scene, guint place)
{
  return g_array_index (scene->places, TucePlace, place).parent;
}

static void
count (TuceFocus *focus, const TucePoint *point)
{
  for (guint place = point->place; place != G_MAXUINT; place = parent_of (focus->scene, place))
    focus->counts[place][MIN (point->mark, TUCE_MOST_MARKS - 1)]++;
}

TuceFocus *
tuce_focus_new (TuceScene *scene, GArray *ids)
{
  TuceFocus *focus = focus_allocate (scene);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (scene->point_by_id, &id));
      const TucePoint *point = index ? &g_array_index (scene->points, TucePoint, index - 1)
                                     : g_hash_table_lookup (scene->unplaced_by_id, &id);

      if (!point)
        continue;
      if (index)
        focus->stands_out[index - 1] = 1;
      count (focus, point);
    }
  return focus;
}

static gboolean
lies_in (TuceScene *scene, guint place, guint wanted)
{
  while (place != G_MAXUINT && place != wanted)
    place = parent_of (scene, place);
  return place == wanted;
}

TuceFocus *
tuce_focus_new_place (TuceScene *scene, const char *code)
{
  TuceFocus *focus = focus_allocate (scene);
  gboolean everywhere = g_str_equal (code, scene->county_code);
  guint wanted = GPOINTER_TO_UINT (g_hash_table_lookup (scene->place_by_code, code)) - 1;

  for (guint i = 0; i < scene->points->len; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);

      if (!everywhere && (wanted == G_MAXUINT || !lies_in (scene, point->place, wanted)))
        continue;
      focus->stands_out[i] = 1;
      count (focus, point);
    }
  for (guint i = 0; i < scene->unplaced->len; i++)
    if (everywhere
        || (wanted != G_MAXUINT && lies_in (scene, g_array_index (scene->unplaced, TucePoint, i).place, wanted)))
      count (focus, &g_array_index (scene->unplaced, TucePoint, i));
  return focus;
}

TuceFocus *
tuce_focus_ref (TuceFocus *focus)
{
  g_atomic_ref_count_inc (&focus->count);
  return focus;
}

void
tuce_focus_unref (TuceFocus *focus)
{
  if (!g_atomic_ref_count_dec (&focus->count))
    return;
  tuce_scene_unref (focus->scene);
  g_free (focus->stands_out);
  g_free (focus->counts);
  g_free (focus);
}

gboolean
tuce_focus_has (TuceFocus *focus, gint64 id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (focus->scene->point_by_id, &id));

  return index && focus->stands_out[index - 1];
}

static gboolean
stands_out (TuceFocus *focus, gint64 id)
{
  return !focus || tuce_focus_has (focus, id);
}

static const guint *
counts_of (TuceFocus *focus, const TucePlace *place)
{
  guint index;

  if (!focus)
    return place->counts;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (focus->scene->place_by_code, place->code));
  return index ? focus->counts[index - 1] : NULL;
}

gboolean
tuce_focus_compare (TuceFocus *before, TuceFocus *focus, TuceScene *scene, GArray *extents)
{
  if (before == focus)
    return TRUE;
  for (guint i = 0; i < scene->points->len && extents->len <= TUCE_MOST_CHANGES; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);
      TuceExtent spot = { point->x, point->y, point->x, point->y };

      if (stands_out (before, point->id) != stands_out (focus, point->id))
        g_array_append_val (extents, spot);
    }
  for (guint i = 0; i < scene->places->len && extents->len <= TUCE_MOST_CHANGES; i++)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, i);
      const guint *old = counts_of (before, place), *new = counts_of (focus, place);
      TuceExtent spot = { place->anchor.x, place->anchor.y, place->anchor.x, place->anchor.y };

      if (place->has_anchor && (!old || !new || memcmp (old, new, sizeof place->counts) != 0))
        g_array_append_val (extents, spot);
    }
  return extents->len <= TUCE_MOST_CHANGES;
}
