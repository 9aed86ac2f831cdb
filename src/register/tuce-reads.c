/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-reads.h"

TuceReads *
tuce_reads_new (void)
{
  TuceReads *self = g_new0 (TuceReads, 1);

  self->fields = g_hash_table_new (NULL, NULL);
  self->entities = g_hash_table_new (NULL, NULL);
  return self;
}

void
tuce_reads_free (TuceReads *self)
{
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->entities);
  g_free (self);
}

void
tuce_reads_add (TuceReads *self, const TuceEntity *entity, const char *column)
{
  const TuceField *field = column ? tuce_entity_field (entity, column) : NULL;

  g_hash_table_add (self->entities, (gpointer) entity);
  if (field)
    g_hash_table_add (self->fields, (gpointer) field);
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
  add_set (self->fields, other->fields);
  add_set (self->entities, other->entities);
  self->everything = self->everything || other->everything;
}

gboolean
tuce_reads_are_touched (const TuceReads *self, const TuceChangeSet *changes)
{
  if (self->everything || changes->everything)
    return TRUE;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);

      if (row->kind != TUCE_CHANGE_UPDATE && g_hash_table_contains (self->entities, row->entity))
        return TRUE;
    }
  for (guint i = 0; i < changes->fields->len; i++)
    if (g_hash_table_contains (self->fields, changes->fields->pdata[i]))
      return TRUE;
  return FALSE;
}
