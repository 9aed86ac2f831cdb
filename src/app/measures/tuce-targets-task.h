/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-measures.h"

/**
 * tuce_targets_find_async: see tuce_measures_targets(); on a worker thread with a reader of its own.
 * @households: (transfer full)
 * @standards: (nullable): kept as long as @rule of it is looked at
 */
void tuce_targets_find_async (TuceCounty *county, TuceQuery *households, TuceStandards *standards, const TuceRule *rule,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
TuceTargets *tuce_targets_find_finish (GAsyncResult *result, GError **error);
