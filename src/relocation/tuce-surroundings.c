/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-surroundings.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"
#include "tuce-features.h"
#include "tuce-parameters.h"
#include "tuce-shape.h"

/* From this many metres on a distance is shown in kilometres. */
#define KILOMETRE 1000

typedef struct
{
  gint64 id;
  char *name;
  gboolean schematic;
  TuceShape *shape;
} Feature;

struct _TuceSurroundings
{
  GPtrArray **features; /* Feature, for each surrounding layer */
  double *buffers;
  const TuceSurroundingLayer *layers;
  guint n_layers;
};

static void
feature_free (gpointer data)
{
  Feature *feature = data;

  g_free (feature->name);
  g_clear_pointer (&feature->shape, tuce_shape_unref);
  g_free (feature);
}

static GArray *
read_layers (GError **error)
{
  enum
  {
    LAYER,
    ROLE,
    CHECK,
    NAME,
    DISTANCE,
    BUFFER
  };
  static const char *const columns[] = { [LAYER] = "layer", [ROLE] = "role",         [CHECK] = "check",
                                         [NAME] = "name",   [DISTANCE] = "distance", [BUFFER] = "buffer", NULL };
  g_autofree char *path = tuce_data_path ("relocation", "surroundings.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  GArray *layers;

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  layers = g_array_new (FALSE, FALSE, sizeof (TuceSurroundingLayer));
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceSurroundingLayer layer
          = { .code = g_intern_string (tuce_csv_cell (csv, row, columns[LAYER])),
              .is_constraint = g_str_equal (tuce_csv_cell (csv, row, columns[ROLE]), "constraint"),
              .check = g_intern_string (tuce_csv_cell (csv, row, columns[CHECK])),
              .name = g_intern_string (tuce_csv_cell (csv, row, columns[NAME])),
              .distance = g_intern_string (tuce_csv_cell (csv, row, columns[DISTANCE])),
              .buffer = g_intern_string (tuce_csv_cell (csv, row, columns[BUFFER])) };

      g_array_append_val (layers, layer);
    }
  return layers;
}

const TuceSurroundingLayer *
tuce_surrounding_layers (guint *n, GError **error)
{
  static GMutex mutex;
  static GArray *layers; /* kept while the program runs */

  g_mutex_lock (&mutex);
  if (!layers)
    layers = read_layers (error);
  g_mutex_unlock (&mutex);
  *n = layers ? layers->len : 0;
  return layers ? (const TuceSurroundingLayer *) (gpointer) layers->data : NULL;
}

static int
find_layer (const TuceSurroundings *surroundings, const char *code)
{
  for (guint i = 0; i < surroundings->n_layers; i++)
    if (g_strcmp0 (surroundings->layers[i].code, code) == 0)
      return (int) i;
  return -1;
}

static gboolean
keep_feature (const TuceFeature *found, gpointer data)
{
  TuceSurroundings *surroundings = data;
  int layer = find_layer (surroundings, found->layer);
  TuceShape *shape = layer >= 0 && found->wkb ? tuce_feature_shape (found, NULL) : NULL;
  Feature *feature;

  if (!shape)
    return TRUE;
  feature = g_new0 (Feature, 1);
  feature->id = found->id;
  feature->name = g_strdup (found->name);
  feature->schematic = found->is_schematic;
  feature->shape = shape;
  g_ptr_array_add (surroundings->features[layer], feature);
  return TRUE;
}

static gboolean
read_features (TuceSurroundings *surroundings, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < surroundings->n_layers; i++)
    g_string_append_printf (codes, "%s%s", i ? "|" : "", surroundings->layers[i].code);
  return tuce_features_each (county, codes->str, keep_feature, surroundings, cancellable, error);
}

TuceSurroundings *
tuce_surroundings_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  guint n;
  const TuceSurroundingLayer *layers = tuce_surrounding_layers (&n, error);
  g_autoptr (TuceSurroundings) surroundings = NULL;

  if (!layers)
    return NULL;
  surroundings = g_atomic_rc_box_new0 (TuceSurroundings);
  surroundings->layers = layers;
  surroundings->n_layers = n;
  surroundings->features = g_new0 (GPtrArray *, n);
  surroundings->buffers = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TuceRecord) buffer
          = *layers[i].buffer ? tuce_parameter_find (county, layers[i].buffer, tuce_county_get_year (county)) : NULL;

      surroundings->features[i] = g_ptr_array_new_with_free_func (feature_free);
      surroundings->buffers[i] = 0;
      tuce_parameter_value (buffer, &surroundings->buffers[i]);
    }
  if (!read_features (surroundings, county, cancellable, error))
    return NULL;
  return g_steal_pointer (&surroundings);
}

