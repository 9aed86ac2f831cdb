/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record.h"

#include <glib/gi18n-lib.h>

static TuceValue *
value_at (const TuceRecord *record, const char *name)
{
  const TuceField *field = tuce_entity_field (record->entity, name);

  if (!field)
    g_error ("%s has no field “%s”", record->entity->name, name);
  return &record->values[field->index];
}

TuceRecord *
tuce_record_new (const TuceEntity *entity)
{
  TuceRecord *record = g_new0 (TuceRecord, 1);

  record->entity = entity;
  record->values = g_new0 (TuceValue, entity->fields->len);
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->fallback)
        tuce_field_parse (field, field->fallback, &record->values[i], NULL);
    }
  return record;
}

TuceRecord *
tuce_record_copy (const TuceRecord *record)
{
  TuceRecord *copy = g_new0 (TuceRecord, 1);

  copy->entity = record->entity;
  copy->id = record->id;
  copy->values = g_new0 (TuceValue, record->entity->fields->len);
  for (guint i = 0; i < record->entity->fields->len; i++)
    tuce_value_copy (&record->values[i], &copy->values[i]);
  return copy;
}

void
tuce_record_free (TuceRecord *record)
{
  for (guint i = 0; i < record->entity->fields->len; i++)
    tuce_value_clear (&record->values[i]);
  g_free (record->values);
  g_free (record);
}

const TuceValue *
tuce_record_value (const TuceRecord *record, const char *field)
{
  return value_at (record, field);
}

gboolean
tuce_record_has (const TuceRecord *record, const char *field)
{
  return value_at (record, field)->kind != TUCE_VALUE_NONE;
}

gint64
tuce_record_integer (const TuceRecord *record, const char *field)
{
  const TuceValue *value = value_at (record, field);

  return value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

double
tuce_record_real (const TuceRecord *record, const char *field)
{
  const TuceValue *value = value_at (record, field);

  if (value->kind == TUCE_VALUE_INTEGER)
    return (double) value->integer;
  return value->kind == TUCE_VALUE_REAL ? value->real : 0;
}

const char *
tuce_record_text (const TuceRecord *record, const char *field)
{
  const TuceValue *value = value_at (record, field);

  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

void
tuce_record_set_none (TuceRecord *record, const char *field)
{
  tuce_value_clear (value_at (record, field));
}

void
tuce_record_set_integer (TuceRecord *record, const char *field, gint64 integer)
{
  tuce_value_set_integer (value_at (record, field), integer);
}

void
tuce_record_set_real (TuceRecord *record, const char *field, double real)
{
  tuce_value_set_real (value_at (record, field), real);
}

void
tuce_record_set_text (TuceRecord *record, const char *field, const char *text)
{
  tuce_value_set_text (value_at (record, field), text);
}

void
tuce_record_set_bytes (TuceRecord *record, const char *field, GBytes *bytes)
{
  tuce_value_set_bytes (value_at (record, field), bytes);
}

void
tuce_record_set_value (TuceRecord *record, const TuceField *field, const TuceValue *value)
{
  g_return_if_fail (field->entity == record->entity);
  tuce_value_copy (value, &record->values[field->index]);
}

char *
tuce_record_title (const TuceRecord *record)
{
  if (!record->entity->title)
    return g_strdup ("");
  return tuce_field_format (record->entity->title, &record->values[record->entity->title->index]);
}

char *
tuce_record_describe (const TuceRecord *record)
{
  g_autofree char *stored = tuce_record_title (record);
  g_autofree char *title = g_utf8_make_valid (stored, -1); /* the text may be invalid, and be named for that reason */

  if (!*title)
    return g_strdup (tuce_entity_label (record->entity));
  /* Translators: what kind of record, and what names it: "Household 张三" */
  return g_strdup_printf (_("%1$s %2$s"), tuce_entity_label (record->entity), title);
}
