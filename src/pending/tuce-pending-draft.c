/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pending-private.h"

#include <stdlib.h>
#include <string.h>

#include "tuce-draft.h"

/*
 * A draft is a key file: a group "draft" with the time it was begun, and a group for each record with the texts as
 * they were typed: [household], [household_year 2018], [relocation], [member 4711], [member new 1].
 */
#define DRAFT_GROUP "draft"
#define SINCE_KEY "since"
#define REMOVED_KEY ".removed"
#define NEW_PREFIX "new "

static char *
group_name (TucePending *self, const TucePendingRecord *record)
{
  const TuceEntity *entity = record->saved->entity;

  if (record == self->records->pdata[0] || entity->single)
    return g_strdup (entity->name);
  if (entity->year)
    return g_strdup_printf ("%s %d", entity->name, tuce_county_get_year (self->county));
  if (record->saved->id == 0)
    return g_strdup_printf ("%s " NEW_PREFIX "%u", entity->name, record->number);
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, entity->name, record->saved->id);
}

static void
put_record (TucePending *self, const TucePendingRecord *record, GKeyFile *keys)
{
  const TuceEntity *entity = record->saved->entity;
  g_autofree char *group = group_name (self, record);

  if (record->removed)
    g_key_file_set_boolean (keys, group, REMOVED_KEY, TRUE);
  /* A new record is there even where nothing was typed in it yet. */
  if (record->number != 0)
    g_key_file_set_boolean (keys, group, REMOVED_KEY, FALSE);
  for (guint i = 0; i < entity->fields->len; i++)
    if (record->typed[i])
      g_key_file_set_string (keys, group, ((const TuceField *) entity->fields->pdata[i])->name, record->typed[i]);
  /* Where a new record lies was given, not typed. */
  if (record->number != 0 && entity->scope && !record->typed[entity->scope->index])
    g_key_file_set_string (keys, group, entity->scope->name, tuce_record_text (record->saved, entity->scope->name));
}

static char *
compose (TucePending *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!self->draft_since)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      self->draft_since = g_date_time_format (now, "%Y-%m-%d %H:%M");
    }
  g_key_file_set_string (keys, DRAFT_GROUP, SINCE_KEY, self->draft_since);
  for (guint i = 0; i < self->records->len; i++)
    put_record (self, self->records->pdata[i], keys);
  return g_key_file_to_data (keys, NULL, NULL);
}

gboolean
tuce_pending_keep (TucePending *self, GError **error)
{
  gint64 id = tuce_pending_record_id (tuce_pending_get_main (self));
  g_autofree char *content = NULL;

  g_clear_handle_id (&self->draft_source, g_source_remove);
  if (!self->draft_due || !tuce_pending_is_editable (self))
    return TRUE;
  self->draft_due = FALSE;
  if (!tuce_pending_is_changed (self))
    return tuce_pending_drop_draft (self, error);
  content = compose (self);
  if (tuce_draft_keep (self->county, self->entity->name, id, content, error))
    return TRUE;
  self->draft_due = TRUE;
  return FALSE;
}

gboolean
tuce_pending_drop_draft (TucePending *self, GError **error)
{
  if (!self->draft_since)
    return TRUE;
  g_clear_pointer (&self->draft_since, g_free);
  return tuce_draft_drop (self->county, self->entity->name, tuce_pending_record_id (tuce_pending_get_main (self)),
                          error);
}

/* Gives the record a group of the draft is about: one that is there, a new one, or %NULL for one that is gone. */
static TucePendingRecord *
find_record (TucePending *self, const char *group)
{
  g_auto (GStrv) words = g_strsplit (group, " ", 2);
  const TuceEntity *entity = tuce_dictionary_entity (self->entity->dictionary, words[0]);

  if (!entity)
    return NULL;
  if (!words[1])
    return tuce_pending_find (self, entity);
  if (g_str_has_prefix (words[1], NEW_PREFIX) && tuce_pending_entity_is_member (entity, self->entity))
    return tuce_pending_add (self, entity);
  if (entity->year)
    return atoi (words[1]) == tuce_county_get_year (self->county) ? tuce_pending_find (self, entity) : NULL;
  for (guint i = 0; i < self->records->len; i++)
    {
      TucePendingRecord *record = self->records->pdata[i];

      if (record->saved->entity == entity && record->saved->id == g_ascii_strtoll (words[1], NULL, 10))
        return record;
    }
  return NULL;
}

static void
restore_record (TucePendingRecord *record, GKeyFile *keys, const char *group)
{
  g_auto (GStrv) names = g_key_file_get_keys (keys, group, NULL, NULL);

  record->removed = g_key_file_get_boolean (keys, group, REMOVED_KEY, NULL);
  for (guint i = 0; names && names[i]; i++)
    {
      const TuceField *field = tuce_entity_field (record->saved->entity, names[i]);
      g_autofree char *text = g_key_file_get_string (keys, group, names[i], NULL);

      if (!field || !text)
        continue;
      g_free (record->typed[field->index]);
      record->typed[field->index] = g_steal_pointer (&text);
      if (!tuce_pending_record_is_typed (record, field))
        g_clear_pointer (&record->typed[field->index], g_free);
    }
}

gboolean
tuce_pending_restore_draft (TucePending *self, GError **error)
{
  gint64 id = tuce_pending_record_id (tuce_pending_get_main (self));
  g_autoptr (GError) failed = NULL;
  g_autofree char *content = tuce_draft_find (self->county, self->entity->name, id, &failed);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  /* What is no draft of ours holds nothing that could be shown. */
  if (!content || !g_key_file_load_from_data (keys, content, strlen (content), G_KEY_FILE_NONE, NULL))
    return TRUE;
  self->draft_since = g_key_file_get_string (keys, DRAFT_GROUP, SINCE_KEY, NULL);
  if (!self->draft_since)
    self->draft_since = g_strdup ("");
  self->restored = TRUE;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i]; i++)
    {
      TucePendingRecord *record = g_str_equal (groups[i], DRAFT_GROUP) ? NULL : find_record (self, groups[i]);

      if (record)
        restore_record (record, keys, groups[i]);
    }
  self->draft_due = FALSE;
  g_clear_handle_id (&self->draft_source, g_source_remove);
  return TRUE;
}
