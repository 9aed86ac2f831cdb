/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

/**
 * tuce_review_job_watch:
 *
 * Shows the complete runs of @review in the status line as long as both live, each as a job with its progress and a way to
 * stop it, and reports why nothing could be reviewed.
 */
void tuce_review_job_watch (TuceReview *review, TuceWorkspace *workspace);
