/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-portions.h"

/* For how many milliseconds is written between two checks whether the edit was cancelled. */
#define PORTION 20

struct _TucePortions
{
  TuceCounty *county;
  TuceEdit *edit; /* NULL after the commit, also a failed one */
  TucePortionsStep step;
  guint n_steps;
  guint position;
  gpointer data;
  GDestroyNotify destroy;
};

TucePortions *
tuce_portions_new (TuceCounty *county, const char *label, TucePortionsStep step, guint n_steps, gpointer data,
                   GDestroyNotify destroy, GError **error)
{
  TucePortions *self = g_new0 (TucePortions, 1);

  self->county = g_object_ref (county);
  self->step = step;
  self->n_steps = n_steps;
  self->data = data;
  self->destroy = destroy;
  self->edit = tuce_edit_begin (county, label, error);
  if (!self->edit)
    g_clear_pointer (&self, tuce_portions_free);
  return self;
}

void
tuce_portions_set_label (TucePortions *self, const char *label)
{
  tuce_edit_set_label (self->edit, label);
}

gboolean
tuce_portions_continue (TucePortions *self, guint milliseconds, gboolean *done, GError **error)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  if (!tuce_edit_may_go_on (self->edit, error))
    return FALSE;
  while (self->position < self->n_steps)
    {
      if (!self->step (self->county, self->edit, self->data, self->position++, error))
        return FALSE;
      if (g_get_monotonic_time () >= end)
        break;
    }
  *done = self->position == self->n_steps;
  return tuce_edit_judge (self->edit, error);
}

double
tuce_portions_fraction (const TucePortions *self)
{
  return self->n_steps ? (double) self->position / self->n_steps : 1;
}

gboolean
tuce_portions_finish (TucePortions *self, GError **error)
{
  return tuce_edit_commit (g_steal_pointer (&self->edit), error);
}

void
tuce_portions_free (TucePortions *self)
{
  g_clear_pointer (&self->edit, tuce_edit_abort);
  if (self->destroy)
    self->destroy (self->data);
  g_object_unref (self->county);
  g_free (self);
}

gboolean
tuce_portions_write_all (TucePortions *portions, GCancellable *cancellable, GError **error)
{
  g_autoptr (TucePortions) self = portions;
  gboolean done = FALSE;

  while (!done)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !tuce_portions_continue (self, PORTION, &done, error))
      return FALSE;
  return tuce_portions_finish (self, error);
}
