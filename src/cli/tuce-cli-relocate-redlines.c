/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "tuce-csv.h"
#include "tuce-error.h"
#include "tuce-output.h"
#include "tuce-relocate-commands.h"
#include "tuce-reviewing.h"
#include "tuce-selection.h"
#include "tuce-statement.h"
#include "tuce-verdict-list.h"

/* After how many households progress is shown. */
#define TOLD_EVERY 200

/* The fields shown of a household, apart from its red lines. */
static const char *const paths[]
    = { "hh_no", "head_name", "village_code", "relocation.site.name", "relocation.stage", "relocation.people", NULL };

enum
{
  NUMBER, HEAD, VILLAGE, SITE, STAGE, PEOPLE, N_PATHS
};

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  TuceAssessor *assessor;
  const TucePack *pack;
  TuceQuery *query;
  const TuceRows *rows;
  JsonBuilder *builder;
  gboolean csv;
  guint n_households;
  guint n_crossing;
  guint *unmet;     /* for each criterion */
  guint *unchecked;
} Listing;

/* "10,000.01" for spreadsheets; "" for a value that is not known. */
static char *
plain_number (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (g_str_equal (words, "—") ? "" : words, ",", -1);

  return g_strjoinv ("", parts);
}

static void
print_csv_heading (const Listing *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < N_PATHS; i++)
    tuce_csv_append_cell (line, tuce_field_label (tuce_query_column (self->query, i)));
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];
      const char *const columns[] = { _("result"), _("value"), _("limit"), *rule->excess ? _("beyond by") : NULL };

      for (guint c = 0; c < G_N_ELEMENTS (columns) && columns[c]; c++)
        {
          g_autofree char *heading = g_strdup_printf ("%s %s: %s", rule->code, tuce_rule_short (rule), columns[c]);

          tuce_csv_append_cell (line, heading);
        }
    }
  puts (line->str);
}

static void
print_csv (const Listing *self, const TuceRows *rows, guint row, GPtrArray *verdicts)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < N_PATHS; i++)
    {
      g_autofree char *cell
          = tuce_output_cell (tuce_query_column (self->query, i), tuce_rows_value (rows, row, i), FALSE);

      tuce_csv_append_cell (line, cell);
    }
  for (guint i = 0; i < verdicts->len; i++)
    {
      const TuceVerdict *verdict = verdicts->pdata[i];
      g_autofree char *excess = plain_number (verdict->excess);

      tuce_csv_append_cell (line, tuce_result_code (verdict->result));
      tuce_csv_append_cell (line, verdict->value);
      tuce_csv_append_cell (line, verdict->threshold);
      if (*verdict->rule->excess)
        tuce_csv_append_cell (line, excess);
    }
  puts (line->str);
}

static void
add_json (const Listing *self, const TuceRows *rows, guint row, GPtrArray *verdicts)
{
  json_builder_begin_object (self->builder);
  tuce_output_add_integer (self->builder, "id", rows->ids[row]);
  for (guint i = 0; i < N_PATHS; i++)
    {
      json_builder_set_member_name (self->builder, paths[i]);
      tuce_output_add_value (self->builder, tuce_query_column (self->query, i), tuce_rows_value (rows, row, i), FALSE);
    }
  json_builder_set_member_name (self->builder, "redlines");
  json_builder_begin_object (self->builder);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const TuceVerdict *verdict = verdicts->pdata[i];
      g_autofree char *excess = plain_number (verdict->excess);

      json_builder_set_member_name (self->builder, verdict->rule->code);
      json_builder_begin_object (self->builder);
      tuce_output_add_text (self->builder, "result", tuce_result_code (verdict->result));
      tuce_output_add_text (self->builder, "value", verdict->value);
      tuce_output_add_text (self->builder, "limit", verdict->threshold);
      if (*excess)
        {
          json_builder_set_member_name (self->builder, "beyond_by");
          json_builder_add_double_value (self->builder, g_ascii_strtod (excess, NULL));
        }
      json_builder_end_object (self->builder);
    }
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

/* Prints the households that cross a red line, and which lines they cross. */
static void
print_crossing (Listing *self, const TuceRows *rows, guint row, GPtrArray *verdicts)
{
  gboolean crossing = FALSE;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const TuceVerdict *verdict = verdicts->pdata[i];

      if (verdict->result != TUCE_UNMET)
        continue;
      for (guint c = 0; c < N_PATHS && !crossing; c++)
        {
          g_autofree char *text
              = tuce_output_text (tuce_query_column (self->query, c), tuce_rows_value (rows, row, c), FALSE);

          tuce_output_print ("%s%s", c ? "  " : "", text);
        }
      tuce_output_print ("%s    %s %s\n", crossing ? "" : "\n", verdict->rule->code, tuce_rule_label (verdict->rule));
      tuce_output_print (_("      is: %s\n      limit: %s\n"), verdict->value, verdict->threshold);
      crossing = TRUE;
    }
  self->n_crossing += crossing;
}

