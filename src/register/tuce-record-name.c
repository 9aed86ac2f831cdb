/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-record-name.h"

#include "tuce-levels.h"

const TuceField *
tuce_record_outer_place (const TuceEntity *entity)
{
  return entity->is_place ? tuce_level_around (entity) : NULL;
}

static TuceRecord *
find (TuceCounty *county, const TuceField *field, const char *text)
{
  const TuceEntity *target = field->target_entity;

  if (field->type == TUCE_FIELD_REFERENCE)
    return tuce_county_load (county, target->name, g_ascii_strtoll (text, NULL, 10), NULL);
  return tuce_county_find (county, target->name, target->scope->name, text, NULL);
}

char *
tuce_place_name (TuceCounty *county, const char *code)
{
  g_autoptr (TuceRecord) place = tuce_level_find (county, code, NULL);

  return place ? tuce_record_title (place) : g_strdup (code);
}

char *
tuce_record_name (TuceCounty *county, const TuceField *field, const char *text)
{
  g_autoptr (TuceRecord) record = *text ? find (county, field, text) : NULL;
  const TuceField *outer = tuce_record_outer_place (field->target_entity);
  g_autofree char *title = NULL;
  g_autofree char *around = NULL;

  if (!record)
    return g_strdup (text);
  title = tuce_record_title (record);
  if (!outer || g_str_equal (tuce_record_text (record, outer->name), tuce_county_get_code (county)))
    return g_steal_pointer (&title);
  around = tuce_record_name (county, outer, tuce_record_text (record, outer->name));
  return *around ? g_strdup_printf ("%s %s", around, title) : g_steal_pointer (&title);
}
