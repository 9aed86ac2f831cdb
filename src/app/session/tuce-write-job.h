/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"
#include "tuce-workspace.h"

/** TuceWritten: the edit is on disk; or it is not, with @error, and nothing was changed. */
typedef void (*TuceWritten) (const GError *error, gpointer owner);

/**
 * tuce_write_job:
 * @write: (transfer full)
 * @job: (transfer full): is told how far it is, cancels it, and is finished at the end
 * @owner: a GObject that is given to @written; where it is gone, the edit is still brought to its end
 *
 * Writes a long edit in portions while the main loop is idle, so that the window answers between two.
 */
void tuce_write_job (TucePortions *write, TuceJob *job, TuceWritten written, GObject *owner);
