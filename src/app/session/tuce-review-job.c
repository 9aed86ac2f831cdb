/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-review-job.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"

#define JOB "tuce-job"

static void
on_cancelled (GCancellable *cancellable, TuceReview *review)
{
  tuce_review_stop (review);
}

static void
on_running (TuceReview *review, GParamSpec *spec, TuceWorkspace *workspace)
{
  TuceJob *job = g_object_get_data (G_OBJECT (review), JOB);
  g_autoptr (GCancellable) cancellable = NULL;

  if (job)
    {
      tuce_job_finish (job);
      g_object_set_data (G_OBJECT (review), JOB, NULL);
    }
  if (!tuce_review_get_running (review))
    return;
  cancellable = g_cancellable_new ();
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled), review, 0);
  job = tuce_workspace_begin_job (workspace, _("Checking all records"), cancellable);
  g_object_set_data_full (G_OBJECT (review), JOB, job, g_object_unref);
}

static void
on_fraction (TuceReview *review)
{
  TuceJob *job = g_object_get_data (G_OBJECT (review), JOB);
  double fraction;

  g_object_get (review, "fraction", &fraction, NULL);
  if (job)
    tuce_job_progress (fraction, job);
}

static void
report (TuceWorkspace *workspace, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);

  tuce_workspace_report_error (workspace, error);
}

static void
on_failure (TuceReview *review, GParamSpec *spec, TuceWorkspace *workspace)
{
  const char *failure = tuce_review_get_failure (review);

  if (failure)
    report (workspace, failure);
}

/* A pack left out as a whole: nothing of what it says is looked at until it is put right. */
static void
on_mistakes (TuceReview *review, GParamSpec *spec, TuceWorkspace *workspace)
{
  g_auto (GStrv) mistakes = NULL;

  g_object_get (review, "mistakes", &mistakes, NULL);
  if (mistakes && *mistakes)
    report (workspace, *mistakes);
}

void
tuce_review_job_watch (TuceReview *review, TuceWorkspace *workspace)
{
  g_return_if_fail (TUCE_IS_REVIEW (review));
  g_signal_connect_object (review, "notify::running", G_CALLBACK (on_running), workspace, 0);
  g_signal_connect_object (review, "notify::fraction", G_CALLBACK (on_fraction), review, 0);
  g_signal_connect_object (review, "notify::failure", G_CALLBACK (on_failure), workspace, 0);
  g_signal_connect_object (review, "notify::mistakes", G_CALLBACK (on_mistakes), workspace, 0);
  on_running (review, NULL, workspace);
  on_failure (review, NULL, workspace);
  on_mistakes (review, NULL, workspace);
}
