/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tuce-commands.h"
#include "tuce-edit.h"
#include "tuce-error.h"
#include "tuce-output.h"
#include "tuce-selection.h"
#include "tuce-transitions.h"

/* Sets one field of @record from "field=value". */
static gboolean
assign (TuceRecord *record, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = NULL;
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  const TuceField *field;

  if (!equals)
    return tuce_invocation_refuse_usage (error, _("“%s” is no correction: write FIELD=VALUE"),
                                         assignment);
  name = g_strndup (assignment, (gsize)(equals - assignment));
  field = tuce_entity_field (record->entity, name);
  if (!field)
    {
      g_set_error (
          error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
          _("%s: there is no field “%s”. Its fields stand in the output of tuce-cli show --json"),
          tuce_entity_label (record->entity), name);
      return FALSE;
    }
  if (!tuce_field_parse (field, equals + 1, &value, error))
    return FALSE;
  tuce_record_set_value (record, field, &value);
  return TRUE;
}

/* Gives the fields in which @after differs from @before. */
static GPtrArray *
changed_fields (const TuceRecord *before, const TuceRecord *after)
{
  GPtrArray *changed = g_ptr_array_new ();

  for (guint i = 0; i < before->entity->fields->len; i++)
    if (!tuce_value_equal (&before->values[i], &after->values[i]))
      g_ptr_array_add (changed, before->entity->fields->pdata[i]);
  return changed;
}

/* Gives the edit's name for the journal: "Correct Phone, Bank of 1 record (Household)". */
static char *
edit_label (const TuceEntity *entity, GPtrArray *changed)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < changed->len; i++)
    g_string_append_printf (fields, "%s%s", i ? _(", ") : "",
                            tuce_field_label (changed->pdata[i]));
  /* Translators: first the kind of record, then the labels of its fields. */
  return g_strdup_printf (_("Correct %1$s: %2$s"), tuce_entity_label (entity), fields->str);
}

/* Prints what the checks found. Returns: whether the edit may be saved; if not, @error is the first fault */
static gboolean
judge (GPtrArray *problems, JsonBuilder *builder, GError **error)
{
  const char *fault = NULL;

  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    {
      const TuceProblem *problem = problems->pdata[i];

      if (problem->severity == TUCE_PROBLEM_ERROR)
        {
          fault = fault ? fault : problem->sentence;
          continue;
        }
      fprintf (stderr, _("Look again: %s\n"), problem->sentence);
      json_builder_add_string_value (builder, problem->sentence);
    }
  json_builder_end_array (builder);
  if (fault)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, fault);
  return !fault;
}

static void
print_changes (TuceInvocation *invocation,
               JsonBuilder *builder,
               const TuceRecord *before,
               const TuceRecord *after,
               GPtrArray *changed)
{
  json_builder_set_member_name (builder, "changed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changed->len; i++)
    {
      const TuceField *field = changed->pdata[i];
      g_autofree char *from = tuce_output_text (field, &before->values[field->index], FALSE);
      g_autofree char *to = tuce_output_text (field, &after->values[field->index], FALSE);

      json_builder_add_string_value (builder, field->name);
      if (!invocation->json)
        tuce_output_print (_("%s: “%s” → “%s”\n"), tuce_field_label (field), from, to);
    }
  json_builder_end_array (builder);
  if (!invocation->json)
    tuce_output_print (changed->len ? _("Saved.\n")
                                    : _("That is how it stands already; nothing to save.\n"));
}

static gboolean
save (TuceCounty *county,
      const TuceRecord *before,
      const TuceRecord *record,
      GPtrArray *changed,
      JsonBuilder *builder,
      GError **error)
{
  g_autofree char *label = edit_label (record->entity, changed);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, label, error);
  g_autoptr (GPtrArray) problems = NULL;

  return edit && tuce_transitions_check (before, record, TUCE_BY_HAND, NULL, error)
         && tuce_edit_update (edit, record, error)
         && (problems = tuce_edit_check (edit, error)) && judge (problems, builder, error)
         && tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_cli_set (TuceInvocation *invocation, GError **error)
{
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceRecord) before = NULL;
  g_autoptr (TuceRecord) after = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const TuceEntity *entity;

  if (!tuce_invocation_parse (invocation, NULL, 4, G_MAXUINT, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error))
      || !(entity = tuce_selection_entity (county, invocation->argv[1], error))
      || !(before = tuce_selection_find (county, entity, invocation->argv[2], error)))
    return FALSE;
  after = tuce_record_copy (before);
  for (guint i = 3; invocation->argv[i]; i++)
    if (!assign (after, invocation->argv[i], error))
      return FALSE;

  changed = changed_fields (before, after);
  json_builder_begin_object (builder);
  tuce_output_add_integer (builder, "id", before->id);
  if (changed->len && !save (county, before, after, changed, builder, error))
    return FALSE;
  print_changes (invocation, builder, before, after, changed);
  json_builder_end_object (builder);
  if (invocation->json)
    tuce_output_json (builder);
  return TRUE;
}
