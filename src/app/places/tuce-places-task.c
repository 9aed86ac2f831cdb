/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-places-task.h"

#include "tuce-query.h"
#include "tuce-reading.h"

static const TuceField *
find_parent_field (const TuceEntity *entity, const char *level)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = g_ptr_array_index (entity->fields, i);

      if (field->type == TUCE_FIELD_PLACE && g_str_equal (field->target, level))
        return field;
    }
  return NULL;
}

typedef struct
{
  const char *entity;
  GHashTable *parents;  /* code → TucePlace */
  GHashTable *children; /* likewise, of the level being read */
} Level;

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

/* Columns: code, title, parent's code, whether poor (villages only). */
static gboolean
take_place (gint64 id, const TuceValue *values, gpointer data)
{
  Level *level = data;
  TucePlace *parent = g_hash_table_lookup (level->parents, text_of (&values[2]));
  const TuceValue *poor = g_str_equal (level->entity, "village") ? &values[3] : NULL;
  g_autoptr (TucePlace) place = NULL;
  g_autofree char *reading = NULL;

  if (!parent)
    return TRUE;
  place = tuce_place_new (level->entity, id, text_of (&values[0]), text_of (&values[1]),
                          poor && poor->kind == TUCE_VALUE_INTEGER && poor->integer, parent);
  reading = tuce_reading (text_of (&values[1]));
  tuce_place_set_reading (place, reading);
  g_hash_table_insert (level->children, (gpointer) tuce_place_get_code (place), place);
  return TRUE;
}

/* The columns of take_place() for places of @entity, and NULL. */
static void
name_columns (const TuceEntity *entity, const char *above, const char *columns[5])
{
  columns[0] = "code";
  columns[1] = entity->title->name;
  columns[2] = find_parent_field (entity, above)->name;
  columns[3] = g_str_equal (entity->name, "village") ? "is_poor_village" : NULL;
  columns[4] = NULL;
}

/* Reads one level below the places of @parents. Returns: the places read, by code. */
static GHashTable *
load_level (TuceCounty *reader, const char *entity_name, const char *above, GHashTable *parents,
            GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (reader, entity_name);
  const char *columns[5];
  g_autoptr (GHashTable) children = g_hash_table_new (g_str_hash, g_str_equal);
  Level level = { entity_name, parents, children };

  name_columns (tuce_query_entity (query), above, columns);
  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_set_order (query, "code", FALSE, error)
      || !tuce_query_each (query, reader, take_place, &level, cancellable, error))
    return NULL;
  return g_steal_pointer (&children);
}

void
tuce_places_add_reads (TuceReads *reads, TuceDictionary *dictionary)
{
  static const char *const levels[][2] = { { "township", "county" }, { "village", "township" } };
  const char *columns[5];

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      name_columns (tuce_dictionary_entity (dictionary, levels[i][0]), levels[i][1], columns);
      tuce_reads_add_paths (reads, levels[i][0], columns);
    }
}

void
tuce_places_add_count_reads (TuceReads *reads)
{
  tuce_reads_add_path (reads, "household", "village_code");
}

static gpointer
count (TuceCounty *reader, gpointer none, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (reader, "household");

  return tuce_query_group (query, reader, "village_code", NULL, error);
}

static gpointer
load (TuceCounty *reader, gpointer none, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (TucePlace) county = NULL;
  g_autoptr (GHashTable) counties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) townships = NULL;
  g_autoptr (GHashTable) villages = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  record = tuce_county_find (reader, "county", "code", tuce_county_get_code (reader), error);
  if (!record)
    return NULL;
  county = tuce_place_new ("county", record->id, tuce_county_get_code (reader), tuce_county_get_name (reader),
                           FALSE, NULL);
  g_hash_table_insert (counties, (gpointer) tuce_place_get_code (county), county);
  townships = load_level (reader, "township", "county", counties, cancellable, error);
  if (townships)
    villages = load_level (reader, "village", "township", townships, cancellable, error);
  if (villages)
    groups = count (reader, NULL, cancellable, error);
  if (!groups)
    return NULL;
  tuce_places_set_counts (county, groups);
  return g_steal_pointer (&county);
}

const TuceReadKind tuce_places_loading = { load, NULL, g_object_unref };
const TuceReadKind tuce_places_counting = { count, NULL, (GDestroyNotify) g_ptr_array_unref };

static gint64
set_counts_below (TucePlace *place, GHashTable *by_code)
{
  GListModel *children = tuce_place_get_children (place);
  TuceGroup *own = g_hash_table_lookup (by_code, tuce_place_get_code (place));
  gint64 sum = own ? own->count : 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TucePlace) child = g_list_model_get_item (children, i);

      sum += set_counts_below (child, by_code);
    }
  tuce_place_set_households (place, sum);
  return sum;
}

void
tuce_places_set_counts (TucePlace *county, GPtrArray *groups)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      TuceGroup *group = g_ptr_array_index (groups, i);

      g_hash_table_insert (by_code, group->key, group);
    }
  set_counts_below (county, by_code);
}
