/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <math.h>
#include <string.h>

#define NONE G_MAXUINT

static void
outline_free (TuceOutline *outline)
{
  g_free (outline->code);
  g_free (outline->name);
  tuce_shape_unref (outline->shape);
  g_free (outline->points);
  g_free (outline);
}

static void
place_clear (TucePlace *place)
{
  g_free (place->code);
  g_free (place->name);
}

static void
name_clear (TuceName *name)
{
  g_free (name->text);
}

void
tuce_legend_line_free (TuceLegendLine *line)
{
  g_free (line->code);
  g_free (line->label);
  g_free (line->label_zh);
  g_free (line);
}

static void
layer_line_free (TuceLayerLine *line)
{
  g_free (line->label);
  g_free (line->label_zh);
  g_free (line);
}

TuceScene *
tuce_scene_new (const char *county_code)
{
  TuceScene *scene = g_new0 (TuceScene, 1);

  g_atomic_ref_count_init (&scene->count);
  scene->county_code = g_strdup (county_code);
  scene->outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) outline_free);
  scene->places = g_array_new (FALSE, TRUE, sizeof (TucePlace));
  g_array_set_clear_func (scene->places, (GDestroyNotify) place_clear);
  scene->place_by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scene->outline_by_code = g_hash_table_new (g_str_hash, g_str_equal);
  scene->points = g_array_new (FALSE, FALSE, sizeof (TucePoint));
  scene->names = g_array_new (FALSE, TRUE, sizeof (TuceName));
  g_array_set_clear_func (scene->names, (GDestroyNotify) name_clear);
  scene->key = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_legend_line_free);
  scene->legend = g_ptr_array_new ();
  scene->unplaced = g_array_new (FALSE, FALSE, sizeof (TucePoint));
  scene->attributions = g_ptr_array_new_with_free_func (g_free);
  scene->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) layer_line_free);
  for (guint layer = 0; layer < TUCE_MOST_LAYERS; layer++)
    scene->features[layer] = g_ptr_array_new_with_free_func ((GDestroyNotify) outline_free);
  for (guint layer = 0; layer < TUCE_N_LAYERS; layer++)
    {
      scene->lines[layer].points = g_array_new (FALSE, FALSE, sizeof (TuceMercator));
      scene->lines[layer].stretches = g_array_new (FALSE, FALSE, sizeof (TuceStretch));
    }
  return scene;
}

TuceScene *
tuce_scene_ref (TuceScene *scene)
{
  g_atomic_ref_count_inc (&scene->count);
  return scene;
}

void
tuce_scene_unref (TuceScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->count))
    return;
  for (guint layer = 0; layer < TUCE_N_LAYERS; layer++)
    {
      g_array_unref (scene->lines[layer].points);
      g_array_unref (scene->lines[layer].stretches);
    }
  for (guint layer = 0; layer < TUCE_MOST_LAYERS; layer++)
    g_ptr_array_unref (scene->features[layer]);
  g_ptr_array_unref (scene->layers);
  g_hash_table_unref (scene->outline_by_code);
  g_hash_table_unref (scene->place_by_code);
  g_clear_pointer (&scene->point_by_id, g_hash_table_unref);
  g_clear_pointer (&scene->unplaced_by_id, g_hash_table_unref);
  g_array_unref (scene->unplaced);
  g_ptr_array_unref (scene->key);
  g_ptr_array_unref (scene->outlines);
  g_array_unref (scene->places);
  g_array_unref (scene->points);
  g_array_unref (scene->names);
  g_ptr_array_unref (scene->legend);
  g_ptr_array_unref (scene->attributions);
  g_free (scene->cells);
  g_free (scene->attribution);
  g_free (scene->county_code);
  g_free (scene);
}

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

static TuceOutline *
outline_new (const char *code, const char *name, TuceShape *shape, gboolean schematic)
{
  TuceOutline *outline = g_new0 (TuceOutline, 1);
  guint n = shape->starts[shape->n_rings];

  outline->layer = TUCE_N_LAYERS;
  outline->code = g_strdup (code);
  outline->name = g_strdup (name);
  outline->schematic = schematic;
  outline->shape = tuce_shape_ref (shape);
  outline->points = g_new (TuceMercator, MAX (n, 1));
  outline->extent = TUCE_EXTENT_EMPTY;
  for (guint i = 0; i < n; i++)
    {
      outline->points[i] = tuce_mercator_from_position (shape->positions[i]);
      tuce_extent_add (&outline->extent, outline->points[i]);
    }
  return outline;
}

