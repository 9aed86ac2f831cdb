/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-due-list.h"

/** tuce_due_find_async: makes the list of @query (transfer full) as of today, on a worker thread with a reader of its own. */
void tuce_due_find_async (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
TuceDueList *tuce_due_find_finish (GAsyncResult *result, GError **error);
