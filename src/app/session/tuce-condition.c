/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-condition.h"

#include <glib/gi18n-lib.h>

TuceCondition *
tuce_condition_new (const TuceField *field, const char *path, TuceComparison comparison, const char *value)
{
  TuceCondition *self = g_new0 (TuceCondition, 1);

  self->path = g_strdup (path);
  self->field = field;
  self->comparison = comparison;
  self->value = g_strdup (value);
  return self;
}

void
tuce_condition_free (TuceCondition *self)
{
  g_free (self->path);
  g_free (self->value);
  g_free (self->words);
  g_free (self);
}

GVariant *
tuce_condition_to_variant (const TuceCondition *self)
{
  return g_variant_new (TUCE_CONDITION_VARIANT, self->path, (int) self->comparison, self->value ? self->value : "",
                        self->words ? self->words : "");
}

TuceCondition *
tuce_condition_from_variant (const TuceEntity *entity, GVariant *variant)
{
  const char *path, *value, *words;
  int comparison;
  const TuceField *field;
  TuceCondition *self;

  g_variant_get (variant, "(&si&s&s)", &path, &comparison, &value, &words);
  field = tuce_query_resolve (entity, path, NULL);
  if (!field)
    return NULL;
  self = tuce_condition_new (field, path, (TuceComparison) comparison, value);
  self->words = *words ? g_strdup (words) : NULL;
  return self;
}

static char *
describe_values (const TuceCondition *condition)
{
  g_auto (GStrv) values = g_strsplit (condition->value ? condition->value : "", "|", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; values[i]; i++)
    {
      TuceValue value = TUCE_VALUE_INIT;
      g_autofree char *label = NULL;

      if (tuce_field_read (condition->field, values[i], &value, NULL))
        label = tuce_field_format (condition->field, &value);
      else
        label = g_strdup (values[i]);
      tuce_value_clear (&value);
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append (text, label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tuce_condition_describe (const TuceCondition *condition)
{
  const char *label = tuce_field_label (condition->field);
  g_autofree char *values = NULL;

  if (condition->words)
    return g_strdup (condition->words);
  values = describe_values (condition);
  switch (condition->comparison)
    {
    case TUCE_IS:
      return g_strdup_printf (_("%s: %s"), label, values);
    case TUCE_IS_NOT:
      return g_strdup_printf (_("%s: not %s"), label, values);
    case TUCE_AT_LEAST:
      return g_strdup_printf (_("%s ≥ %s"), label, values);
    case TUCE_AT_MOST:
      return g_strdup_printf (_("%s ≤ %s"), label, values);
    case TUCE_CONTAINS:
      return g_strdup_printf (_("%s contains “%s”"), label, values);
    case TUCE_MATCHES:
      return g_strdup_printf (_("%s: like “%s”"), label, condition->value);
    case TUCE_IS_EMPTY:
      return g_strdup_printf (_("%s: not filled in"), label);
    default:
      g_return_val_if_reached (g_strdup (label));
    }
}

char *
tuce_conditions_describe (GPtrArray *conditions, const char *search)
{
  GString *text = g_string_new (NULL);

  if (*search)
    g_string_append_printf (text, _("“%s”"), search);
  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *one = tuce_condition_describe (g_ptr_array_index (conditions, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", one);
    }
  return g_string_free (text, FALSE);
}

/* The results of a subject are one character a criterion, in the pack's order. */
TuceCondition *
tuce_condition_for_criterion (TuceDictionary *dictionary, const TuceRule *rule, TuceResult result)
{
  g_autofree char *assessment = g_strdup_printf ("%s_assessment", rule->subject);
  g_autofree char *path = g_strdup_printf ("%s.results", assessment);
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, assessment);
  const TuceField *field = entity ? tuce_entity_field (entity, "results") : NULL;
  g_autofree char *before = g_strnfill (rule->index, '?');
  g_autofree char *pattern = g_strdup_printf ("%s[%c]*", before, tuce_result_character (result));
  TuceCondition *self;

  if (!field)
    return NULL;
  self = tuce_condition_new (field, path, TUCE_MATCHES, pattern);
  /* Translators: a filter: a criterion (code, word) and its result: "H4 housing: not met" */
  self->words = g_strdup_printf (_("%s %s: %s"), rule->code, tuce_rule_short (rule),
                                 tuce_result_label (dictionary, result));
  return self;
}

const char *
tuce_result_label (TuceDictionary *dictionary, TuceResult result)
{
  const TuceCodeList *list = tuce_dictionary_code_list (dictionary, "result");
  const TuceCode *code = list ? tuce_code_list_find (list, tuce_result_code (result)) : NULL;

  return code ? tuce_code_label (code) : "";
}