/* A TuceVerdictListSink: see there. */
static gboolean
show_household (guint row, GPtrArray *verdicts, gpointer data, GError **error)
{
  Listing *self = data;

  if (row % TOLD_EVERY == 0)
    tuce_invocation_progress ((double) row / self->rows->n_rows, NULL);
  if (g_cancellable_set_error_if_cancelled (self->invocation->cancellable, error))
    return FALSE;
  self->n_households++;
  for (guint i = 0; i < verdicts->len; i++)
    {
      TuceResult result = ((const TuceVerdict *) verdicts->pdata[i])->result;

      self->unmet[i] += result == TUCE_UNMET;
      self->unchecked[i] += result == TUCE_UNCHECKED;
    }
  if (self->invocation->json)
    add_json (self, self->rows, row, verdicts);
  else if (self->csv)
    print_csv (self, self->rows, row, verdicts);
  else
    print_crossing (self, self->rows, row, verdicts);
  return TRUE;
}

static void
print_summary (const Listing *self)
{
  g_autofree char *crossing = tuce_text_number (self->n_crossing);
  g_autofree char *households = tuce_text_number (self->n_households);

  /* Translators: how many households, of how many */
  tuce_output_print (_("%s of %s relocated households cross a red line\n"), crossing, households);
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];
      g_autofree char *unmet = tuce_text_number (self->unmet[i]);
      g_autofree char *unchecked = tuce_text_number (self->unchecked[i]);

      tuce_output_print (_("  %s %s: %s cross it, %s not checked\n"), rule->code, tuce_rule_label (rule), unmet, unchecked);
    }
}

static gboolean
list_households (Listing *self, GError **error)
{
  g_autoptr (GArray) ids = tuce_query_ids (self->query, self->county, self->invocation->cancellable, error);
  g_autoptr (TuceRows) rows = ids ? tuce_query_fetch (self->query, self->county, &g_array_index (ids, gint64, 0),
                                                      ids->len, error)
                                  : NULL;

  if (!rows)
    return FALSE;
  self->rows = rows;
  if (self->csv && !self->invocation->json)
    print_csv_heading (self);
  if (!tuce_verdict_list (self->assessor, self->pack, rows->ids, rows->n_rows,
                          self->csv || self->invocation->json ? TUCE_WORDS_OF_ALL : TUCE_WORDS_OF_UNMET, show_household,
                          self, error))
    return FALSE;
  tuce_invocation_progress (1, NULL);
  return TRUE;
}

/* Reads everything in one read snapshot. */
static gboolean
list_at_once (Listing *self, GError **error)
{
  gboolean listed;

  if (!tuce_reading_begin (self->county, error))
    return FALSE;
  listed = list_households (self, error);
  tuce_reading_end (self->county);
  return listed;
}

static gboolean
run (Listing *self, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree guint *unmet = g_new0 (guint, self->pack->rules->len + 1);
  g_autofree guint *unchecked = g_new0 (guint, self->pack->rules->len + 1);

  self->builder = builder;
  self->unmet = unmet;
  self->unchecked = unchecked;
  json_builder_begin_array (builder);
  if (!list_at_once (self, error))
    return FALSE;
  json_builder_end_array (builder);
  if (self->invocation->json)
    tuce_output_json (builder);
  else if (!self->csv)
    print_summary (self);
  return TRUE;
}

/* The relocated households among those selected. Every relocation has a number of people, so this is the field asked
   for. */
static TuceQuery *
relocated (const TuceSelection *selection, TuceCounty *county, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_selection_query (selection, county, "household", error);

  if (!query || !tuce_query_add_condition (query, "relocation.people", TUCE_AT_LEAST, "0", error)
      || !tuce_query_add_condition (query, "status", TUCE_IS_NOT, "REMOVED", error)
      || !tuce_query_set_columns (query, paths, error))
    return NULL;
  return g_steal_pointer (&query);
}

gboolean
tuce_cli_relocate_redlines (TuceInvocation *invocation, GError **error)
{
  g_auto (TuceSelection) selection = { 0 };
  g_autoptr (TuceStandards) standards = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceQuery) query = NULL;
  Listing listing = { .invocation = invocation };
  const GOptionEntry entries[] = { TUCE_SELECTION_OPTIONS (selection),
                                   { "csv", 0, 0, G_OPTION_ARG_NONE, &listing.csv,
                                     N_("Write CSV, for spreadsheets: one line for each household"), NULL },
                                   { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error)
      || !(county = tuce_reviewing_open (invocation, &standards, error))
      || !(query = relocated (&selection, county, error)))
    return FALSE;
  listing.pack = tuce_standards_standard (standards, "relocation");
  if (!listing.pack)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("No red lines are in force for this year: see tuce-cli standards"));
      return FALSE;
    }
  listing.county = county;
  listing.query = query;
  listing.assessor = tuce_assessor_for_county (county, standards, NULL, error);
  return listing.assessor && run (&listing, error);
}