static void
attribute (TuceScene *scene, const char *attribution)
{
  if (attribution && *attribution
      && !g_ptr_array_find_with_equal_func (scene->attributions, attribution, g_str_equal, NULL))
    g_ptr_array_add (scene->attributions, g_strdup (attribution));
}

void
tuce_scene_add_outline (TuceScene *scene, TuceSceneLayer layer, const char *code, const char *name,
                        TuceShape *shape, gboolean schematic, const char *attribution)
{
  TuceOutline *outline = outline_new (code, name, shape, schematic);

  outline->layer = layer;
  g_ptr_array_add (scene->outlines, outline);
  if (shape->kind == TUCE_SHAPE_POLYGON && layer >= TUCE_LAYER_VILLAGE)
    g_hash_table_insert (scene->outline_by_code, outline->code, outline);
  if (layer == TUCE_LAYER_TOWNSHIP || layer == TUCE_LAYER_VILLAGE)
    scene->has_outlines = TRUE;
  attribute (scene, attribution);
}

void
tuce_scene_add_feature (TuceScene *scene, guint layer, const char *name, TuceShape *shape, gboolean schematic,
                        const char *attribution)
{
  g_ptr_array_add (scene->features[layer], outline_new ("", name, shape, schematic));
  attribute (scene, attribution);
}

void
tuce_scene_name_layer (TuceScene *scene, guint layer, const char *label, const char *label_zh)
{
  GPtrArray *features = scene->features[layer];
  TuceLayerLine *line;

  if (features->len == 0)
    return;
  line = g_new0 (TuceLayerLine, 1);
  *line = (TuceLayerLine){ layer, g_strdup (label), g_strdup (label_zh), features->len, FALSE, FALSE, FALSE };
  for (guint i = 0; i < features->len; i++)
    {
      const TuceOutline *feature = features->pdata[i];

      line->areas |= feature->shape->kind == TUCE_SHAPE_POLYGON;
      line->lines |= feature->shape->kind == TUCE_SHAPE_LINE;
      line->schematic |= feature->schematic;
    }
  g_ptr_array_add (scene->layers, line);
}

guint
tuce_scene_add_place (TuceScene *scene, TuceSceneLayer layer, const char *code, const char *name,
                      const char *parent_code, const TucePosition *position)
{
  TucePlace place = { .layer = layer, .code = g_strdup (code), .name = g_strdup (name) };

  place.parent = place_index (scene, parent_code);
  place.points_box = TUCE_BOX_EMPTY;
  if (position)
    {
      place.has_anchor = TRUE;
      place.anchor = tuce_mercator_from_position (*position);
    }
  g_array_append_val (scene->places, place);
  g_hash_table_insert (scene->place_by_code, g_strdup (code), GUINT_TO_POINTER (scene->places->len));
  return scene->places->len - 1;
}

void
tuce_scene_add_household (TuceScene *scene, gint64 id, const char *village_code, guint state, guint people,
                          const TucePosition *position)
{
  guint village = place_index (scene, village_code);
  TuceLegendLine *line = scene->key->pdata[MIN (state, scene->key->len - 1)];
  TucePoint point = { id, 0, 0, tuce_mark_index (line->mark), village };

  line->count++;
  for (guint place = village; place != NONE; place = place_at (scene, place)->parent)
    {
      TucePlace *at = place_at (scene, place);

      at->counts[MIN (point.mark, TUCE_MOST_MARKS - 1)]++;
      at->by_line[MIN (state, TUCE_MOST_LINES - 1)]++;
      at->households++;
      at->people += people;
      if (position)
        tuce_box_extend (&at->points_box, *position);
    }
  if (position)
    {
      TuceMercator projected = tuce_mercator_from_position (*position);

      point.x = projected.x;
      point.y = projected.y;
    }
  g_array_append_val (position ? scene->points : scene->unplaced, point);
}

void
tuce_scene_add_state (TuceScene *scene, const char *code, const char *label, const char *label_zh, const TuceMark *mark)
{
  TuceLegendLine *line = g_new0 (TuceLegendLine, 1);

  line->code = g_strdup (code);
  line->label = g_strdup (label);
  line->label_zh = g_strdup (label_zh);
  line->mark = mark;
  g_ptr_array_add (scene->key, line);
}

