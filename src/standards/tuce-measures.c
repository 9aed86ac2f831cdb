/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-measures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-statement.h"
#include "tuce-transitions.h"
#include "tuce-verdict.h"

#define MEASURE "measure"
#define PROBLEM "problem"
#define HOUSEHOLD "household"

static const TuceEntity *
entity_of (TuceCounty *county, const char *name)
{
  return tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
}

/* The record that measures about a subject of @standard belong to: a place or a household. %NULL without @error for a
   subject that is neither and lies in neither, such as a site. */
static TuceRecord *
load_subject (TuceCounty *county, const TucePack *standard, gint64 id, GError **error)
{
  const TuceEntity *entity = entity_of (county, standard->subject);
  const TuceEntity *household = entity_of (county, MEASURE)->parent->target_entity;

  if (!entity->is_place && entity != household && (!entity->parent || entity->parent->target_entity != household))
    return NULL;
  return tuce_county_load (county, entity->is_place ? entity->name : household->name, id, error);
}

/* The stored results of @id, a record of the kind that assessments of @subject belong to, for this year; NULL without
   @error where there are none. */
static char *
kept_results (TuceCounty *county, const char *subject, gint64 id, GError **error)
{
  g_autofree char *assessment = g_strconcat (subject, "_assessment", NULL);
  g_autoptr (TuceRecord) kept = tuce_county_year_record (county, assessment, id, tuce_county_get_year (county), error);

  return kept ? g_strdup (tuce_record_text (kept, "results")) : NULL;
}

/* The codes of the criteria for which the subject has an open measure. */
static GHashTable *
open_criteria (TuceCounty *county, const TuceRecord *subject, GError **error)
{
  const TuceEntity *entity = subject->entity;
  g_autofree char *sql = g_strdup_printf ("SELECT criterion FROM measure WHERE %s AND state NOT IN ('%s', '%s')",
                                          entity->is_place ? "place = :code AND level = :level" : "household_id = :id",
                                          TUCE_MEASURE_DONE, TUCE_MEASURE_CANCELLED);
  g_autoptr (TuceStatement) statement = tuce_statement_new (county, sql, TUCE_STATEMENT_GUARDED, NULL, error);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  if (!statement)
    return NULL;
  tuce_statement_bind_integer (statement, ":id", subject->id);
  tuce_statement_bind_text (statement, ":level", entity->name);
  if (entity->is_place)
    tuce_statement_bind_text (statement, ":code", tuce_record_text (subject, entity->scope->name));
  do
    {
      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_hash_table_add (open, g_strdup (tuce_statement_text (statement, 0)));
    }
  while (row);
  return g_steal_pointer (&open);
}

static void
add_gaps (GPtrArray *gaps, const TuceRule *rule)
{
  for (guint i = 0; i < MAX (1, rule->proposals->len); i++)
    {
      TuceGap *gap = g_new0 (TuceGap, 1);

      gap->rule = rule;
      gap->proposal = i < rule->proposals->len ? rule->proposals->pdata[i] : NULL;
      g_ptr_array_add (gaps, gap);
    }
}

GPtrArray *
tuce_measures_gaps (TuceCounty *county, const TucePack *standard, gint64 id, const char *results, GError **error)
{
  GError *failed = NULL;
  g_autoptr (TuceRecord) subject = load_subject (county, standard, id, &failed);
  g_autoptr (GHashTable) open = subject ? open_criteria (county, subject, &failed) : NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func (g_free);

  if (failed)
    {
      g_propagate_error (error, failed);
      return NULL;
    }
  if (!subject)
    return g_steal_pointer (&gaps);
  if (!results)
    results = kept = kept_results (county, standard->subject, id, error);
  if (!results)
    return NULL;
  for (guint i = 0; i < standard->rules->len && results[i]; i++)
    {
      const TuceRule *rule = standard->rules->pdata[i];

      if (tuce_result_from_character (results[i]) == TUCE_UNMET && !g_hash_table_contains (open, rule->code))
        add_gaps (gaps, rule);
    }
  return g_steal_pointer (&gaps);
}

/* Fills in which household or place the measure is about. */
static void
set_subject (TuceRecord *measure, const TuceRecord *subject)
{
  tuce_record_set_text (measure, "level", subject->entity->name);
  if (!subject->entity->is_place)
    tuce_record_set_integer (measure, measure->entity->parent->name, subject->id);
  if (subject->entity->scope)
    tuce_record_set_text (measure, measure->entity->scope->name,
                          tuce_record_text (subject, subject->entity->scope->name));
}

