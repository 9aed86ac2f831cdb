/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-output.h"
#include "tuce-query.h"
#include "tuce-selection.h"

typedef struct
{
  TuceCounty *county;
  JsonBuilder *builder; /* NULL: print for people */
  gboolean unmasked;
} TuceShowing;

/* Gives the value of @field of @record for people; for a place or reference its name. */
static char *
text_of (const TuceShowing *showing, const TuceRecord *record, const TuceField *field)
{
  const TuceValue *value = tuce_record_value (record, field->name);
  g_autoptr (TuceRecord) target = NULL;

  if (field->type == TUCE_FIELD_PLACE && value->kind == TUCE_VALUE_TEXT)
    target = tuce_county_find (showing->county, field->target_entity->name,
                               field->target_entity->scope->name, value->text, NULL);
  if (target)
    {
      g_autofree char *title = tuce_record_title (target);

      return g_strdup_printf ("%s (%s)", title, value->text);
    }
  return tuce_output_text (field, value, showing->unmasked);
}

static void
print_section (const TuceShowing *showing,
               const TuceRecord *record,
               const TuceSection *section,
               const char *indent)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];
      const char *unit = tuce_field_unit (field);
      g_autofree char *label = tuce_output_pad (tuce_field_label (field), 28);
      g_autofree char *text = NULL;

      if (!g_str_equal (field->section, section->name) || !tuce_record_has (record, field->name))
        continue;
      if (!headed)
        tuce_output_print ("%s%s\n", indent, tuce_section_label (section));
      headed = TRUE;
      text = text_of (showing, record, field);
      tuce_output_print ("%s  %s %s%s%s\n", indent, label, text, *unit ? " " : "", unit);
    }
}

static void
print_record (const TuceShowing *showing, const TuceRecord *record, const char *indent)
{
  g_autofree char *title = tuce_record_title (record);

  tuce_output_print ("%s%s: %s (id %" G_GINT64_FORMAT ")\n", indent,
                     tuce_entity_label (record->entity), title, record->id);
  for (guint i = 0; i < record->entity->sections->len; i++)
    print_section (showing, record, record->entity->sections->pdata[i], indent);
}

static void
add_record (const TuceShowing *showing, const TuceRecord *record)
{
  JsonBuilder *builder = showing->builder;

  tuce_output_add_integer (builder, "id", record->id);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; i < record->entity->fields->len; i++)
    {
      const TuceField *field = record->entity->fields->pdata[i];

      if (field->type == TUCE_FIELD_SHAPE)
        continue;
      json_builder_set_member_name (builder, field->name);
      tuce_output_add_value (builder, field, tuce_record_value (record, field->name),
                             showing->unmasked);
    }
  json_builder_end_object (builder);
}

static gboolean
show_children (const TuceShowing *showing,
               const TuceRecord *record,
               const TuceEntity *entity,
               GError **error)
{
  g_autoptr (GPtrArray) children
      = tuce_county_children (showing->county, entity->name, record->id, error);

  if (!children)
    return FALSE;
  if (showing->builder)
    {
      json_builder_set_member_name (showing->builder, entity->name);
      json_builder_begin_array (showing->builder);
    }
  for (guint i = 0; i < children->len; i++)
    {
      if (!showing->builder)
        {
          print_record (showing, children->pdata[i], "  ");
          continue;
        }
      json_builder_begin_object (showing->builder);
      add_record (showing, children->pdata[i]);
      json_builder_end_object (showing->builder);
    }
  if (showing->builder)
    json_builder_end_array (showing->builder);
  return TRUE;
}

gboolean
tuce_cli_show (TuceInvocation *invocation, GError **error)
{
  TuceShowing showing = { 0 };
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceRecord) record = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  const TuceEntity *entity;
  GPtrArray *entities;
  const GOptionEntry entries[] = { { "unmasked", 0, 0, G_OPTION_ARG_NONE, &showing.unmasked,
                                     N_("Show private values whole"), NULL },
                                   { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 3, 3, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error))
      || !(entity = tuce_selection_entity (county, invocation->argv[1], error))
      || !(record = tuce_selection_find (county, entity, invocation->argv[2], error)))
    return FALSE;

  showing.county = county;
  if (invocation->json)
    {
      showing.builder = builder = json_builder_new ();
      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "entity", entity->name);
      add_record (&showing, record);
    }
  else
    print_record (&showing, record, "");
  entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *child = entities->pdata[i];

      if (child->parent && child->parent->target_entity == entity
          && !show_children (&showing, record, child, error))
        return FALSE;
    }
  if (builder)
    {
      json_builder_end_object (builder);
      tuce_output_json (builder);
    }
  return TRUE;
}
