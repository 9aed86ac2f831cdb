/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-job.h"

struct _TuceJob
{
  GObject parent_instance;

  char *title;
  GCancellable *cancellable;
  int permille; /* atomic: the worker writes, the main thread reads */
  int pending;  /* atomic: whether a signal is on its way */
  gboolean finished;
};

G_DEFINE_FINAL_TYPE (TuceJob, tuce_job, G_TYPE_OBJECT)

enum
{
  PROGRESSED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
tell_progress (gpointer data)
{
  TuceJob *self = data;

  g_atomic_int_set (&self->pending, 0);
  if (!self->finished)
    g_signal_emit (self, signals[PROGRESSED], 0);
  return G_SOURCE_REMOVE;
}

static void
tuce_job_finalize (GObject *object)
{
  TuceJob *self = TUCE_JOB (object);

  g_free (self->title);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (tuce_job_parent_class)->finalize (object);
}

static void
tuce_job_class_init (TuceJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tuce_job_finalize;

  signals[PROGRESSED] = g_signal_new ("progressed", TUCE_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", TUCE_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
}

static void
tuce_job_init (TuceJob *self)
{
}

TuceJob *
tuce_job_new (const char *title, GCancellable *cancellable)
{
  TuceJob *self = g_object_new (TUCE_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

const char *
tuce_job_get_title (TuceJob *self)
{
  g_return_val_if_fail (TUCE_IS_JOB (self), NULL);
  return self->title;
}

GCancellable *
tuce_job_get_cancellable (TuceJob *self)
{
  g_return_val_if_fail (TUCE_IS_JOB (self), NULL);
  return self->cancellable;
}

double
tuce_job_get_fraction (TuceJob *self)
{
  g_return_val_if_fail (TUCE_IS_JOB (self), 0);
  return g_atomic_int_get (&self->permille) / 1000.0;
}

gboolean
tuce_job_is_finished (TuceJob *self)
{
  g_return_val_if_fail (TUCE_IS_JOB (self), TRUE);
  return self->finished;
}

void
tuce_job_progress (double fraction, gpointer job)
{
  TuceJob *self = job;
  int permille = (int) (CLAMP (fraction, 0, 1) * 1000);

  g_return_if_fail (TUCE_IS_JOB (self));
  if (g_atomic_int_get (&self->permille) == permille)
    return;
  g_atomic_int_set (&self->permille, permille);
  if (g_atomic_int_compare_and_exchange (&self->pending, 0, 1))
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_progress, g_object_ref (self), g_object_unref);
}

void
tuce_job_finish (TuceJob *self)
{
  g_return_if_fail (TUCE_IS_JOB (self));
  if (self->finished)
    return;
  self->finished = TRUE;
  g_signal_emit (self, signals[FINISHED], 0);
}
