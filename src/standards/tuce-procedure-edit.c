/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a procedure writes: the records of steps, the fields they set, and the marks on what an objection takes back. */
#include "tuce-procedure-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-transitions.h"

/* The code of the step that @record records. */
static const char *
step_of (const TuceRecord *record)
{
  return tuce_record_text (record, "step");
}

TuceRecord *
tuce_procedure_new_step (TuceProcedure *self, const TuceRule *rule, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) subject = tuce_county_load (self->county, self->subject->name, id, error);
  TuceRecord *record;

  if (!subject)
    return NULL;
  record = tuce_record_new (self->step);
  tuce_record_set_text (record, "procedure", self->pack->name);
  tuce_record_set_text (record, "level", self->subject->name);
  tuce_record_set_text (record, "step", rule->code);
  if (!self->subject->is_place)
    tuce_record_set_integer (record, self->step->parent->name, id);
  if (self->subject->scope)
    tuce_record_set_text (record, self->step->scope->name, tuce_record_text (subject, self->subject->scope->name));
  return record;
}

static char *
join (GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "", (const char *) sentences->pdata[i]);
  return g_string_free (text, FALSE);
}

/* Writes the fields that the step sets. A transition that is not allowed is reported in @refusal, as gates are. */
static gboolean
apply_settings (TuceProcedure *self, TuceEdit *edit, guint step, gint64 id, char **refusal, GError **error)
{
  TuceStepProgram *program = self->programs->pdata[step];
  g_autoptr (TuceRecord) before = NULL;
  g_autoptr (TuceRecord) after = NULL;
  g_autoptr (GError) illegal = NULL;

  if (program->settings->len == 0)
    return TRUE;
  before = tuce_county_load (self->county, self->subject->name, id, error);
  if (!before)
    return FALSE;
  after = tuce_record_copy (before);
  for (guint i = 0; i < program->settings->len; i++)
    {
      const TuceSetting *setting = program->settings->pdata[i];
      TuceValue value = tuce_statement_value (program->judge, setting->column);

      tuce_record_set_value (after, setting->field, &value);
    }
  if (!tuce_transitions_check (before, after, TUCE_BY_PROCEDURE, NULL, &illegal))
    {
      *refusal = g_strdup (illegal->message);
      return TRUE;
    }
  return tuce_edit_update (edit, after, error);
}

/* Marks the valid records from step @from on as taken back. @last: (out) (optional): the last of them, not yet
   written. */
static gboolean
take_back (TuceProcedure *self, TuceEdit *edit, const gint64 *ids, guint from, TuceRecord **last, GError **error)
{
  for (guint i = from; i < self->rules->len; i++)
    {
      g_autoptr (TuceRecord) record = NULL;

      if (!ids[i])
        continue;
      record = tuce_county_load (self->county, STEP_ENTITY, ids[i], error);
      if (!record)
        return FALSE;
      tuce_record_set_integer (record, "reopened", 1);
      if (!tuce_edit_update (edit, record, error))
        return FALSE;
      if (last)
        {
          g_clear_pointer (last, tuce_record_free);
          *last = g_steal_pointer (&record);
        }
    }
  return TRUE;
}

