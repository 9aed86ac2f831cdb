/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tuce-assessor.h"
#include "tuce-commands.h"
#include "tuce-csv.h"
#include "tuce-error.h"
#include "tuce-levels.h"
#include "tuce-output.h"
#include "tuce-reviewing.h"
#include "tuce-rollup.h"
#include "tuce-selection.h"
#include "tuce-verdict.h"

/* How many households are assessed together. */
#define TOGETHER 2000

typedef struct
{
  TuceInvocation *invocation;
  TuceCounty *county;
  const TucePack *pack;
  const TuceEntity *entity; /* of the level */
  GHashTable *results;      /* id → results, for a pack that is worked out here; NULL: use the stored ones */
  gboolean csv;
  gint64 n_printed;
  TuceRollup *total;
} Assessing;

#define HOUSEHOLD "household"

static void
add (TuceTally *tally, TuceResult result)
{
  tally->met += result == TUCE_MET;
  tally->unmet += result == TUCE_UNMET;
  tally->unchecked += result == TUCE_UNCHECKED;
}

static TuceResult
result_of (const char *results, guint criterion)
{
  return criterion < strlen (results) ? tuce_result_from_character (results[criterion])
                                      : TUCE_UNCHECKED;
}

static void
print_csv (Assessing *self, const char *code, const char *name, const char *place,
           const char *results)
{
  g_autoptr (GString) line = g_string_new (NULL);

  tuce_csv_append_cell (line, code);
  tuce_csv_append_cell (line, name);
  tuce_csv_append_cell (line, place);
  tuce_csv_append_cell (line, tuce_result_code (tuce_results_total (results).whole));
  for (guint i = 0; i < self->pack->rules->len; i++)
    tuce_csv_append_cell (line, tuce_result_code (result_of (results, i)));
  puts (line->str);
}

static void
print_json (Assessing *self, gint64 id, const char *code, const char *name, const char *place,
            const char *results)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  tuce_output_add_integer (builder, "id", id);
  tuce_output_add_named (builder, code, name);
  tuce_output_add_text (builder, "place", place);
  tuce_output_add_text (builder, "state",
                        tuce_result_code (tuce_results_total (results).whole));
  json_builder_set_member_name (builder, "criteria");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->pack->rules->len; i++)
    tuce_output_add_text (builder, ((const TuceRule *) self->pack->rules->pdata[i])->code,
                          tuce_result_code (result_of (results, i)));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  tuce_output_print ("%s%s", self->n_printed ? ",\n" : "", text);
}

static const char *
text_of (const TuceValue *value)
{
  return value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

static gboolean
take_subject (gint64 id, const TuceValue *values, gpointer data)
{
  Assessing *self = data;
  const char *kept = self->results ? g_hash_table_lookup (self->results, &id) : text_of (&values[3]);
  const char *results = kept ? kept : "";

  add (&self->total->whole, tuce_results_total (results).whole);
  for (guint i = 0; i < self->pack->rules->len; i++)
    add (&self->total->criteria[i], result_of (results, i));
  if (self->invocation->json)
    print_json (self, id, text_of (&values[0]), text_of (&values[1]), text_of (&values[2]), results);
  else if (self->csv)
    print_csv (self, text_of (&values[0]), text_of (&values[1]), text_of (&values[2]), results);
  self->n_printed++;
  return TRUE;
}

static void
print_tally (const char *code, const char *label, const TuceTally *tally)
{
  g_autofree char *met = tuce_text_number (tally->met);
  g_autofree char *unmet = tuce_text_number (tally->unmet);
  g_autofree char *unchecked = tuce_text_number (tally->unchecked);
  g_autofree char *padded = tuce_output_pad (code, 6);

  tuce_output_print ("%s %10s %10s %10s  %s\n", padded, met, unmet, unchecked, label);
}

static char *
padded_left (const char *text)
{
  guint width = tuce_output_width (text);

  return g_strdup_printf ("%*s%s", width < 10 ? (int) (10 - width) : 0, "", text);
}

static void
print_summary (Assessing *self)
{
  const TuceCodeList *words = tuce_dictionary_code_list (
      tuce_county_get_dictionary (self->county), "assessment_state");
  static const TuceResult order[] = { TUCE_MET, TUCE_UNMET, TUCE_UNCHECKED };

  tuce_output_print ("%s\n%6s", tuce_pack_label (self->pack), "");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const TuceCode *word
          = words ? tuce_code_list_find (words, tuce_result_code (order[i])) : NULL;
      g_autofree char *heading
          = padded_left (word ? tuce_code_label (word) : tuce_result_code (order[i]));

      tuce_output_print (" %s", heading);
    }
  putchar ('\n');
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];

      print_tally (rule->code, tuce_rule_label (rule), &self->total->criteria[i]);
    }
  print_tally ("", _("as a whole: met only where every criterion is"), &self->total->whole);
}

static void
print_csv_heading (Assessing *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const TuceEntity *assessment = tuce_dictionary_entity (
      tuce_county_get_dictionary (self->county), "household_assessment");

  tuce_csv_append_cell (line, _("Number"));
  tuce_csv_append_cell (line, tuce_entity_label (self->entity));
  tuce_csv_append_cell (line, _("Division code"));
  tuce_csv_append_cell (line, tuce_field_label (assessment->title));
  for (guint i = 0; i < self->pack->rules->len; i++)
    {
      const TuceRule *rule = self->pack->rules->pdata[i];
      g_autofree char *heading = g_strdup_printf ("%s %s", rule->code, tuce_rule_short (rule));

      tuce_csv_append_cell (line, heading);
    }
  puts (line->str);
}

