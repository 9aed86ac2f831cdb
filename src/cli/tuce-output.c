/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-output.h"

#include <stdio.h>

void
tuce_output_print (const char *format, ...)
{
  va_list values;

  va_start (values, format);
  vprintf (format, values);
  va_end (values);
}

void
tuce_output_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  puts (text);
}

static char *
masked (const TuceField *field, char *text, gboolean unmasked)
{
  char *hidden;

  if (unmasked)
    return text;
  hidden = tuce_field_mask (field, text);
  g_free (text);
  return hidden;
}

char *
tuce_output_text (const TuceField *field, const TuceValue *value, gboolean unmasked)
{
  return masked (field, tuce_field_format (field, value), unmasked);
}

char *
tuce_output_cell (const TuceField *field, const TuceValue *value, gboolean unmasked)
{
  return masked (field,
                 tuce_field_is_numeric (field) ? tuce_field_format_plain (field, value)
                                               : tuce_field_format (field, value),
                 unmasked);
}

void
tuce_output_add_value (JsonBuilder *builder,
                       const TuceField *field,
                       const TuceValue *value,
                       gboolean unmasked)
{
  g_autofree char *text = NULL;

  if (value->kind == TUCE_VALUE_NONE)
    {
      json_builder_add_null_value (builder);
      return;
    }
  text = masked (field, tuce_field_format_plain (field, value), unmasked);
  if (field->type == TUCE_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, value->integer != 0);
  else if (field->type == TUCE_FIELD_INTEGER || field->type == TUCE_FIELD_YEAR
           || field->type == TUCE_FIELD_REFERENCE)
    json_builder_add_int_value (builder, value->integer);
  else if (tuce_field_is_numeric (field))
    json_builder_add_double_value (builder, g_ascii_strtod (text, NULL));
  else
    json_builder_add_string_value (builder, text);
}

void
tuce_output_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
tuce_output_add_integer (JsonBuilder *builder, const char *name, gint64 integer)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, integer);
}

guint
tuce_output_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

void
tuce_output_add_named (JsonBuilder *builder, const char *code, const char *name)
{
  tuce_output_add_text (builder, "code", code);
  tuce_output_add_text (builder, "name", name);
}

char *
tuce_output_pad (const char *text, guint columns)
{
  guint width = tuce_output_width (text);

  return g_strdup_printf ("%s%*s", text, width < columns ? (int)(columns - width) : 0, "");
}