gboolean
tuce_procedure_apply (TuceProcedure *self, TuceEdit *edit, gint64 id, TuceRecord *record, char **refusal,
                      GError **error)
{
  g_autoptr (GPtrArray) refusals = tuce_procedure_judge (self, id, record, error);
  g_autofree gint64 *ids = g_new0 (gint64, self->rules->len);
  g_autofree gboolean *implied = g_new0 (gboolean, self->rules->len);
  TuceStepProgram *program;
  guint n_done, step = 0;
  gboolean done;

  *refusal = refusals && refusals->len ? join (refusals) : NULL;
  if (!refusals || *refusal)
    return refusals != NULL;
  tuce_procedure_find_step (self, step_of (record), &step);
  if (!tuce_procedure_progress (self, id, ids, implied, &n_done, error))
    return FALSE;
  program = self->programs->pdata[step];
  g_clear_pointer (&refusals, g_ptr_array_unref);
  /* Leaves the statement on its row, which holds what the step sets. The gates have just been judged in this same
     transaction. */
  refusals = tuce_procedure_ask (self, step, id, record, step > 0 ? ids[step - 1] : 0, error);
  done = refusals && apply_settings (self, edit, step, id, refusal, error);
  tuce_statement_reset (program->judge);
  if (!done || *refusal)
    return done;
  /* Records from this step on that are still valid are from before a return to poverty. */
  if (!take_back (self, edit, ids, step, NULL, error))
    return FALSE;
  return tuce_edit_insert (edit, record, error);
}

gboolean
tuce_procedure_record (TuceProcedure *self, gint64 id, TuceRecord *record, GError **error)
{
  const TuceRule *rule = tuce_pack_rule (self->pack, step_of (record));
  /* Translators: an edit of the journal; first a step of a procedure ("village notice"), then "household" */
  g_autofree char *label = g_strdup_printf (_("Record “%1$s” for 1 %2$s"), tuce_rule_label (rule),
                                            tuce_entity_label (self->subject));
  g_autoptr (TuceEdit) edit = tuce_edit_begin (self->county, label, error);
  g_autofree char *refusal = NULL;

  if (!edit || !tuce_procedure_apply (self, edit, id, record, &refusal, error))
    return FALSE;
  if (refusal)
    {
      g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, refusal);
      return FALSE;
    }
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}

/* Whether it is too late for an objection: once the status has changed, only a return to poverty can follow. */
static gboolean
status_is_changed (TuceProcedure *self, const TuceCase *file)
{
  for (guint i = (guint) self->reopen; i < file->steps->len; i++)
    {
      const TuceStepState *state = file->steps->pdata[i];

      if (state->record && tuce_procedure_step_sets (self, state->rule))
        return TRUE;
    }
  return FALSE;
}

gboolean
tuce_procedure_may_object (TuceProcedure *self, const TuceCase *file)
{
  return self->reopen >= 0 && file->n_done > (guint) self->reopen && !status_is_changed (self, file);
}

gboolean
tuce_procedure_object (TuceProcedure *self, gint64 id, const char *text, GError **error)
{
  g_autoptr (TuceCase) file = tuce_procedure_case (self, id, error);
  g_autofree gint64 *ids = g_new0 (gint64, self->rules->len);
  g_autofree char *label = NULL;
  g_autoptr (TuceEdit) edit = NULL;
  g_autoptr (TuceRecord) last = NULL;

  if (!file)
    return FALSE;
  if (!tuce_procedure_may_object (self, file) || !*text)
    {
      g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                           !*text ? _("Write down what the objection says.")
                                  : _("There is nothing that an objection could take back: the step it would go back to "
                                      "is not done yet, or the status has changed already."));
      return FALSE;
    }
  /* Translators: an edit of the journal; first "household", then a step of a procedure */
  label = g_strdup_printf (_("Objection to 1 %1$s: back to “%2$s”"), tuce_entity_label (self->subject),
                           tuce_rule_label (self->rules->pdata[self->reopen]));
  edit = tuce_edit_begin (self->county, label, error);
  for (guint i = 0; i < file->steps->len; i++)
    {
      const TuceStepState *state = file->steps->pdata[i];

      ids[i] = state->record ? state->record->id : 0;
    }
  if (!edit || !take_back (self, edit, ids, (guint) self->reopen, &last, error))
    return FALSE;
  tuce_record_set_integer (last, "objections", tuce_record_integer (last, "objections") + 1);
  tuce_record_set_text (last, "objection", text);
  return tuce_edit_update (edit, last, error) && tuce_edit_commit (g_steal_pointer (&edit), error);
}
