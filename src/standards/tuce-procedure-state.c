/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a case is, and what keeps it from the next step. */
#include "tuce-procedure-private.h"

#include <glib/gi18n-lib.h>

static void
state_free (gpointer data)
{
  TuceStepState *state = data;

  g_clear_pointer (&state->record, tuce_record_free);
  g_free (state);
}

void
tuce_case_free (TuceCase *file)
{
  g_ptr_array_unref (file->steps);
  g_free (file);
}

void
tuce_procedure_bind (TuceProcedure *self, TuceStatement *statement, gint64 id, const TuceRecord *record, gint64 before)
{
  static const TuceValue none = TUCE_VALUE_INIT;

  tuce_statement_bind_integer (statement, ":subject_id", id);
  tuce_statement_bind_integer (statement, ":before", before);
  for (guint i = 0; i < self->step->fields->len; i++)
    {
      const TuceField *field = self->step->fields->pdata[i];
      g_autofree char *name = g_strconcat (":step_", field->name, NULL);

      tuce_statement_bind (statement, name, record ? &record->values[i] : &none);
    }
}

static gboolean
is_implied (TuceProcedure *self, guint step, gint64 id, gboolean *implied, GError **error)
{
  TuceStepProgram *program = self->programs->pdata[step];
  gboolean row;

  *implied = FALSE;
  if (!program->implied)
    return TRUE;
  tuce_procedure_bind (self, program->implied, id, NULL, 0);
  if (!tuce_statement_step (program->implied, &row, error))
    return FALSE;
  *implied = row && tuce_statement_integer (program->implied, 0) != 0;
  tuce_statement_reset (program->implied);
  return TRUE;
}

gboolean
tuce_procedure_progress (TuceProcedure *self, gint64 id, gint64 *ids, gboolean *implied, guint *n_done, GError **error)
{
  gboolean row;

  for (guint i = 0; i < self->rules->len; i++)
    ids[i] = implied[i] = 0;
  tuce_statement_bind_integer (self->live, ":subject_id", id);
  do
    {
      guint step;

      if (!tuce_statement_step (self->live, &row, error))
        return FALSE;
      if (row && tuce_procedure_find_step (self, tuce_statement_text (self->live, 1), &step))
        ids[step] = tuce_statement_integer (self->live, 0);
    }
  while (row);
  for (*n_done = 0; *n_done < self->rules->len; (*n_done)++)
    {
      if (ids[*n_done])
        continue;
      if (!is_implied (self, *n_done, id, &implied[*n_done], error))
        return FALSE;
      if (!implied[*n_done])
        break;
    }
  return TRUE;
}

static gboolean
count_reopened (TuceProcedure *self, TuceCase *file, GError **error)
{
  gboolean row;

  tuce_statement_bind_integer (self->reopened, ":subject_id", file->subject);
  if (!tuce_statement_step (self->reopened, &row, error))
    return FALSE;
  file->n_reopened = row ? (guint) tuce_statement_integer (self->reopened, 0) : 0;
  tuce_statement_reset (self->reopened);
  return TRUE;
}

TuceCase *
tuce_procedure_case (TuceProcedure *self, gint64 id, GError **error)
{
  g_autoptr (TuceCase) file = g_new0 (TuceCase, 1);
  g_autofree gint64 *ids = g_new0 (gint64, self->rules->len);
  g_autofree gboolean *implied = g_new0 (gboolean, self->rules->len);

  file->subject = id;
  file->steps = g_ptr_array_new_with_free_func (state_free);
  if (!tuce_procedure_progress (self, id, ids, implied, &file->n_done, error) || !count_reopened (self, file, error))
    return NULL;
  for (guint i = 0; i < self->rules->len; i++)
    {
      TuceStepState *state = g_new0 (TuceStepState, 1);

      state->rule = self->rules->pdata[i];
      state->implied = implied[i];
      g_ptr_array_add (file->steps, state);
      if (ids[i] && !(state->record = tuce_county_load (self->county, STEP_ENTITY, ids[i], error)))
        return NULL;
    }
  return g_steal_pointer (&file);
}

const TuceRule *
tuce_case_next (const TuceCase *file)
{
  return file->n_done < file->steps->len ? ((const TuceStepState *) file->steps->pdata[file->n_done])->rule : NULL;
}

/* --- judging --- */

static char *
sentence_of (TuceProcedure *self, const TuceStepGate *gate, TuceStatement *statement)
{
  g_autofree char *figures = tuce_figures_read (gate->sentence, statement, gate->first_figure);
  gboolean chinese = tuce_text_is_chinese ();
  g_autoptr (TuceTemplate) sentence = tuce_template_parse (chinese ? gate->rule->says_zh : gate->rule->says_en, NULL);

  if (!sentence)
    return g_strdup (tuce_rule_label (gate->rule));
  return tuce_template_fill (sentence, gate->sentence, tuce_county_get_dictionary (self->county), figures);
}

GPtrArray *
tuce_procedure_ask (TuceProcedure *self, guint step, gint64 id, const TuceRecord *record, gint64 before,
                    GError **error)
{
  TuceStepProgram *program = self->programs->pdata[step];
  g_autoptr (GPtrArray) refusals = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  tuce_procedure_bind (self, program->judge, id, record, before);
  if (!tuce_statement_step (program->judge, &row, error))
    return NULL;
  if (!row)
    g_ptr_array_add (refusals, g_strdup (_("It is no longer in the register.")));
  for (guint i = 0; row && i < program->gates->len; i++)
    /* NULL (not known) does not let the step pass either */
    if (tuce_statement_integer (program->judge, i) == 0)
      g_ptr_array_add (refusals, sentence_of (self, program->gates->pdata[i], program->judge));
  return g_steal_pointer (&refusals);
}

static char *
out_of_turn (TuceProcedure *self, guint step, guint n_done)
{
  const char *label = tuce_rule_label (self->rules->pdata[step]);

  if (step < n_done)
    return g_strdup_printf (_("“%s” is done already."), label);
  /* Translators: two steps of a procedure */
  return g_strdup_printf (_("“%s” comes first: “%s” has its turn after it."),
                          tuce_rule_label (self->rules->pdata[n_done]), label);
}

/* Whether the case is finished and the household has returned to poverty: then it begins again with the first step. */
static gboolean
has_its_turn (TuceProcedure *self, guint step, guint n_done)
{
  return step == n_done || (step == 0 && n_done == self->rules->len);
}

GPtrArray *
tuce_procedure_judge (TuceProcedure *self, gint64 id, const TuceRecord *record, GError **error)
{
  g_autofree gint64 *ids = g_new0 (gint64, self->rules->len);
  g_autofree gboolean *implied = g_new0 (gboolean, self->rules->len);
  g_autoptr (GPtrArray) refusals = NULL;
  guint n_done, step;

  if (!tuce_procedure_find_step (self, tuce_record_text (record, "step"), &step))
    g_return_val_if_reached (NULL);
  if (!tuce_procedure_progress (self, id, ids, implied, &n_done, error))
    return NULL;
  if (!has_its_turn (self, step, n_done))
    {
      refusals = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (refusals, out_of_turn (self, step, n_done));
      return g_steal_pointer (&refusals);
    }
  refusals = tuce_procedure_ask (self, step, id, record, step > 0 ? ids[step - 1] : 0, error);
  tuce_statement_reset (((TuceStepProgram *) self->programs->pdata[step])->judge);
  return g_steal_pointer (&refusals);
}
