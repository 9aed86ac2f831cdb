/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-levels.h"

#include <string.h>

#include "tuce-query.h"
#include "tuce-record-roles.h"

/* A county file is one of a county: the one level that the program calls by name. */
#define COUNTY "county"

const TuceEntity *
tuce_level (const TuceDictionary *dictionary, guint number)
{
  GPtrArray *entities = tuce_dictionary_entities (dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (entity->is_place && number-- == 0)
        return entity;
    }
  return NULL;
}

const TuceEntity *
tuce_level_named (const TuceDictionary *dictionary, const char *name)
{
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, name);

  return entity && entity->is_place ? entity : NULL;
}

const TuceEntity *
tuce_level_county (const TuceDictionary *dictionary)
{
  return tuce_dictionary_entity (dictionary, COUNTY);
}

const TuceEntity *
tuce_level_narrowest (const TuceDictionary *dictionary)
{
  const TuceEntity *narrowest = NULL, *level;

  for (guint i = 0; (level = tuce_level (dictionary, i)); i++)
    narrowest = level;
  return narrowest;
}

guint
tuce_level_digits (const TuceEntity *level)
{
  return level->scope->longest;
}

const TuceEntity *
tuce_level_of_code (const TuceDictionary *dictionary, const char *code)
{
  const TuceEntity *level;
  gsize length = strlen (code);

  for (guint i = 0; (level = tuce_level (dictionary, i)); i++)
    if (tuce_level_digits (level) == length)
      return level;
  return NULL;
}

const TuceField *
tuce_level_around (const TuceEntity *level)
{
  for (guint i = 0; i < level->fields->len; i++)
    {
      const TuceField *field = level->fields->pdata[i];

      if (field->type == TUCE_FIELD_PLACE && field->target_entity != level)
        return field;
    }
  return NULL;
}

const TuceEntity *
tuce_level_above (const TuceEntity *level)
{
  const TuceField *around = tuce_level_around (level);

  return around ? around->target_entity : NULL;
}

const TuceEntity *
tuce_level_below (const TuceEntity *level)
{
  const TuceEntity *below;

  for (guint i = 0; (below = tuce_level (level->dictionary, i)); i++)
    if (tuce_level_above (below) == level)
      return below;
  return NULL;
}

TuceRecord *
tuce_level_find (TuceCounty *county, const char *code, GError **error)
{
  const TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  const TuceEntity *level = tuce_level_of_code (dictionary, code);

  /* A code of no level is in no table: any says so. */
  if (!level)
    level = tuce_level (dictionary, 0);
  return tuce_county_find (county, level->name, level->scope->name, code, error);
}

/* The columns of a level, which are the same for all but for what the highest and those without a position lack. */
enum
{
  CODE,
  SHORT_NAME,
  NAME,
  AROUND,
  LON,
  LAT,
  N_COLUMNS
};

typedef struct
{
  TuceLevelPlaceFunc func;
  gpointer data;
  const TuceEntity *level;
} Reading;

/* Where a level lacks a column its code stands in. */
static void
set_columns (const TuceEntity *level, const char *columns[N_COLUMNS + 1])
{
  const char *code = level->scope->name;
  const TuceField *around = tuce_level_around (level);

  columns[CODE] = code;
  columns[SHORT_NAME] = level->title->name;
  columns[NAME] = "name";
  columns[AROUND] = around ? around->name : code;
  columns[LON] = level->lon ? level->lon->name : code;
  columns[LAT] = level->lat ? level->lat->name : code;
  columns[N_COLUMNS] = NULL;
}

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static gboolean
give_place (gint64 id, const TuceValue *values, gpointer data)
{
  const Reading *reading = data;
  TuceLevelPlace place = { .code = text_of (&values[CODE]),
                           .name = text_of (&values[*text_of (&values[SHORT_NAME]) ? SHORT_NAME : NAME]),
                           .around = tuce_level_around (reading->level) ? text_of (&values[AROUND]) : "" };

  place.is_placed = tuce_values_position (&values[LON], &place.position);
  return reading->func (&place, reading->data);
}

gboolean
tuce_level_each (TuceCounty *county, const TuceEntity *level, TuceLevelPlaceFunc func, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  const char *columns[N_COLUMNS + 1];
  Reading reading = { func, data, level };
  g_autoptr (TuceQuery) query = tuce_query_new (county, level->name);

  set_columns (level, columns);
  return tuce_query_set_columns (query, columns, error)
         && tuce_query_each (query, county, give_place, &reading, cancellable, error);
}

void
tuce_level_add_reads (TuceReads *reads, const TuceEntity *level)
{
  const char *columns[N_COLUMNS + 1];

  set_columns (level, columns);
  tuce_reads_add_paths (reads, level->name, columns);
}
