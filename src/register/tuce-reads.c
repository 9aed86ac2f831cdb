/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-reads.h"

#include "tuce-query.h"

struct _TuceReads
{
  const TuceDictionary *dictionary;
  GHashTable *entities; /* TuceEntity, as a set: those of which it matters that records are inserted and deleted */
  GHashTable *fields;   /* TuceField, as a set */
  gboolean derives;
  gboolean everything;
};

TuceReads *
tuce_reads_new (const TuceDictionary *dictionary)
{
  TuceReads *self = g_new0 (TuceReads, 1);

  self->dictionary = dictionary;
  self->entities = g_hash_table_new (NULL, NULL);
  self->fields = g_hash_table_new (NULL, NULL);
  return self;
}

const TuceDictionary *
tuce_reads_dictionary (const TuceReads *self)
{
  return self->dictionary;
}

void
tuce_reads_free (TuceReads *self)
{
  g_hash_table_unref (self->entities);
  g_hash_table_unref (self->fields);
  g_free (self);
}

static void
add_records (TuceReads *self, const TuceEntity *entity)
{
  g_hash_table_add (self->entities, (gpointer) entity);
  self->derives |= entity->derived;
}

void
tuce_reads_add_field (TuceReads *self, const TuceField *field)
{
  g_hash_table_add (self->fields, (gpointer) field);
  add_records (self, field->entity);
}

void
tuce_reads_add_column (TuceReads *self, const TuceEntity *entity, const char *column)
{
  const TuceField *field = column ? tuce_entity_field (entity, column) : NULL;

  if (field)
    tuce_reads_add_field (self, field);
  else
    add_records (self, entity);
}

void
tuce_reads_add_everything (TuceReads *self)
{
  self->everything = TRUE;
}

static void
add_set (GHashTable *set, GHashTable *other)
{
  GHashTableIter iter;
  gpointer member;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &member, NULL))
    g_hash_table_add (set, member);
}

void
tuce_reads_add_all (TuceReads *self, const TuceReads *other)
{
  add_set (self->entities, other->entities);
  add_set (self->fields, other->fields);
  self->derives |= other->derives;
  self->everything |= other->everything;
}

/* Gives the entity that the step @name of a path leads to from @at, along a reference or to a record of which @at has one (or one
 * for each year), and adds the fields that are read for that. */
static const TuceEntity *
take_step (TuceReads *self, const TuceEntity *at, const char *name)
{
  const TuceEntity *to;

  for (guint i = 0; i < at->fields->len; i++)
    {
      const TuceField *field = at->fields->pdata[i];

      if (!field->target_entity || !(g_str_equal (field->target, name) || g_str_equal (field->name, name)))
        continue;
      tuce_reads_add_field (self, field);
      if (field->type == TUCE_FIELD_PLACE)
        tuce_reads_add_field (self, field->target_entity->scope);
      return field->target_entity;
    }
  to = tuce_dictionary_entity (self->dictionary, name);
  if (to->parent)
    tuce_reads_add_field (self, to->parent);
  if (to->year)
    tuce_reads_add_field (self, to->year);
  return to;
}

void
tuce_reads_add_path (TuceReads *self, const char *name, const char *path)
{
  const TuceEntity *at = tuce_dictionary_entity (self->dictionary, name);
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  const TuceField *field = at ? tuce_query_resolve (at, path, NULL) : NULL;

  if (!field)
    return; /* the query that uses the path reports the error */
  add_records (self, at);
  for (guint i = 0; parts[i + 1]; i++)
    at = take_step (self, at, parts[i]);
  tuce_reads_add_field (self, field);
}

void
tuce_reads_add_paths (TuceReads *self, const char *entity, const char *const *paths)
{
  tuce_reads_add_scope (self, entity);
  for (guint i = 0; paths && paths[i]; i++)
    tuce_reads_add_path (self, entity, paths[i]);
}

