/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-roles.h"

/* @field of the record's own entity; where there is none, whoever asked asked for a role that nobody has. */
static TuceValue *
value_of (const TuceRecord *record, const TuceField *field, const char *role)
{
  if (!field)
    g_error ("%s has no field for its %s", record->entity->name, role);
  return &record->values[field->index];
}

const char *
tuce_record_named (const TuceRecord *record)
{
  const TuceValue *value = value_of (record, record->entity->title, "title");

  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

void
tuce_record_set_named (TuceRecord *record, const char *text)
{
  tuce_value_set_text (value_of (record, record->entity->title, "title"), text);
}

static gboolean
read_position (const TuceValue *lon, const TuceValue *lat, TucePosition *position)
{
  if (lon->kind != TUCE_VALUE_REAL || lat->kind != TUCE_VALUE_REAL)
    return FALSE;
  *position = (TucePosition){ lon->real, lat->real };
  return TRUE;
}

gboolean
tuce_values_position (const TuceValue *values, TucePosition *position)
{
  return read_position (&values[0], &values[1], position);
}

gboolean
tuce_record_position (const TuceRecord *record, TucePosition *position)
{
  const TuceEntity *entity = record->entity;

  return read_position (value_of (record, entity->lon, "longitude"), value_of (record, entity->lat, "latitude"), position);
}

void
tuce_record_set_position (TuceRecord *record, TucePosition position)
{
  tuce_value_set_real (value_of (record, record->entity->lon, "longitude"), position.lon);
  tuce_value_set_real (value_of (record, record->entity->lat, "latitude"), position.lat);
}

/* The field that says in which division a record lies: what a scope goes by, or else what refers to a place. */
static const TuceField *
place_field (const TuceEntity *entity)
{
  if (entity->scope)
    return entity->scope;
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->type == TUCE_FIELD_PLACE)
        return field;
    }
  return NULL;
}

const char *
tuce_record_place (const TuceRecord *record)
{
  const TuceValue *value = value_of (record, place_field (record->entity), "place");

  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

void
tuce_record_set_place (TuceRecord *record, const char *code)
{
  tuce_value_set_text (value_of (record, place_field (record->entity), "place"), code);
}

const TuceField *
tuce_entity_reference (const TuceEntity *entity, const char *target)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->type == TUCE_FIELD_REFERENCE && g_str_equal (field->target, target))
        return field;
    }
  g_error ("%s does not refer to %s", entity->name, target);
}

gint64
tuce_record_reference (const TuceRecord *record, const char *target)
{
  const TuceValue *value = &record->values[tuce_entity_reference (record->entity, target)->index];

  return value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

void
tuce_record_set_reference (TuceRecord *record, const char *target, gint64 id)
{
  TuceValue *value = &record->values[tuce_entity_reference (record->entity, target)->index];

  if (id)
    tuce_value_set_integer (value, id);
  else
    tuce_value_clear (value);
}
