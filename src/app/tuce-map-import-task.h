/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-outline-import.h"

/** tuce_map_import_load_async: reads the file at @path for @county on a worker thread: tuce_outline_source_load(). */
void tuce_map_import_load_async (TuceCounty *county, const char *path, TuceDatum datum, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
TuceOutlineSource *tuce_map_import_load_finish (GAsyncResult *result, GError **error);

/**
 * tuce_map_import_async:
 * @source: (transfer full): the file, read
 * @attribution: (nullable): whom to name on the map
 * @progress: (nullable): told 0…1, on the main thread
 *
 * Takes the outlines as tuce_outline_import_new() says, as one edit: worked out on a worker thread, written on this one
 * in steps that nobody feels. Cancelled means that nothing was changed.
 */
void tuce_map_import_async (TuceCounty *county, TuceOutlineSource *source, const char *level, const char *key,
                            const char *attribution, TuceProgress progress, gpointer progress_data,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/** tuce_map_import_finish: Gives what was taken, for tuce_map_import_describe(); %NULL with @error when nothing was. */
TuceOutlineImport *tuce_map_import_finish (GAsyncResult *result, GError **error);

/** tuce_map_import_describe: Gives the sentence that says what happened. */
char *tuce_map_import_describe (const TuceOutlineImport *outlines);