static void
note_results (const TuceSubject *subject, gint64 id, const char *results, gpointer data)
{
  Assessing *self = data;

  if (g_str_equal (subject->name, self->pack->subject))
    g_hash_table_replace (self->results, g_memdup2 (&id, sizeof id), g_strdup (results));
}

static void
ignore_finding (const TuceRule *rule, gint64 id, gint64 household, const char *place,
                const char *figures, gpointer data)
{
}

/* Works out the results of a pack that is not in force; they are not stored. */
static gboolean
compute (Assessing *self, TuceQuery *query, GError **error)
{
  g_autoptr (TuceStandards) alone = tuce_standards_new_for (self->pack);
  g_autoptr (TuceAssessor) assessor = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *day = tuce_county_day (self->county);
  const TuceAssessorSink sink = { note_results, ignore_finding, self };

  self->results = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!(assessor = tuce_assessor_new (self->county, alone, day, error)))
    return FALSE;
  tuce_assessor_set_cancellable (assessor, self->invocation->cancellable);
  if (!g_str_equal (self->pack->subject, HOUSEHOLD))
    return tuce_assessor_places (assessor, self->pack->subject, &sink, error);
  if (!(ids = tuce_query_ids (query, self->county, self->invocation->cancellable, error)))
    return FALSE;
  for (guint i = 0; i < ids->len; i += TOGETHER)
    {
      tuce_invocation_progress ((double) i / ids->len, NULL);
      if (!tuce_assessor_households (assessor, &g_array_index (ids, gint64, i),
                                     MIN (TOGETHER, ids->len - i), &sink, error))
        return FALSE;
    }
  tuce_invocation_progress (1, NULL);
  return TRUE;
}

static gboolean
print_assessments (Assessing *self, TuceQuery *query, GError **error)
{
  guint n = self->pack->rules->len;
  g_autofree char *kept = g_strconcat (self->pack->subject, "_assessment.results", NULL);
  const char *columns[] = { self->entity->order->name, self->entity->title->name, self->entity->scope->name,
                            self->results ? NULL : kept, NULL };
  TuceTally criteria[MAX (n, 1)];
  TuceRollup total = { .criteria = criteria };
  gboolean read;

  memset (criteria, 0, sizeof criteria);
  self->total = &total;
  if (!tuce_query_set_columns (query, columns, error))
    return FALSE;
  if (self->invocation->json)
    puts ("[");
  else if (self->csv)
    print_csv_heading (self);
  read = tuce_query_each (query, self->county, take_subject, self, self->invocation->cancellable,
                          error);
  if (read && self->invocation->json)
    puts (self->n_printed ? "\n]" : "]");
  else if (read && !self->csv)
    print_summary (self);
  return read;
}

static const TucePack *
find_pack (TuceStandards *standards, const char *name, const char *level, GError **error)
{
  const TucePack *pack = name ? tuce_standards_pack (standards, name)
                              : tuce_standards_standard (standards, level ? level : HOUSEHOLD);

  if (!pack && name)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no pack “%s”"), name);
  else if (!pack)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
                 _("No standard is in force for “%s” in this year"), level ? level : HOUSEHOLD);
  else if (pack->kind == TUCE_PACK_STANDARD
           && (!level || g_str_equal (level, pack->subject)))
    return pack;
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("The pack “%s” is no standard for “%s”"),
                 pack->name, level ? level : pack->subject);
  return NULL;
}

/* Standards are about households, and about the county and what divisions lie in it. */
static gboolean
is_assessed (const char *level)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (NULL);
  const TuceEntity *division = dictionary ? tuce_level_named (dictionary, level) : NULL;

  return g_str_equal (level, HOUSEHOLD)
         || (division && tuce_level_digits (division) >= tuce_level_digits (tuce_level_county (dictionary)));
}

gboolean
tuce_cli_assess (TuceInvocation *invocation, GError **error)
{
  g_auto (TuceSelection) selection = { 0 };
  g_autofree char *level = NULL, *name = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (TuceStandards) standards = NULL;
  g_autoptr (TuceQuery) query = NULL;
  Assessing assessing = { .invocation = invocation };
  gboolean done;
  const GOptionEntry entries[]
      = { { "level", 0, 0, G_OPTION_ARG_FILENAME, &level,
            N_("Whom to look at: household (unless told), village, township, county"), N_("LEVEL") },
          { "pack", 0, 0, G_OPTION_ARG_FILENAME, &name,
            N_("By this standard instead of the one in force"), N_("NAME") },
          TUCE_SELECTION_OPTIONS (selection),
          { "csv", 0, 0, G_OPTION_ARG_NONE, &assessing.csv,
            N_("Write CSV, for spreadsheets: one line for each subject"), NULL },
          { NULL } };

  if (!tuce_invocation_parse (invocation, entries, 1, 1, error))
    return FALSE;
  if (level && !is_assessed (level))
    return tuce_invocation_refuse_usage (error, _("There is no level “%s”"), level);
  if (!(county = tuce_reviewing_open (invocation, &standards, error))
      || !(assessing.pack = find_pack (standards, name, level, error))
      || !(query = tuce_selection_query (&selection, county, assessing.pack->subject, error)))
    return FALSE;
  assessing.county = county;
  assessing.entity = tuce_query_entity (query);
  done = (tuce_standards_is_active (standards, assessing.pack) || compute (&assessing, query, error))
         && print_assessments (&assessing, query, error);
  g_clear_pointer (&assessing.results, g_hash_table_unref);
  return done;
}
