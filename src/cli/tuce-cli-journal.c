/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "tuce-commands.h"
#include "tuce-output.h"
#include "tuce-selection.h"

static void
add_entry (JsonBuilder *builder, const TuceJournalEntry *entry)
{
  tuce_output_add_integer (builder, "sequence", entry->sequence);
  tuce_output_add_text (builder, "at", entry->at);
  tuce_output_add_text (builder, "user", entry->user);
  tuce_output_add_text (builder, "machine", entry->machine);
  tuce_output_add_text (builder, "label", entry->label);
  tuce_output_add_text (builder, "kind", entry->kind);
}

static gboolean
print_journal (TuceInvocation *invocation, TuceCounty *county, guint most, GError **error)
{
  g_autoptr (GPtrArray) entries = tuce_journal_list (county, most, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!entries)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const TuceJournalEntry *entry = entries->pdata[i];

      json_builder_begin_object (builder);
      add_entry (builder, entry);
      json_builder_end_object (builder);
      if (!invocation->json)
        tuce_output_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s\n", entry->sequence, entry->at,
                           entry->user, entry->kind, entry->label);
    }
  json_builder_end_array (builder);
  if (invocation->json)
    tuce_output_json (builder);
  return TRUE;
}

static void
print_line (const TuceHistoryLine *line, const char *from, const char *to)
{
  tuce_output_print ("%s  %s  ", line->entry->at, line->entry->user);
  if (line->field)
    tuce_output_print (_("%s %s: “%s” → “%s”"), tuce_entity_label (line->entity),
                       tuce_field_label (line->field), from, to);
  else if (line->kind == TUCE_CHANGE_INSERT)
    tuce_output_print (_("%s: added"), tuce_entity_label (line->entity));
  else
    tuce_output_print (_("%s: removed"), tuce_entity_label (line->entity));
  tuce_output_print ("  (%s)\n", line->entry->label);
}

static void
add_line (JsonBuilder *builder, const TuceHistoryLine *line, const char *from, const char *to)
{
  static const char *kinds[] = { "insert", "update", "delete" };

  json_builder_begin_object (builder);
  add_entry (builder, line->entry);
  tuce_output_add_text (builder, "change", kinds[line->kind]);
  tuce_output_add_text (builder, "entity", line->entity->name);
  tuce_output_add_integer (builder, "id", line->id);
  tuce_output_add_text (builder, "field", line->field ? line->field->name : NULL);
  tuce_output_add_text (builder, "from", from);
  tuce_output_add_text (builder, "to", to);
  json_builder_end_object (builder);
}

static char *
masked (const TuceField *field, const char *text, gboolean unmasked)
{
  return !field || !text || unmasked ? g_strdup (text) : tuce_field_mask (field, text);
}

static gboolean
print_history (
    TuceInvocation *invocation, TuceCounty *county, gboolean unmasked, guint most, GError **error)
{
  const TuceEntity *entity = tuce_selection_entity (county, invocation->argv[1], error);
  g_autoptr (TuceRecord) record
      = entity ? tuce_selection_find (county, entity, invocation->argv[2], error) : NULL;
  g_autoptr (GPtrArray) lines
      = record ? tuce_journal_history (county, entity->name, record->id, error) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!lines)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < MIN (lines->len, most); i++)
    {
      const TuceHistoryLine *line = lines->pdata[i];
      g_autofree char *from = masked (line->field, line->from, unmasked);
      g_autofree char *to = masked (line->field, line->to, unmasked);

      add_line (builder, line, from, to);
      if (!invocation->json)
        print_line (line, from ? from : "", to ? to : "");
    }
  json_builder_end_array (builder);
  if (invocation->json)
    tuce_output_json (builder);
  return TRUE;
}

gboolean
tuce_cli_history (TuceInvocation *invocation, GError **error)
{
  g_autoptr (TuceCounty) county = NULL;
  gboolean unmasked = FALSE;
  int limit = 50;
  const GOptionEntry entries[]
      = { { "limit", 0, 0, G_OPTION_ARG_INT, &limit,
            N_("How many, from the newest; 50 unless said"), N_("NUMBER") },
          { "unmasked", 0, 0, G_OPTION_ARG_NONE, &unmasked, N_("Show private values whole"),
            NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 3, error))
    return FALSE;
  if (invocation->argv[1] && !invocation->argv[2])
    return tuce_invocation_refuse_usage (error, _("say which record: FILE ENTITY ID"));
  if (limit < 1)
    return tuce_invocation_refuse_usage (error, _("--limit must be at least 1"));
  county = tuce_invocation_open (invocation, TUCE_OPEN_READ, error);
  if (!county)
    return FALSE;
  return invocation->argv[1] ? print_history (invocation, county, unmasked, (guint) limit, error)
                             : print_journal (invocation, county, (guint) limit, error);
}

static gboolean
step (TuceInvocation *invocation,
      char *(*label_of) (TuceCounty *),
      gboolean (*take) (TuceCounty *, GError **),
      const char *done,
      GError **error)
{
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *label = NULL;

  if (!tuce_invocation_parse (invocation, NULL, 1, 1, error)
      || !(county = tuce_invocation_open (invocation, TUCE_OPEN_WRITE, error)))
    return FALSE;
  label = label_of (county);
  if (!take (county, error))
    return FALSE;
  if (invocation->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      tuce_output_add_text (builder, "label", label);
      json_builder_end_object (builder);
      tuce_output_json (builder);
    }
  else
    tuce_output_print ("%s: %s\n", done, label);
  return TRUE;
}

gboolean
tuce_cli_undo (TuceInvocation *invocation, GError **error)
{
  return step (invocation, tuce_journal_undo_label, tuce_journal_undo, _("Taken back"), error);
}

gboolean
tuce_cli_redo (TuceInvocation *invocation, GError **error)
{
  return step (invocation, tuce_journal_redo_label, tuce_journal_redo, _("Done again"), error);
}
