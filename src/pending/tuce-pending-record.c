/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pending-private.h"

TucePendingRecord *
tuce_pending_record_new (TuceRecord *saved)
{
  TucePendingRecord *record = g_rc_box_new0 (TucePendingRecord);

  record->saved = saved;
  record->written_id = saved->id;
  record->typed = g_new0 (char *, saved->entity->fields->len);
  record->kept = g_new0 (char *, saved->entity->fields->len);
  return record;
}

TucePendingRecord *
tuce_pending_record_ref (TucePendingRecord *record)
{
  return g_rc_box_acquire (record);
}

void
tuce_pending_record_clear_typed (TucePendingRecord *record)
{
  for (guint i = 0; i < record->saved->entity->fields->len; i++)
    {
      g_clear_pointer (&record->typed[i], g_free);
      g_clear_pointer (&record->kept[i], g_free);
    }
  record->removed = FALSE;
}

gboolean
tuce_pending_record_set_kept (TucePendingRecord *record, const TuceField *field, char *text)
{
  g_autofree char *before = record->kept[field->index];

  record->kept[field->index] = text;
  return g_strcmp0 (before, text) != 0;
}

static void
record_clear (gpointer data)
{
  TucePendingRecord *record = data;

  tuce_pending_record_clear_typed (record);
  g_free (record->typed);
  g_free (record->kept);
  tuce_record_free (record->saved);
}

void
tuce_pending_record_unref (TucePendingRecord *record)
{
  g_rc_box_release_full (record, record_clear);
}

const TuceEntity *
tuce_pending_record_entity (const TucePendingRecord *record)
{
  return record->saved->entity;
}

gint64
tuce_pending_record_id (const TucePendingRecord *record)
{
  return record->saved->id;
}

gboolean
tuce_pending_record_is_removed (const TucePendingRecord *record)
{
  return record->removed;
}

const TuceRecord *
tuce_pending_record_saved (const TucePendingRecord *record)
{
  return record->saved;
}

char *
tuce_pending_record_saved_text (const TucePendingRecord *record, const TuceField *field)
{
  const TuceValue *value = &record->saved->values[field->index];

  switch (field->type)
    {
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
      return tuce_field_format (field, value);
    case TUCE_FIELD_CHOICES:
      /* "None of them" is known, no value is not: the separator alone tells them apart, and is parsed back so. */
      if (value->kind == TUCE_VALUE_TEXT && !*value->text)
        return g_strdup (",");
      return tuce_field_format_plain (field, value);
    default:
      return tuce_field_format_plain (field, value);
    }
}

char *
tuce_pending_record_text (const TucePendingRecord *record, const TuceField *field)
{
  if (record->typed[field->index])
    return g_strdup (record->typed[field->index]);
  if (record->kept[field->index])
    return g_strdup (record->kept[field->index]);
  return tuce_pending_record_saved_text (record, field);
}

char *
tuce_pending_record_display (const TucePendingRecord *record, const TuceField *field)
{
  const char *typed = record->typed[field->index] ? record->typed[field->index] : record->kept[field->index];
  TuceValue value = TUCE_VALUE_INIT;
  char *display;

  if (!typed)
    return tuce_field_format (field, &record->saved->values[field->index]);
  if (tuce_field_read (field, typed, &value, NULL))
    display = tuce_field_format (field, &value);
  else
    display = g_strdup (typed);
  tuce_value_clear (&value);
  return display;
}

/* The same value in another notation ("1234.5" over 1,234.50) is no change. */
static gboolean
field_is_typed (const TucePendingRecord *record, const TuceField *field)
{
  const char *typed = record->typed[field->index];
  TuceValue value = TUCE_VALUE_INIT;
  gboolean same;

  if (!typed)
    return FALSE;
  same = tuce_field_read (field, typed, &value, NULL)
         && tuce_value_equal (&value, &record->saved->values[field->index]);
  tuce_value_clear (&value);
  return !same;
}

gboolean
tuce_pending_record_is_typed (const TucePendingRecord *record, const TuceField *field)
{
  if (field)
    return field_is_typed (record, field);
  for (guint i = 0; i < record->saved->entity->fields->len; i++)
    if (field_is_typed (record, record->saved->entity->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
tuce_pending_record_is_waiting (const TucePendingRecord *record)
{
  return record->removed || record->number != 0 || tuce_pending_record_is_typed (record, NULL);
}

gboolean
tuce_pending_record_is_there (const TucePendingRecord *record)
{
  return record->saved->id != 0 || tuce_pending_record_is_waiting (record);
}
