/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-write-job.h"

/* What the window is kept waiting at most. */
#define PORTION_MS 10

typedef struct
{
  TucePortions *write;
  TuceJob *job;
  TuceWritten written;
  GWeakRef owner;
} WriteJob;

static void
write_job_free (gpointer data)
{
  WriteJob *self = data;

  tuce_portions_free (self->write);
  tuce_job_finish (self->job);
  g_object_unref (self->job);
  g_weak_ref_clear (&self->owner);
  g_free (self);
}

static gboolean
write_portion (gpointer data)
{
  WriteJob *self = data;
  GCancellable *cancellable = tuce_job_get_cancellable (self->job);
  g_autoptr (GObject) owner = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error)
      && tuce_portions_continue (self->write, PORTION_MS, &done, &error) && !done)
    {
      tuce_job_progress (tuce_portions_fraction (self->write), self->job);
      return G_SOURCE_CONTINUE;
    }
  if (done)
    tuce_portions_finish (self->write, &error);
  owner = g_weak_ref_get (&self->owner);
  if (owner)
    self->written (error, owner);
  return G_SOURCE_REMOVE;
}

void
tuce_write_job (TucePortions *write, TuceJob *job, TuceWritten written, GObject *owner)
{
  WriteJob *self = g_new0 (WriteJob, 1);

  self->write = write;
  self->job = job;
  self->written = written;
  g_weak_ref_init (&self->owner, owner);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_portion, self, write_job_free);
}
