/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up entities, fields and codes by name, and their labels. */
#include "tuce-dictionary.h"

const TuceField *
tuce_entity_field (const TuceEntity *entity, const char *name)
{
  return g_hash_table_lookup (entity->by_name, name);
}

const char *
tuce_entity_key (const TuceEntity *entity)
{
  return entity->is_place ? entity->scope->name : "id";
}

const char *
tuce_entity_label (const TuceEntity *entity)
{
  return tuce_text_is_chinese () ? entity->label_zh : entity->label_en;
}

const char *
tuce_field_label (const TuceField *field)
{
  return tuce_text_is_chinese () ? field->label_zh : field->label_en;
}

const char *
tuce_field_unit (const TuceField *field)
{
  return tuce_text_is_chinese () ? field->unit_zh : field->unit_en;
}

const char *
tuce_section_label (const TuceSection *section)
{
  return tuce_text_is_chinese () ? section->label_zh : section->label_en;
}

const char *
tuce_code_label (const TuceCode *code)
{
  return tuce_text_is_chinese () ? code->label_zh : code->label_en;
}

const TuceCode *
tuce_code_list_find (const TuceCodeList *list, const char *code)
{
  return g_hash_table_lookup (list->by_code, code);
}

const TuceCode *
tuce_code_list_find_label (const TuceCodeList *list, const char *label)
{
  for (guint i = 0; i < list->codes->len; i++)
    {
      const TuceCode *code = list->codes->pdata[i];

      if (g_str_equal (code->label_zh, label) || g_ascii_strcasecmp (code->label_en, label) == 0)
        return code;
    }
  return NULL;
}