TuceRecord *
tuce_measures_new (TuceCounty *county, const TucePack *standard, const TuceGap *gap, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) subject = load_subject (county, standard, id, error);
  TuceRecord *measure;

  if (!subject)
    return NULL;
  measure = tuce_record_new (entity_of (county, MEASURE));
  set_subject (measure, subject);
  tuce_record_set_text (measure, "criterion", gap->rule->code);
  tuce_record_set_text (measure, "content", gap->proposal ? gap->proposal->content : tuce_rule_label (gap->rule));
  tuce_record_set_text (measure, "department", gap->proposal ? gap->proposal->department : gap->rule->department);
  return measure;
}

static char *
added_label (guint n)
{
  /* Translators: an edit of the journal */
  return g_strdup_printf (ngettext ("Add %u measure", "Add %u measures", n), n);
}

static gboolean
add_records (TuceCounty *county, GPtrArray *records, const char *label, GError **error)
{
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, label, error);

  if (!edit)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!tuce_transitions_check (NULL, records->pdata[i], TUCE_BY_HAND, NULL, error)
        || !tuce_edit_insert (edit, records->pdata[i], error))
      return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_measures_add (TuceCounty *county, GPtrArray *measures, GError **error)
{
  g_autofree char *label = added_label (measures->len);

  return add_records (county, measures, label, error);
}

gboolean
tuce_problems_add (TuceCounty *county, GPtrArray *problems, GError **error)
{
  /* Translators: an edit of the journal */
  g_autofree char *label
      = g_strdup_printf (ngettext ("Enter %u problem", "Enter %u problems", problems->len), problems->len);

  return add_records (county, problems, label, error);
}

/* --- for all of a query --- */

void
tuce_targets_free (TuceTargets *targets)
{
  g_clear_pointer (&targets->ids, g_array_unref);
  g_free (targets);
}

static GHashTable *
households_with_open (TuceCounty *county, const char *criterion, GError **error)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TuceStatement) statement
      = tuce_statement_new (county,
                            "SELECT household_id FROM measure WHERE criterion = :criterion AND household_id IS NOT NULL"
                            " AND state NOT IN ('" TUCE_MEASURE_DONE "', '" TUCE_MEASURE_CANCELLED "')",
                            TUCE_STATEMENT_GUARDED, NULL, error);
  gboolean row;

  if (!statement)
    return NULL;
  tuce_statement_bind_text (statement, ":criterion", criterion);
  do
    {
      gint64 id;

      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      id = row ? tuce_statement_integer (statement, 0) : 0;
      if (row)
        g_hash_table_add (open, g_memdup2 (&id, sizeof id));
    }
  while (row);
  return g_steal_pointer (&open);
}

typedef struct
{
  TuceTargets *targets;
  const TuceRule *rule;
  GHashTable *open;
} Sifting;

static gboolean
sift (gint64 id, const TuceValue *values, gpointer data)
{
  Sifting *self = data;
  const char *results = values[0].kind == TUCE_VALUE_TEXT ? values[0].text : "";
  gboolean unmet = !self->rule
                   || (strlen (results) > self->rule->index
                       && tuce_result_from_character (results[self->rule->index]) == TUCE_UNMET);

  self->targets->n_all++;
  if (!unmet)
    self->targets->n_no_need++;
  else if (self->open && g_hash_table_contains (self->open, &id))
    self->targets->n_open++;
  else
    g_array_append_val (self->targets->ids, id);
  return TRUE;
}

TuceTargets *
tuce_measures_targets (TuceCounty *county, TuceQuery *households, const TuceRule *rule, GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s_assessment.results", rule ? rule->pack->subject : HOUSEHOLD);
  const char *const columns[] = { path, NULL };
  g_autoptr (TuceTargets) targets = g_new0 (TuceTargets, 1);
  g_autoptr (GHashTable) open = NULL;
  Sifting sifting = { targets, rule, NULL };

  targets->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (rule && !(sifting.open = open = households_with_open (county, rule->code, error)))
    return NULL;
  if (!tuce_query_set_columns (households, columns, error)
      || !tuce_query_each (households, county, sift, &sifting, cancellable, error))
    return NULL;
  return g_steal_pointer (&targets);
}

