/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TuceJob:
 *
 * Long work that runs on a thread of its own, as the status line shows it: title, how far it is, and a way to stop
 * it. Made by tuce_workspace_begin_job().
 *
 * Signals (on the main thread):
 * ::progressed   the fraction changed
 * ::finished
 */
#define TUCE_TYPE_JOB (tuce_job_get_type ())
G_DECLARE_FINAL_TYPE (TuceJob, tuce_job, TUCE, JOB, GObject)

/** tuce_job_new: @cancellable: (nullable): what stops it; without one the job can't be stopped. */
TuceJob *tuce_job_new (const char *title, GCancellable *cancellable);

const char *tuce_job_get_title (TuceJob *job);
GCancellable *tuce_job_get_cancellable (TuceJob *job); /* transfer none, may be NULL */
double tuce_job_get_fraction (TuceJob *job);
gboolean tuce_job_is_finished (TuceJob *job);

/** tuce_job_progress: a TuceProgress: @fraction 0…1 of the job @job, a TuceJob. From any thread; many calls become one signal. */
void tuce_job_progress (double fraction, gpointer job);

/** tuce_job_finish: the work ended, well or not. Main thread; harmless when called twice. */
void tuce_job_finish (TuceJob *job);
