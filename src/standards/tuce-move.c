/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-move.h"

#include <glib/gi18n-lib.h>

#include "tuce-portions.h"

struct _TuceMove
{
  TuceProcedure *procedure; /* owned by the caller of tuce_move_new() */
  const TuceRule *step;
  GArray *ids;
  TuceRecord *values;
  TucePortions *write;      /* NULL in a trial */
  guint position;           /* how many subjects a trial has judged */
  guint n_moved;
  GPtrArray *refusals;
};

static void
refusal_free (gpointer data)
{
  TuceRefusal *refusal = data;

  g_free (refusal->sentence);
  g_free (refusal);
}

void
tuce_move_free (TuceMove *self)
{
  g_clear_pointer (&self->write, tuce_portions_free);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->refusals);
  tuce_record_free (self->values);
  g_free (self);
}

/* The record for one subject: the procedure fills in whose it is, the rest are the values common to all. */
static TuceRecord *
record_of (TuceMove *self, gint64 id, GError **error)
{
  TuceRecord *record = tuce_procedure_new_step (self->procedure, self->step, id, error);
  g_autoptr (GPtrArray) fields = tuce_procedure_fields (self->procedure, self->step);

  for (guint i = 0; record && i < fields->len; i++)
    {
      const TuceField *field = fields->pdata[i];

      tuce_record_set_value (record, field, &self->values->values[field->index]);
    }
  if (record)
    tuce_record_set_text (record, "batch", tuce_record_text (self->values, "batch"));
  return record;
}

static void
refuse (TuceMove *self, gint64 id, char *sentence)
{
  TuceRefusal *refusal = g_new0 (TuceRefusal, 1);

  refusal->id = id;
  refusal->sentence = sentence;
  g_ptr_array_add (self->refusals, refusal);
}

static gboolean
try_one (TuceMove *self, gint64 id, const TuceRecord *record, GError **error)
{
  g_autoptr (GPtrArray) sentences = tuce_procedure_judge (self->procedure, id, record, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!sentences)
    return FALSE;
  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "", (const char *) sentences->pdata[i]);
  if (sentences->len)
    refuse (self, id, g_string_free (g_steal_pointer (&text), FALSE));
  else
    self->n_moved++;
  return TRUE;
}

static gboolean
move_one (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error)
{
  TuceMove *self = data;
  gint64 id = g_array_index (self->ids, gint64, index);
  g_autoptr (TuceRecord) record = record_of (self, id, error);
  char *sentence = NULL;

  if (!record)
    return FALSE;
  if (!edit)
    return try_one (self, id, record, error);
  if (!tuce_procedure_apply (self->procedure, edit, id, record, &sentence, error))
    return FALSE;
  if (sentence)
    refuse (self, id, sentence);
  else
    self->n_moved++;
  return TRUE;
}

TuceMove *
tuce_move_new (TuceProcedure *procedure, const TuceRule *step, GArray *ids, const TuceRecord *record,
               gboolean in_earnest, GError **error)
{
  g_autoptr (TuceMove) self = g_new0 (TuceMove, 1);

  self->procedure = procedure;
  self->step = step;
  self->ids = g_array_ref (ids);
  self->values = tuce_record_copy (record);
  self->refusals = g_ptr_array_new_with_free_func (refusal_free);
  if (in_earnest)
    {
      /* A preliminary label: tuce_move_finish() sets the final one, when it knows how many there are. */
      self->write = tuce_portions_new (tuce_procedure_county (procedure), tuce_rule_label (step), move_one, ids->len, self,
                                       NULL, error);
      if (!self->write)
        return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
tuce_move_continue (TuceMove *self, guint milliseconds, gboolean *done, GError **error)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  if (self->write)
    return tuce_portions_continue (self->write, milliseconds, done, error);
  while (self->position < self->ids->len)
    {
      if (!move_one (tuce_procedure_county (self->procedure), NULL, self, self->position++, error))
        return FALSE;
      if (g_get_monotonic_time () >= end)
        break;
    }
  *done = self->position == self->ids->len;
  return TRUE;
}

gboolean
tuce_move_finish (TuceMove *self, GError **error)
{
  const char *subject = tuce_entity_label (
      tuce_dictionary_entity (tuce_county_get_dictionary (tuce_procedure_county (self->procedure)), self->step->subject));
  g_autofree char *label = NULL;

  g_return_val_if_fail (self->write, FALSE);
  /* Translators: an edit of the journal; a step of a procedure, how many, and "household" */
  label = g_strdup_printf (ngettext ("Record “%1$s” for %2$u %3$s", "Record “%1$s” for %2$u %3$s", self->n_moved),
                           tuce_rule_label (self->step), self->n_moved, subject);
  tuce_portions_set_label (self->write, label);
  return tuce_portions_finish (self->write, error);
}

double
tuce_move_fraction (const TuceMove *self)
{
  if (self->write)
    return tuce_portions_fraction (self->write);
  return self->ids->len ? (double) self->position / self->ids->len : 1;
}

guint
tuce_move_n_moved (const TuceMove *self)
{
  return self->n_moved;
}

GPtrArray *
tuce_move_refusals (const TuceMove *self)
{
  return self->refusals;
}
