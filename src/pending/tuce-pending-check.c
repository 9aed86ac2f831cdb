/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-pending-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-transitions.h"

/*
 * What is wrong with the pending records. The register itself is asked: everything is written into an edit, checked
 * there and rolled back, so that a form never knows a rule of its own.
 */

static void
add_problem (GPtrArray *problems,
             TuceProblemSeverity severity,
             TucePendingRecord *record,
             const TuceField *field,
             const char *sentence,
             const char *expected)
{
  TucePendingProblem *problem;

  for (guint i = 0; i < problems->len; i++)
    {
      const TucePendingProblem *other = problems->pdata[i];

      if (other->record == record && other->field == field && g_str_equal (other->sentence, sentence))
        return;
    }
  problem = g_new0 (TucePendingProblem, 1);
  problem->severity = severity;
  problem->record = record ? tuce_pending_record_ref (record) : NULL;
  problem->field = field;
  problem->sentence = g_strdup (sentence);
  problem->expected = g_strdup (expected);
  g_ptr_array_add (problems, problem);
}

static TuceRecord *
parse_record (TucePending *self, TucePendingRecord *record, GPtrArray *problems)
{
  const TuceEntity *entity = record->saved->entity;
  TuceRecord *parsed = tuce_record_copy (record->saved);

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      TuceValue value = TUCE_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (!record->typed[i])
        continue;
      if (tuce_field_parse (field, record->typed[i], &value, &error))
        tuce_record_set_value (parsed, field, &value);
      else
        add_problem (problems, TUCE_PROBLEM_ERROR, record, field, error->message, NULL);
      tuce_value_clear (&value);
    }
  return parsed;
}

/*
 * Gives whether every field that a record can't do without has a value. A new record is not blamed for what nobody
 * came to yet, until somebody saves it; a required value that was deleted is.
 */
static gboolean
check_required (TucePending *self, TucePendingRecord *record, TuceRecord *parsed, GPtrArray *problems)
{
  const TuceEntity *entity = parsed->entity;
  gboolean complete = TRUE;

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      g_autofree char *fault = NULL;
      g_autofree char *sentence = NULL;

      if (!field->required || field == entity->parent || parsed->values[i].kind != TUCE_VALUE_NONE)
        continue;
      complete = FALSE;
      if (!self->strict && !record->typed[i])
        continue;
      fault = tuce_field_fault (field, &parsed->values[i]);
      sentence = tuce_field_sentence (field, fault);
      add_problem (problems, TUCE_PROBLEM_ERROR, record, field, sentence, NULL);
      /* The rest of the record can still be judged with what the file holds there. */
      if (record->saved->values[i].kind != TUCE_VALUE_NONE)
        {
          tuce_record_set_value (parsed, field, &record->saved->values[i]);
          complete = TRUE;
        }
    }
  return complete;
}

/* What can't be written has no record in the list. */
static void
free_record (gpointer data)
{
  g_clear_pointer ((TuceRecord **) &data, tuce_record_free);
}

/* The records with what was typed in them, by index; NULL where a record is not to be written. Parse errors go to @problems. */
static GPtrArray *
parse (TucePending *self, GPtrArray *problems)
{
  GPtrArray *parsed = g_ptr_array_new_full (self->records->len, free_record);

  for (guint i = 0; i < self->records->len; i++)
    {
      TucePendingRecord *record = self->records->pdata[i];
      TuceRecord *values = parse_record (self, record, problems);
      /* What nobody began can't lack anything. */
      gboolean skip = !tuce_pending_record_is_there (record)
                      || (!record->removed && !check_required (self, record, values, problems));

      if (skip)
        g_clear_pointer (&values, tuce_record_free);
      g_ptr_array_add (parsed, values);
    }
  return parsed;
}

static TucePendingRecord *
find_by_written_id (TucePending *self, const TuceProblem *problem)
{
  for (guint i = 0; problem->field && i < self->records->len; i++)
    {
      TucePendingRecord *record = self->records->pdata[i];

      if (record->saved->entity == problem->field->entity && record->written_id == problem->id)
        return record;
    }
  return NULL;
}

/* The control of a field holds what people read for numbers, so the figure to take is put the same way. */
static char *
expected_text (const TuceProblem *problem)
{
  TuceValue value = TUCE_VALUE_INIT;
  char *text = NULL;

  if (!problem->expected || !problem->field)
    return NULL;
  if (tuce_field_is_numeric (problem->field) && problem->field->type != TUCE_FIELD_DECIMAL
      && tuce_field_parse (problem->field, problem->expected, &value, NULL))
    text = tuce_field_format (problem->field, &value);
  tuce_value_clear (&value);
  return text ? text : g_strdup (problem->expected);
}

/* Where the main record says what is about none of its fields. */
static const TuceField *
naming_field (const TuceEntity *entity)
{
  return entity->title ? entity->title : entity->fields->pdata[0];
}

/* Shows what the register worked out in the edit for the fields it keeps itself. */
static void
take_kept (TucePending *self, GPtrArray *parsed)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      TucePendingRecord *record = self->records->pdata[i];
      const TuceEntity *entity = record->saved->entity;
      g_autoptr (TuceRecord) settled = NULL;

      if (!entity->has_kept)
        continue;
      if (parsed->pdata[i] && !record->removed)
        settled = tuce_county_load (self->county, entity->name, record->written_id, NULL);
      for (guint j = 0; j < entity->fields->len; j++)
        {
          const TuceField *field = entity->fields->pdata[j];
          char *text = NULL;

          if (!field->kept)
            continue;
          if (settled && !tuce_value_equal (&settled->values[j], &record->saved->values[j]))
            text = tuce_field_format_plain (field, &settled->values[j]);
          if (tuce_pending_record_set_kept (record, field, text))
            g_signal_emit_by_name (self, "typed", record, field);
        }
    }
}

