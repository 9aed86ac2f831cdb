/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-gate.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"

/* How often a waiting worker checks whether it was cancelled. */
#define BETWEEN_LOOKS (50 * G_TIME_SPAN_MILLISECOND)

struct _TuceGate
{
  gatomicrefcount references;
  char *path;

  GMutex mutex; /* protects all fields below; held for moments only, never while somebody writes */
  GCond left;   /* somebody left, or the window's side stopped waiting */
  GThread *inside;
  gboolean is_worker; /* whether a worker is inside */
  char *what;         /* what is being written, or NULL */
  gint64 since;       /* when it entered, in monotonic time */
  guint n_waiting;    /* how many entries of the window's side are waiting */
};

TuceGate *
tuce_gate_new (const char *path)
{
  TuceGate *self = g_new0 (TuceGate, 1);

  g_atomic_ref_count_init (&self->references);
  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->left);
  return self;
}

TuceGate *
tuce_gate_ref (TuceGate *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tuce_gate_unref (TuceGate *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->left);
  g_free (self->what);
  g_free (self->path);
  g_free (self);
}

const char *
tuce_gate_get_path (TuceGate *self)
{
  return self->path;
}

/* Enters the gate. To be called with the mutex held. */
static void
go_in (TuceGate *self, gboolean is_worker, const char *what)
{
  self->inside = g_thread_self ();
  self->is_worker = is_worker;
  self->what = g_strdup (what);
  self->since = g_get_monotonic_time ();
}

/* Sets @error to who is inside. To be called with the mutex held. Returns: FALSE. */
static gboolean
say_held (TuceGate *self, GError **error)
{
  if (self->what && *self->what)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD,
                 /* Translators: %s is an edit of the journal, “Import outlines from …” */
                 _("“%s” is being written: wait until it is done, then try again"), self->what);
  else if (self->is_worker)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("The program is keeping what it worked out: try again"));
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("Another edit is under way: try again"));
  return FALSE;
}

gboolean
tuce_gate_enter (TuceGate *self, const char *what, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gint64 end = g_get_monotonic_time () + TUCE_GATE_PATIENCE * G_TIME_SPAN_MILLISECOND;
  gboolean in_time = TRUE;

  self->n_waiting++;
  while (self->inside && self->is_worker && self->inside != g_thread_self () && in_time)
    in_time = g_cond_wait_until (&self->left, &self->mutex, end);
  self->n_waiting--;
  if (self->inside)
    {
      g_cond_broadcast (&self->left); /* workers wait as long as the window's side is waiting, so they have to look again */
      return say_held (self, error);
    }
  go_in (self, FALSE, what);
  return TRUE;
}

gboolean
tuce_gate_enter_worker (TuceGate *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (self->inside || self->n_waiting)
    {
      if (self->inside == g_thread_self ())
        return say_held (self, error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_cond_wait_until (&self->left, &self->mutex, g_get_monotonic_time () + BETWEEN_LOOKS);
    }
  go_in (self, TRUE, NULL);
  return TRUE;
}

gboolean
tuce_gate_is_over (TuceGate *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->n_waiting || g_get_monotonic_time () - self->since >= TUCE_GATE_SLICE * G_TIME_SPAN_MILLISECOND;
}

void
tuce_gate_leave (TuceGate *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_return_if_fail (self->inside == g_thread_self ());
  self->inside = NULL;
  g_clear_pointer (&self->what, g_free);
  g_cond_broadcast (&self->left);
}
