/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-query.h"
#include "tuce-text.h"

typedef struct
{
  TuceScene *scene;
  GHashTable *states; /* code → index + 1 in the scene's states; the last state means no code */
  GHashTable *codes;  /* household → code, for a colouring without a path; else NULL */
  guint none;
  GError *error;
} Loading;

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static gboolean
position_of (const TuceValue *lon, const TuceValue *lat, TucePosition *position)
{
  if (lon->kind != TUCE_VALUE_REAL || lat->kind != TUCE_VALUE_REAL)
    return FALSE;
  *position = (TucePosition){ lon->real, lat->real };
  return TRUE;
}

static gboolean
read_feature (gint64 id, const TuceValue *values, gpointer data)
{
  static const struct
  {
    const char *code;
    TuceSceneLayer layer;
  } layers[] = { { "county", TUCE_LAYER_COUNTY }, { "township", TUCE_LAYER_TOWNSHIP }, { "village", TUCE_LAYER_VILLAGE },
                 { "river", TUCE_LAYER_RIVER }, { "neighbour", TUCE_LAYER_NEIGHBOUR } };
  Loading *loading = data;
  gsize length;
  gconstpointer wkb;
  g_autoptr (TuceShape) shape = NULL;
  int layer;

  if (values[3].kind != TUCE_VALUE_BYTES)
    return TRUE;
  wkb = g_bytes_get_data (values[3].bytes, &length);
  shape = tuce_shape_from_wkb (wkb, length, &loading->error);
  if (!shape)
    {
      g_prefix_error (&loading->error, "%s: ", text_of (&values[2]));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    if (g_str_equal (layers[i].code, text_of (&values[0])))
      tuce_scene_add_outline (loading->scene, layers[i].layer, text_of (&values[1]), text_of (&values[2]), shape,
                              g_str_equal (text_of (&values[4]), "schematic"), text_of (&values[5]));
  layer = tuce_layer_style_find (text_of (&values[0]));
  if (layer >= 0)
    tuce_scene_add_feature (loading->scene, (guint) layer, text_of (&values[2]), shape,
                            g_str_equal (text_of (&values[4]), "schematic"), text_of (&values[5]));
  return TRUE;
}

static void
name_layers (TuceScene *scene, TuceCounty *county)
{
  const TuceCodeList *list = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "feature_layer");

  for (guint layer = 0; layer < tuce_layer_style_count (); layer++)
    for (guint i = 0; i < list->codes->len; i++)
      {
        const TuceCode *code = list->codes->pdata[i];

        if (g_str_equal (code->code, tuce_layer_style_nth (layer)->layer))
          tuce_scene_name_layer (scene, layer, tuce_code_label (code), code->label_zh);
      }
}

static void
read_place (Loading *loading, TuceSceneLayer layer, const TuceValue *values, const char *parent,
            const TucePosition *position)
{
  const char *name = *text_of (&values[1]) ? text_of (&values[1]) : text_of (&values[2]);

  tuce_scene_add_place (loading->scene, layer, text_of (&values[0]), name, parent, position);
}

static gboolean
read_township (gint64 id, const TuceValue *values, gpointer data)
{
  read_place (data, TUCE_LAYER_TOWNSHIP, values, NULL, NULL);
  return TRUE;
}

static gboolean
read_village (gint64 id, const TuceValue *values, gpointer data)
{
  TucePosition position;

  read_place (data, TUCE_LAYER_VILLAGE, values, text_of (&values[3]),
              position_of (&values[4], &values[5], &position) ? &position : NULL);
  return TRUE;
}

static gboolean
read_household (gint64 id, const TuceValue *values, gpointer data)
{
  Loading *loading = data;
  const char *code = loading->codes ? g_hash_table_lookup (loading->codes, &id) : text_of (&values[1]);
  guint state = code ? GPOINTER_TO_UINT (g_hash_table_lookup (loading->states, code)) : 0;
  TucePosition position;

  tuce_scene_add_household (loading->scene, id, text_of (&values[0]), state ? state - 1 : loading->none,
                            values[4].kind == TUCE_VALUE_INTEGER ? (guint) values[4].integer : 0,
                            position_of (&values[2], &values[3], &position) ? &position : NULL);
  return TRUE;
}

