/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-due-list.h"
#include "tuce-read.h"

/** tuce_due_find_async: makes the TuceDueList of @query (transfer full) as of today, on a worker thread: tuce_read_async(). */
void tuce_due_find_async (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
