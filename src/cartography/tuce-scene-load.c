/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scene-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-features.h"
#include "tuce-levels.h"
#include "tuce-query.h"
#include "tuce-record-roles.h"
#include "tuce-text.h"

#define HOUSEHOLD "household"

/* The levels of the divisions that a scene draws. */
enum
{
  COUNTY,
  TOWNSHIP,
  VILLAGE,
  N_LEVELS
};

typedef struct
{
  TuceScene *scene;
  GHashTable *states; /* code → index + 1 in the scene's states; the last state means no code */
  GHashTable *codes;  /* household → code, for a colouring without a path; else NULL */
  guint none;
  const TuceEntity *levels[N_LEVELS];
  GError *error;
} Loading;

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

/* The layers of outlines. That of a level has the level's name, the others one of their own. */
static const struct
{
  const char *code; /* NULL: the level of the same number */
  TuceSceneLayer layer;
} outlines[] = { { NULL, TUCE_LAYER_COUNTY }, { NULL, TUCE_LAYER_TOWNSHIP }, { NULL, TUCE_LAYER_VILLAGE },
                 { "river", TUCE_LAYER_RIVER }, { "neighbour", TUCE_LAYER_NEIGHBOUR } };

static const char *
outline_code (const Loading *loading, guint outline)
{
  return outlines[outline].code ? outlines[outline].code : loading->levels[outline]->name;
}

static gboolean
read_feature (const TuceFeature *feature, gpointer data)
{
  Loading *loading = data;
  g_autoptr (TuceShape) shape = NULL;
  int layer;

  if (!feature->wkb)
    return TRUE;
  shape = tuce_feature_shape (feature, &loading->error);
  if (!shape)
    {
      g_prefix_error (&loading->error, "%s: ", feature->name);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    if (g_str_equal (outline_code (loading, i), feature->layer))
      tuce_scene_add_outline (loading->scene, outlines[i].layer, feature->code, feature->name, shape,
                              feature->is_schematic, feature->attribution);
  layer = tuce_layer_style_find (feature->layer);
  if (layer >= 0)
    tuce_scene_add_feature (loading->scene, (guint) layer, feature->name, shape, feature->is_schematic,
                            feature->attribution);
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

static gboolean
read_township (const TuceLevelPlace *place, gpointer data)
{
  Loading *loading = data;

  tuce_scene_add_place (loading->scene, TUCE_LAYER_TOWNSHIP, place->code, place->name, NULL, NULL);
  return TRUE;
}

static gboolean
read_village (const TuceLevelPlace *place, gpointer data)
{
  Loading *loading = data;

  tuce_scene_add_place (loading->scene, TUCE_LAYER_VILLAGE, place->code, place->name, place->around,
                        place->is_placed ? &place->position : NULL);
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
                            tuce_values_position (&values[2], &position) ? &position : NULL);
  return TRUE;
}

/* What was wrong with a feature is said here. */
static gboolean
read_features (Loading *loading, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  if (!tuce_features_each (county, NULL, read_feature, loading, cancellable, error))
    return FALSE;
  if (!loading->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&loading->error));
  return FALSE;
}

static gboolean
read_households (Loading *loading, TuceCounty *county, const char *const *columns, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, HOUSEHOLD);

  return tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, county, read_household, loading, cancellable, error);
}

/* The list that the colouring's codes belong to. */
static const TuceCodeList *
find_codes (TuceCounty *county, const TuceColouring *colouring, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  const TuceField *field;

  if (colouring->read)
    return tuce_dictionary_code_list (dictionary, colouring->code_list);
  field = tuce_query_resolve (tuce_dictionary_entity (dictionary, HOUSEHOLD), colouring->path, error);
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

/* The columns that a scene reads of households. The colouring's path takes the place of the second. */
static const char *const household_columns[] = { "village_code", "village_code", "lon", "lat", "size", NULL };

static void
find_levels (const TuceDictionary *dictionary, const TuceEntity *levels[N_LEVELS])
{
  levels[COUNTY] = tuce_level_county (dictionary);
  for (guint i = TOWNSHIP; i < N_LEVELS; i++)
    levels[i] = tuce_level_below (levels[i - 1]);
}

void
tuce_scene_add_reads (TuceReads *reads, const TuceColouring *colouring)
{
  const TuceEntity *levels[N_LEVELS];

  find_levels (tuce_reads_dictionary (reads), levels);
  tuce_features_add_reads (reads);
  tuce_level_add_reads (reads, levels[TOWNSHIP]);
  tuce_level_add_reads (reads, levels[VILLAGE]);
  tuce_reads_add_paths (reads, HOUSEHOLD, household_columns);
  if (colouring->path)
    tuce_reads_add_path (reads, HOUSEHOLD, colouring->path);
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

  find_levels (tuce_county_get_dictionary (county), loading.levels);
  if (!list || (colouring->read && !(codes = colouring->read (county, cancellable, error))))
    return NULL;
  memcpy (household, household_columns, sizeof household);
  if (!colouring->read)
    household[1] = colouring->path;
  loading.codes = codes;
  add_states (&loading, list, colouring);
  if (!read_features (&loading, county, cancellable, error)
      || !tuce_level_each (county, loading.levels[TOWNSHIP], read_township, &loading, cancellable, error)
      || !tuce_level_each (county, loading.levels[VILLAGE], read_village, &loading, cancellable, error)
      || !read_households (&loading, county, household, cancellable, error))
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