struct _TuceMeasureBatch
{
  TuceCounty *county;
  GArray *ids;
  TuceRecord *model;
  TuceEdit *edit;
  guint position;
};

TuceMeasureBatch *
tuce_measure_batch_new (TuceCounty *county, GArray *households, const TuceRecord *model, GError **error)
{
  g_autofree char *label = added_label (households->len);
  TuceMeasureBatch *self;
  TuceEdit *edit;

  if (!tuce_transitions_check (NULL, model, TUCE_BY_HAND, NULL, error))
    return NULL;
  edit = tuce_edit_begin (county, label, error);
  if (!edit)
    return NULL;
  self = g_new0 (TuceMeasureBatch, 1);
  self->county = g_object_ref (county);
  self->ids = g_array_ref (households);
  self->model = tuce_record_copy (model);
  self->edit = edit;
  return self;
}

gboolean
tuce_measure_batch_continue (TuceMeasureBatch *self, guint most, gboolean *done, GError **error)
{
  for (guint i = 0; i < most && self->position < self->ids->len; i++, self->position++)
    {
      g_autoptr (TuceRecord) measure = tuce_record_copy (self->model);
      g_autoptr (TuceRecord) household = tuce_county_load (
          self->county, HOUSEHOLD, g_array_index (self->ids, gint64, self->position), error);

      if (!household)
        return FALSE;
      measure->id = 0;
      set_subject (measure, household);
      if (!tuce_edit_insert (self->edit, measure, error))
        return FALSE;
    }
  *done = self->position == self->ids->len;
  return TRUE;
}

double
tuce_measure_batch_fraction (const TuceMeasureBatch *self)
{
  return self->ids->len ? (double) self->position / self->ids->len : 1;
}

gboolean
tuce_measure_batch_finish (TuceMeasureBatch *self, GError **error)
{
  return tuce_edit_commit (g_steal_pointer (&self->edit), error);
}

void
tuce_measure_batch_free (TuceMeasureBatch *self)
{
  g_clear_pointer (&self->edit, tuce_edit_abort);
  g_array_unref (self->ids);
  tuce_record_free (self->model);
  g_object_unref (self->county);
  g_free (self);
}

/* --- ending --- */

/* Sets @field of record @id, after checking what its new state needs. */
static gboolean
write_checked (TuceEdit *edit, const TuceRecord *before, const TuceRecord *after, GError **error)
{
  return tuce_transitions_check (before, after, TUCE_BY_HAND, NULL, error) && tuce_edit_update (edit, after, error);
}

gboolean
tuce_measures_end (TuceCounty *county, const gint64 *ids, guint n_ids, const char *state, const char *day,
                   GError **error)
{
  const TuceField *field = tuce_entity_field (entity_of (county, MEASURE), "state");
  const TuceCode *code = tuce_code_list_find (field->codes, state);
  /* Translators: an edit of the journal; first how many measures, then their new state ("done") */
  g_autofree char *label = g_strdup_printf (ngettext ("%u measure: %s", "%u measures: %s", n_ids), n_ids,
                                            code ? tuce_code_label (code) : state);
  g_autoptr (TuceEdit) edit = tuce_edit_begin (county, label, error);

  if (!edit)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (TuceRecord) before = tuce_county_load (county, MEASURE, ids[i], error);
      g_autoptr (TuceRecord) after = before ? tuce_record_copy (before) : NULL;

      if (!after)
        return FALSE;
      tuce_record_set_text (after, field->name, state);
      if (g_str_equal (state, TUCE_MEASURE_DONE))
        tuce_record_set_text (after, "done_on", day);
      if (!write_checked (edit, before, after, error))
        return FALSE;
    }
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

gboolean
tuce_problem_close (TuceCounty *county, gint64 id, const char *day, const char *by, GError **error)
{
  g_autoptr (TuceRecord) before = tuce_county_load (county, PROBLEM, id, error);
  g_autoptr (TuceRecord) after = before ? tuce_record_copy (before) : NULL;
  g_autoptr (TuceEdit) edit = after ? tuce_edit_begin (county, _("Close 1 problem"), error) : NULL;

  if (!edit)
    return FALSE;
  tuce_record_set_text (after, "state", TUCE_PROBLEM_CLOSED);
  tuce_record_set_text (after, "closed_on", day && *day ? day : NULL);
  tuce_record_set_text (after, "closed_by", by && *by ? by : NULL);
  return write_checked (edit, before, after, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}