static gboolean
read_all (Loading *loading, TuceCounty *county, const char *entity, const char *const *columns, TuceRowFunc func,
          GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);

  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_each (query, county, func, loading, cancellable, error))
    return FALSE;
  if (loading->error)
    {
      g_propagate_error (error, g_steal_pointer (&loading->error));
      return FALSE;
    }
  return TRUE;
}

/* The list that the colouring's codes belong to. */
static const TuceCodeList *
find_codes (TuceCounty *county, const TuceColouring *colouring, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  const TuceField *field;

  if (colouring->read)
    return tuce_dictionary_code_list (dictionary, colouring->code_list);
  field = tuce_query_resolve (tuce_dictionary_entity (dictionary, "household"), colouring->path, error);
  if (field && !field->codes)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("The map can't be coloured by “%s”: it is not a choice."),
                 tuce_field_label (field));
  return field ? field->codes : NULL;
}

static void
add_states (Loading *loading, const TuceCodeList *codes, const TuceColouring *colouring)
{
  for (guint i = 0; i < codes->codes->len; i++)
    {
      const TuceCode *code = codes->codes->pdata[i];

      tuce_scene_add_state (loading->scene, code->code, tuce_code_label (code), code->label_zh,
                            tuce_mark_find (code->mark));
      g_hash_table_insert (loading->states, (gpointer) code->code, GUINT_TO_POINTER (i + 1));
    }
  loading->none = codes->codes->len;
  if (colouring->none_mark)
    tuce_scene_add_state (loading->scene, "", tuce_text_is_chinese () ? colouring->none_zh : colouring->none_en,
                          colouring->none_zh, tuce_mark_find (colouring->none_mark));
  else
    /* Translators: the legend's word for households of which the register does not say it */
    tuce_scene_add_state (loading->scene, "", _("Not recorded"), "未登记", tuce_mark_find (""));
}

/* The columns that a scene reads. Among those of households, the colouring's path takes the place of the second. */
static const char *const feature_columns[] = { "layer", "code", "name", "shape", "origin", "attribution", NULL };
static const char *const township_columns[] = { "code", "short_name", "name", NULL };
static const char *const village_columns[] = { "code", "short_name", "name", "township_code", "lon", "lat", NULL };
static const char *const household_columns[] = { "village_code", "village_code", "lon", "lat", "size", NULL };

void
tuce_scene_add_reads (TuceReads *reads, const TuceColouring *colouring)
{
  tuce_reads_add_paths (reads, "feature", feature_columns);
  tuce_reads_add_paths (reads, "township", township_columns);
  tuce_reads_add_paths (reads, "village", village_columns);
  tuce_reads_add_paths (reads, "household", household_columns);
  if (colouring->path)
    tuce_reads_add_path (reads, "household", colouring->path);
}

TuceScene *
tuce_scene_load_coloured (TuceCounty *county, const TuceColouring *colouring, GCancellable *cancellable, GError **error)
{
  const char *household[G_N_ELEMENTS (household_columns)];
  g_autoptr (TuceScene) scene = tuce_scene_new (tuce_county_get_code (county));
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = NULL;
  const TuceCodeList *list = find_codes (county, colouring, error);
  Loading loading = { scene, states };

  if (!list || (colouring->read && !(codes = colouring->read (county, cancellable, error))))
    return NULL;
  memcpy (household, household_columns, sizeof household);
  if (!colouring->read)
    household[1] = colouring->path;
  loading.codes = codes;
  add_states (&loading, list, colouring);
  if (!read_all (&loading, county, "feature", feature_columns, read_feature, cancellable, error)
      || !read_all (&loading, county, "township", township_columns, read_township, cancellable, error)
      || !read_all (&loading, county, "village", village_columns, read_village, cancellable, error)
      || !read_all (&loading, county, "household", household, read_household, cancellable, error))
    return NULL;
  name_layers (scene, county);
  tuce_scene_finish (scene);
  return g_steal_pointer (&scene);
}

TuceScene *
tuce_scene_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  return tuce_scene_load_coloured (county, tuce_colouring_find (NULL), cancellable, error);
}