/*
 * What is wrong in a record that the card does not show, such as that of another year, is said on the main record with
 * that record's name before it. Of mere warnings only those that say what to write there, one for each record: the rest
 * is seen when that record is opened.
 */
static void
add_elsewhere (TucePending *self, const TuceProblem *problem, GHashTable *warned, GPtrArray *problems)
{
  g_autoptr (TuceRecord) record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  if (!problem->field || (problem->severity == TUCE_PROBLEM_WARNING && !problem->expected))
    return;
  record = tuce_county_load (self->county, problem->field->entity->name, problem->id, NULL);
  name = record ? tuce_record_describe (record) : g_strdup (tuce_entity_label (problem->field->entity));
  if (problem->severity == TUCE_PROBLEM_WARNING && !g_hash_table_add (warned, g_strdup (name)))
    return;
  sentence = g_strdup_printf (_("%s: %s"), name, problem->sentence);
  add_problem (problems, problem->severity, self->records->pdata[0], naming_field (self->entity), sentence, NULL);
}

static void
check_in_edit (TucePending *self, TuceEdit *edit, TuceAssessor *assessor, GPtrArray *parsed, GPtrArray *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) warned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint at = 0;

  if (!tuce_pending_write (self, edit, parsed, &at, &error))
    {
      TucePendingRecord *record = self->records->pdata[at];
      const TuceEntity *entity = record->saved->entity;

      if (problems->len == 0)
        add_problem (problems, TUCE_PROBLEM_ERROR, record, naming_field (entity), error->message, NULL);
      return;
    }
  tuce_edit_watch (edit, self->entity->name, ((const TuceRecord *) parsed->pdata[0])->id);
  found = tuce_edit_check (edit, NULL);
  for (guint i = 0; found && i < found->len; i++)
    {
      const TuceProblem *problem = found->pdata[i];
      g_autofree char *expected = expected_text (problem);
      TucePendingRecord *record = find_by_written_id (self, problem);

      if (record)
        add_problem (problems, problem->severity, record, problem->field, problem->sentence, expected);
      else
        add_elsewhere (self, problem, warned, problems);
    }
  if (found)
    take_kept (self, parsed);
  if (found && assessor)
    tuce_pending_judge (self, assessor, ((const TuceRecord *) parsed->pdata[0])->id);
}

/* Which state may follow which, and what a state needs, is the office's rule rather than the register's. */
static void
check_transitions (TucePending *self, GPtrArray *parsed, GPtrArray *problems)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      TucePendingRecord *record = self->records->pdata[i];
      const TuceField *field = NULL;
      g_autoptr (GError) error = NULL;

      if (!parsed->pdata[i] || record->removed || !tuce_pending_record_is_waiting (record))
        continue;
      if (!tuce_transitions_check (record->saved->id ? record->saved : NULL, parsed->pdata[i], TUCE_BY_HAND, &field,
                                   &error)
          && field)
        add_problem (problems, TUCE_PROBLEM_ERROR, record, field, error->message, NULL);
    }
}

static int
record_position (TucePending *self, const TucePendingRecord *record)
{
  guint index = G_MAXINT;

  g_ptr_array_find (self->records, record, &index);
  return (int) index;
}

/* In the order in which the card shows them. */
static int
compare_problems (gconstpointer a, gconstpointer b, gpointer data)
{
  const TucePendingProblem *first = *(const TucePendingProblem **) a;
  const TucePendingProblem *second = *(const TucePendingProblem **) b;
  int difference = record_position (data, first->record) - record_position (data, second->record);

  if (difference == 0)
    difference = (int) first->field->index - (int) second->field->index;
  return difference;
}

GPtrArray *
tuce_pending_try (TucePending *self, TuceEdit *edit, TuceAssessor *assessor)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_pending_problem_free);
  GPtrArray *parsed = parse (self, problems);

  g_clear_handle_id (&self->check_source, g_source_remove);
  /* A new record that is not complete can't stand in the file yet, nor what belongs to it. */
  if (parsed->pdata[0] && edit)
    check_in_edit (self, edit, assessor, parsed, problems);
  check_transitions (self, parsed, problems);
  g_ptr_array_sort_with_data (problems, compare_problems, self);
  g_ptr_array_unref (self->problems);
  self->problems = problems;
  return parsed;
}

void
tuce_pending_check (TucePending *self)
{
  TuceAssessor *assessor = tuce_pending_get_assessor (self);
  gboolean writable = tuce_county_is_writable (self->county);
  g_autoptr (TuceEdit) edit = writable ? tuce_edit_begin_trial (self->county, NULL) : NULL;

  g_ptr_array_unref (tuce_pending_try (self, edit, assessor));
  /* Whoever holds the file comes first; somebody who types on asks sooner. */
  if (writable && !edit)
    tuce_pending_check_later (self);
  g_clear_pointer (&edit, tuce_edit_abort);
  g_signal_emit_by_name (self, "checked");
}
