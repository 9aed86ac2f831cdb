/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records stand on one card, and what they are when nothing was typed yet. */
#include "tuce-pending-private.h"

static gboolean
belongs_to (const TuceEntity *entity, const TuceEntity *main)
{
  return !entity->derived && entity->parent && entity->parent->target_entity == main && entity->sections->len > 0;
}

/* What can't do without something that no form asks for is made elsewhere: a wish, by its scenario. */
static gboolean
can_be_filled_in (const TuceEntity *entity)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->required && !*field->section && field != entity->parent)
        return FALSE;
    }
  return TRUE;
}

gboolean
tuce_pending_entity_is_member (const TuceEntity *entity, const TuceEntity *main)
{
  return belongs_to (entity, main) && !entity->year && !entity->single && !entity->own_card && can_be_filled_in (entity);
}

gboolean
tuce_pending_entity_is_yearly (const TuceEntity *entity, const TuceEntity *main)
{
  return belongs_to (entity, main) && entity->year;
}

gboolean
tuce_pending_entity_is_single (const TuceEntity *entity, const TuceEntity *main)
{
  return belongs_to (entity, main) && entity->single && !entity->year;
}

gboolean
tuce_pending_entity_is_part (const TuceEntity *entity, const TuceEntity *main)
{
  return tuce_pending_entity_is_member (entity, main) || tuce_pending_entity_is_yearly (entity, main)
         || tuce_pending_entity_is_single (entity, main);
}

/* The records of @entity that belong to @id; of those there is one of, a new one that waits to be typed into. */
static GPtrArray *
read_part (TucePending *self, const TuceEntity *entity, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) part = NULL;

  if (entity->year)
    {
      TuceRecord *record
          = tuce_county_year_record (self->county, entity->name, id, tuce_county_get_year (self->county), error);

      if (!record)
        return NULL;
      part = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
      g_ptr_array_add (part, record);
      return g_steal_pointer (&part);
    }
  part = tuce_county_children (self->county, entity->name, id, error);
  if (part && part->len == 0 && entity->single)
    g_ptr_array_add (part, tuce_record_new (entity));
  return g_steal_pointer (&part);
}

GPtrArray *
tuce_pending_read (TucePending *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  GPtrArray *entities = tuce_dictionary_entities (self->entity->dictionary);
  TuceRecord *record = tuce_county_load (self->county, self->entity->name, id, error);

  if (!record)
    return NULL;
  g_ptr_array_add (found, record);
  for (guint i = 0; i < entities->len; i++)
    {
      GPtrArray *part;

      if (!tuce_pending_entity_is_part (entities->pdata[i], self->entity))
        continue;
      part = read_part (self, entities->pdata[i], id, error);
      if (!part)
        return NULL;
      g_ptr_array_extend_and_steal (found, part);
    }
  return g_steal_pointer (&found);
}

void
tuce_pending_start (TucePending *self, const char *place)
{
  GPtrArray *entities = tuce_dictionary_entities (self->entity->dictionary);
  TucePendingRecord *record = tuce_pending_record_new (tuce_record_new (self->entity));

  if (self->entity->scope && place)
    tuce_record_set_text (record->saved, self->entity->scope->name, place);
  else if (self->entity->parent && place)
    tuce_record_set_integer (record->saved, self->entity->parent->name, g_ascii_strtoll (place, NULL, 10));
  record->number = ++self->last_number;
  g_ptr_array_add (self->records, record);
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      TuceRecord *part;

      if (!tuce_pending_entity_is_yearly (entity, self->entity) && !tuce_pending_entity_is_single (entity, self->entity))
        continue;
      part = tuce_record_new (entity);
      if (entity->year)
        tuce_record_set_integer (part, entity->year->name, tuce_county_get_year (self->county));
      g_ptr_array_add (self->records, tuce_pending_record_new (part));
    }
}
