/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tuce-commands.h"
#include "tuce-csv.h"
#include "tuce-error.h"
#include "tuce-output.h"
#include "tuce-reviewing.h"
#include "tuce-selection.h"
#include "tuce-verdict.h"

/* The columns asked of each finding. */
enum
{
  RULE,
  SEVERITY,
  SUBJECT,
  SUBJECT_ID,
  PLACE,
  HH_NO,
  HEAD_NAME,
  FIGURES,
  FIRST_SEEN,
  DISPOSITION,
  NOTE,
  N_COLUMNS
};

static const char *const columns[]
    = { "rule",         "severity",           "subject", "subject_id", "place",       "household.hh_no",
        "household.head_name", "figures", "first_seen", "disposition", "note", NULL };

typedef struct
{
  gint64 findings;
  gint64 disposed;
} Count;

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  TuceStandards *standards;
  GHashTable *counts; /* rule → Count */
  gboolean csv;
  gint64 n_printed;
} Checking;

static const char *
text_at (const TuceValue *values, guint column)
{
  return values[column].kind == TUCE_VALUE_TEXT ? values[column].text : "";
}

static char *
sentence_of (Checking *self, const TuceValue *values)
{
  const TuceRule *rule = tuce_standards_rule (self->standards, text_at (values, RULE));

  return rule ? tuce_rule_sentence (rule, tuce_county_get_dictionary (self->county),
                                    text_at (values, FIGURES))
              : g_strdup ("");
}

static void
print_csv (Checking *self, const TuceValue *values)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *sentence = sentence_of (self, values);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, values[SUBJECT_ID].integer);

  for (guint i = 0; i < N_COLUMNS; i++)
    tuce_csv_append_cell (line, i == FIGURES      ? sentence
                                : i == SUBJECT_ID ? id
                                                  : text_at (values, i));
  puts (line->str);
}

static void
print_json (Checking *self, const TuceValue *values)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *sentence = sentence_of (self, values);
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (i == SUBJECT_ID)
      tuce_output_add_integer (builder, columns[i], values[i].integer);
    else if (i == FIGURES)
      tuce_output_add_text (builder, "sentence", sentence);
    else
      tuce_output_add_text (builder, columns[i],
                            values[i].kind == TUCE_VALUE_TEXT ? values[i].text : NULL);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  tuce_output_print ("%s%s", self->n_printed ? ",\n" : "", text);
}

static gboolean
take_finding (gint64 id, const TuceValue *values, gpointer data)
{
  Checking *self = data;
  const char *rule = text_at (values, RULE);
  Count *count = g_hash_table_lookup (self->counts, rule);
  const char *disposition = text_at (values, DISPOSITION);

  if (!count)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (self->counts, g_strdup (rule), count);
    }
  count->findings++;
  count->disposed += *disposition != '\0';
  if (g_str_equal (text_at (values, SEVERITY), tuce_severity_code (TUCE_SEVERITY_ERROR))
      && !g_str_equal (disposition, "verified"))
    self->invocation->verdict = TUCE_EXIT_WRONG;
  if (self->invocation->json)
    print_json (self, values);
  else if (self->csv)
    print_csv (self, values);
  self->n_printed++;
  return TRUE;
}

static void
print_counts (Checking *self)
{
  g_autoptr (GPtrArray) checks = tuce_standards_checks (self->standards);
  gint64 by_severity[TUCE_SEVERITY_INFORMATION + 1] = { 0 };

  for (guint i = 0; i < checks->len; i++)
    {
      const TuceRule *rule = checks->pdata[i];
      const Count *count = g_hash_table_lookup (self->counts, rule->code);
      g_autofree char *findings = count ? tuce_text_number (count->findings) : NULL;
      g_autofree char *code = tuce_output_pad (rule->code, 6);

      if (!count)
        continue;
      by_severity[rule->severity] += count->findings;
      tuce_output_print ("%s %s %8s  %s", code, tuce_severity_code (rule->severity), findings,
                         tuce_rule_label (rule));
      if (count->disposed)
        {
          g_autofree char *disposed = tuce_text_number (count->disposed);

          tuce_output_print (_(" (%s disposed of)"), disposed);
        }
      putchar ('\n');
    }
  for (guint i = TUCE_SEVERITY_ERROR; i <= TUCE_SEVERITY_INFORMATION; i++)
    {
      g_autofree char *findings = tuce_text_number (by_severity[i]);

      tuce_output_print ("%s%s %s", i ? "  " : "", tuce_severity_label (i), findings);
    }
  putchar ('\n');
}

static void
print_csv_heading (Checking *self)
{
  const TuceEntity *finding
      = tuce_dictionary_entity (tuce_county_get_dictionary (self->county), "finding");
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const TuceField *field = tuce_query_resolve (finding, columns[i], NULL);

      tuce_csv_append_cell (line, i == FIGURES ? _("Finding") : tuce_field_label (field));
    }
  puts (line->str);
}

static gboolean
print_findings (Checking *self, TuceQuery *query, GError **error)
{
  gboolean read;

  if (self->invocation->json)
    puts ("[");
  else if (self->csv)
    print_csv_heading (self);
  read = tuce_query_each (query, self->county, take_finding, self, self->invocation->cancellable,
                          error);
  if (read && self->invocation->json)
    puts (self->n_printed ? "\n]" : "]");
  else if (read && !self->csv)
    print_counts (self);
  return read;
}

static gboolean
check_rule (TuceStandards *standards, const char *code, GError **error)
{
  const TuceRule *rule = tuce_standards_rule (standards, code);

  if (rule && rule->pack->kind == TUCE_PACK_CHECKS)
    return TRUE;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
               _("There is no check “%s” among the packs in force"), code);
  return FALSE;
}

gboolean
tuce_cli_check (TuceInvocation *invocation, GError **error)
{
  g_auto (TuceSelection) selection = { 0 };
  g_autofree char *rule = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceStandards) standards = NULL;
  g_autoptr (TuceQuery) query = NULL;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Checking checking = { .invocation = invocation, .counts = counts };
  const GOptionEntry entries[]
      = { { "rule", 0, 0, G_OPTION_ARG_FILENAME, &rule, N_("Only findings of this rule"), "Q55" },
          { "scope", 0, 0, G_OPTION_ARG_FILENAME, &selection.scope,
            N_("Only in this township or village"), N_("CODE") },
          { "csv", 0, 0, G_OPTION_ARG_NONE, &checking.csv,
            N_("Write CSV, for spreadsheets: one line for each finding"), NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error)
      || !(county = tuce_reviewing_open (invocation, &standards, error))
      || (rule && !check_rule (standards, rule, error))
      || !(query = tuce_selection_query (&selection, county, "finding", error))
      || !tuce_query_set_columns (query, columns, error)
      || !tuce_query_add_condition (query, "gone_on", TUCE_IS_EMPTY, "", error)
      || (rule && !tuce_query_add_condition (query, columns[RULE], TUCE_IS, rule, error)))
    return FALSE;
  checking.county = county;
  checking.standards = standards;
  return print_findings (&checking, query, error);
}