static guint
grid_cell (const TuceScene *scene, double x, double y)
{
  double across = (x - scene->grid.left) / (scene->grid.right - scene->grid.left);
  double down = (y - scene->grid.top) / (scene->grid.bottom - scene->grid.top);
  int column = CLAMP ((int) (across * TUCE_GRID), 0, TUCE_GRID - 1);
  int row = CLAMP ((int) (down * TUCE_GRID), 0, TUCE_GRID - 1);

  return (guint) (row * TUCE_GRID + column);
}

/* Sorts the points by cell (counting sort, so that the order within a cell stays that of the file). */
static void
index_points (TuceScene *scene)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TucePoint), scene->points->len);
  g_autofree guint *next = NULL;

  scene->grid = TUCE_EXTENT_EMPTY;
  for (guint i = 0; i < scene->points->len; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);

      tuce_extent_add (&scene->grid, (TuceMercator){ point->x, point->y });
    }
  scene->grid.right += 1e-9;
  scene->grid.bottom += 1e-9;

  scene->cells = g_new0 (guint, TUCE_GRID * TUCE_GRID + 1);
  for (guint i = 0; i < scene->points->len; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);

      scene->cells[grid_cell (scene, point->x, point->y) + 1]++;
    }
  for (guint cell = 0; cell < TUCE_GRID * TUCE_GRID; cell++)
    scene->cells[cell + 1] += scene->cells[cell];

  next = g_memdup2 (scene->cells, TUCE_GRID * TUCE_GRID * sizeof (guint));
  g_array_set_size (sorted, scene->points->len);
  for (guint i = 0; i < scene->points->len; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);

      g_array_index (sorted, TucePoint, next[grid_cell (scene, point->x, point->y)]++) = *point;
    }
  g_array_unref (scene->points);
  scene->points = sorted;

  scene->point_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < sorted->len; i++)
    g_hash_table_insert (scene->point_by_id, &g_array_index (sorted, TucePoint, i).id, GUINT_TO_POINTER (i + 1));
}

static void
index_unplaced (TuceScene *scene)
{
  scene->unplaced_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < scene->unplaced->len; i++)
    {
      TucePoint *point = &g_array_index (scene->unplaced, TucePoint, i);

      g_hash_table_insert (scene->unplaced_by_id, &point->id, point);
    }
}

/* The shares and name of a place stand well inside its outline; without an outline, at its own position, or else in the
   middle of its households. */
static void
anchor_places (TuceScene *scene)
{
  for (guint i = 0; i < scene->places->len; i++)
    {
      TucePlace *place = place_at (scene, i);
      TuceOutline *outline = g_hash_table_lookup (scene->outline_by_code, place->code);
      TuceBox box = place->points_box;

      if (outline)
        place->anchor = tuce_mercator_from_position (tuce_shape_label_position (outline->shape));
      else if (!place->has_anchor && !tuce_box_is_empty (&box))
        place->anchor = tuce_mercator_from_position (
          (TucePosition){ (box.west + box.east) / 2, (box.south + box.north) / 2 });
      else if (!place->has_anchor)
        continue;
      place->has_anchor = TRUE;
    }
}

void
tuce_scene_finish (TuceScene *scene)
{
  index_points (scene);
  index_unplaced (scene);
  for (guint i = 0; i < scene->key->len; i++)
    if (((TuceLegendLine *) scene->key->pdata[i])->count > 0)
      g_ptr_array_add (scene->legend, scene->key->pdata[i]);
  anchor_places (scene);
  tuce_scene_build_lines (scene);
  tuce_scene_build_names (scene);
  g_ptr_array_add (scene->attributions, NULL);
  scene->attribution = g_strjoinv (" · ", (char **) scene->attributions->pdata);
}

void
tuce_scene_each_point (TuceScene *scene, const TuceExtent *extent, TucePointFunc func, gpointer data)
{
  guint first, last;

  if (scene->points->len == 0 || !tuce_extent_meets (extent, &scene->grid))
    return;
  first = grid_cell (scene, extent->left, extent->top);
  last = grid_cell (scene, extent->right, extent->bottom);
  for (guint row = first / TUCE_GRID; row <= last / TUCE_GRID; row++)
    {
      guint from = scene->cells[row * TUCE_GRID + first % TUCE_GRID];
      guint to = scene->cells[row * TUCE_GRID + last % TUCE_GRID + 1];

      for (guint i = from; i < to; i++)
        {
          const TucePoint *point = &g_array_index (scene->points, TucePoint, i);

          if (point->x >= extent->left && point->x <= extent->right && point->y >= extent->top
              && point->y <= extent->bottom)
            func (point, data);
        }
    }
}