void
tuce_reads_add_records (TuceReads *self, const char *entity)
{
  add_records (self, tuce_dictionary_entity (self->dictionary, entity));
}

static void
add_all (TuceReads *self, const TuceEntity *entity)
{
  add_records (self, entity);
  for (guint i = 0; i < entity->fields->len; i++)
    tuce_reads_add_field (self, entity->fields->pdata[i]);
}

void
tuce_reads_add_entity (TuceReads *self, const char *entity)
{
  add_all (self, tuce_dictionary_entity (self->dictionary, entity));
}

void
tuce_reads_add_scope (TuceReads *self, const char *name)
{
  const TuceEntity *entity = tuce_dictionary_entity (self->dictionary, name);

  add_records (self, entity);
  if (entity->scope)
    tuce_reads_add_field (self, entity->scope);
  else if (entity->parent)
    {
      tuce_reads_add_field (self, entity->parent);
      if (entity->parent->target_entity->scope)
        tuce_reads_add_field (self, entity->parent->target_entity->scope);
    }
}

static void
add_searched (TuceReads *self, const TuceEntity *entity)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->type == TUCE_FIELD_TEXT || field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_PHONE)
        tuce_reads_add_field (self, field);
    }
}

void
tuce_reads_add_search (TuceReads *self, const char *name)
{
  GPtrArray *entities = tuce_dictionary_entities (self->dictionary);
  const TuceEntity *entity = tuce_dictionary_entity (self->dictionary, name);

  add_searched (self, entity);
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *child = entities->pdata[i];

      if (!child->parent || child->year || child->scope || child->parent->target_entity != entity)
        continue;
      tuce_reads_add_field (self, child->parent);
      add_searched (self, child);
    }
}

/* Gives the words of @sql as a set. */
static GHashTable *
words_of (const char *sql)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *from = NULL;

  for (const char *at = sql;; at++)
    {
      gboolean is_part = g_ascii_isalnum (*at) || *at == '_';

      if (is_part && !from)
        from = at;
      if (!is_part && from)
        {
          g_hash_table_add (words, g_strndup (from, (gsize) (at - from)));
          from = NULL;
        }
      if (!*at)
        return words;
    }
}

void
tuce_reads_add_sql (TuceReads *self, const char *sql)
{
  GPtrArray *entities = tuce_dictionary_entities (self->dictionary);
  g_autoptr (GHashTable) words = words_of (sql);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (!g_hash_table_contains (words, entity->name))
        continue;
      add_records (self, entity);
      for (guint j = 0; j < entity->fields->len; j++)
        if (g_hash_table_contains (words, ((const TuceField *) entity->fields->pdata[j])->name))
          tuce_reads_add_field (self, entity->fields->pdata[j]);
    }
}

gboolean
tuce_reads_has_records (const TuceReads *self, const TuceEntity *entity)
{
  return g_hash_table_contains (self->entities, entity);
}

gboolean
tuce_reads_has (const TuceReads *self, const TuceField *field)
{
  return g_hash_table_contains (self->fields, field);
}

gboolean
tuce_reads_derives (const TuceReads *self)
{
  return self->derives || self->everything;
}

static gboolean
touches (const TuceReads *self, const TuceChangeSet *changes, const TuceChangedRow *row)
{
  if (!g_hash_table_contains (self->entities, row->entity))
    return FALSE;
  if (row->kind != TUCE_CHANGE_UPDATE)
    return TRUE;
  for (guint i = 0; i < row->n_fields; i++)
    if (g_hash_table_contains (self->fields, changes->fields->pdata[row->first_field + i]))
      return TRUE;
  return FALSE;
}

gboolean
tuce_reads_touched (const TuceReads *self, const TuceChangeSet *changes)
{
  if (changes->everything || self->everything)
    return self->everything || g_hash_table_size (self->entities) > 0;
  for (guint i = 0; i < changes->rows->len; i++)
    if (touches (self, changes, &g_array_index (changes->rows, TuceChangedRow, i)))
      return TRUE;
  return FALSE;
}