TuceSurroundings *
tuce_surroundings_ref (TuceSurroundings *surroundings)
{
  return g_atomic_rc_box_acquire (surroundings);
}

static void
clear (gpointer data)
{
  TuceSurroundings *surroundings = data;

  for (guint i = 0; i < surroundings->n_layers; i++)
    g_clear_pointer (&surroundings->features[i], g_ptr_array_unref);
  g_free (surroundings->features);
  g_free (surroundings->buffers);
}

void
tuce_surroundings_unref (TuceSurroundings *surroundings)
{
  g_atomic_rc_box_release_full (surroundings, clear);
}

gboolean
tuce_surroundings_has (const TuceSurroundings *surroundings, const char *layer)
{
  int index = find_layer (surroundings, layer);

  return index >= 0 && surroundings->features[index]->len > 0;
}

const char *
tuce_ground_code (TuceGroundState state)
{
  static const char *const codes[] = { [TUCE_GROUND_UNKNOWN] = "unknown",
                                       [TUCE_GROUND_CLEAR] = "clear",
                                       [TUCE_GROUND_CONCERNED] = "concerned" };

  return codes[state];
}

static void
find_nearest (GPtrArray *features, TucePosition position, TuceNear *near)
{
  *near = (TuceNear){ .distance = G_MAXDOUBLE };
  for (guint i = 0; i < features->len && near->distance > 0; i++)
    {
      const Feature *feature = features->pdata[i];
      TucePosition nearest;
      double distance;

      if (tuce_box_distance (&feature->shape->box, position) >= near->distance)
        continue;
      distance = tuce_shape_distance (feature->shape, position, &nearest);
      if (distance < near->distance)
        *near = (TuceNear){ TRUE, feature->id, feature->name, distance, nearest, feature->schematic };
    }
}

gboolean
tuce_surroundings_nearest (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                           TuceNear *near)
{
  int index = find_layer (surroundings, layer);

  *near = (TuceNear){ 0 };
  if (index >= 0)
    find_nearest (surroundings->features[index], position, near);
  return near->found;
}

void
tuce_surroundings_test (const TuceSurroundings *surroundings, TucePosition position, const char *layer,
                        TuceGround *ground)
{
  int index = find_layer (surroundings, layer);

  *ground = (TuceGround){ .layer = index >= 0 ? surroundings->layers[index].code : "" };
  if (index < 0)
    return;
  ground->buffer = surroundings->buffers[index];
  if (!tuce_surroundings_nearest (surroundings, position, layer, &ground->near))
    return;
  ground->state = ground->near.distance <= 0 || ground->near.distance < ground->buffer ? TUCE_GROUND_CONCERNED
                                                                                       : TUCE_GROUND_CLEAR;
}

gboolean
tuce_surroundings_allow (const TuceSurroundings *surroundings, TucePosition position)
{
  for (guint i = 0; i < surroundings->n_layers; i++)
    {
      TuceGround ground;

      if (!surroundings->layers[i].is_constraint)
        continue;
      tuce_surroundings_test (surroundings, position, surroundings->layers[i].code, &ground);
      if (ground.state == TUCE_GROUND_CONCERNED)
        return FALSE;
    }
  return TRUE;
}

char *
tuce_near_describe (const TuceNear *near)
{
  g_autofree char *way = NULL;

  if (!near->found)
    return g_strdup ("—");
  if (near->distance < KILOMETRE)
    way = g_strdup_printf (_("%.0f m"), near->distance);
  else
    way = g_strdup_printf (_("%.1f km"), near->distance / KILOMETRE);
  /* Translators: what is near, and how far it is */
  return *near->name ? g_strdup_printf (_("%s, %s"), near->name, way) : g_steal_pointer (&way);
}

char *
tuce_ground_describe (const TuceGround *ground, const TuceDictionary *dictionary)
{
  const TuceCode *code
      = tuce_code_list_find (tuce_dictionary_code_list (dictionary, "feature_layer"), ground->layer);
  const char *layer = code ? tuce_code_label (code) : ground->layer;
  g_autofree char *near = tuce_near_describe (&ground->near);
  const char *name = ground->near.found && *ground->near.name ? ground->near.name : layer;

  if (ground->state == TUCE_GROUND_UNKNOWN)
    return g_strdup_printf (_("%s: unknown, the county has no such layer"), layer);
  if (ground->state == TUCE_GROUND_CLEAR)
    return g_strdup_printf (_("%s: not concerned (nearest: %s)"), layer, near);
  if (ground->near.distance <= 0)
    /* Translators: the layer, then what is inside of it */
    return g_strdup_printf (_("%s: lies in %s"), layer, name);
  return g_strdup_printf (_("%s: %s is %.0f m away, %.0f m have to be kept"), layer, name, ground->near.distance,
                          ground->buffer);
}
