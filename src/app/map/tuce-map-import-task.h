/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-layer-import.h"
#include "tuce-outline-import.h"
#include "tuce-read.h"

/**
 * TuceMapImportChoice: what a file of geodata is taken as.
 * @layer: code of the list feature_layer: one of tuce_outline_levels() or of tuce_layer_kinds()
 * @key: (nullable): the attribute with the division codes of outlines; with the names of a layer, where it has them
 * @add: of a layer: what it holds stays
 * @attribution: (nullable): whom to name on the map
 */
typedef struct
{
  const char *layer;
  const char *key;
  gboolean add;
  const char *attribution;
} TuceMapImportChoice;

/** tuce_map_import_is_outline: whether @layer is one of outlines of places. */
gboolean tuce_map_import_is_outline (const char *layer);

/** tuce_map_import_load_async: tuce_outline_source_load() of the file at @path, by tuce_read_async(). */
void tuce_map_import_load_async (TuceCounty *county, const char *path, TuceDatum datum, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);

/**
 * tuce_map_import_found:
 * @reach: tuce_layer_reach() of the county
 * @any: (out): whether an import would take anything
 *
 * Gives the sentence that says what an import as @choice says would find. Quick.
 */
char *tuce_map_import_found (TuceOutlineSource *source, const TuceDictionary *dictionary, const TuceMapImportChoice *choice,
                             const TuceBox *reach, gboolean *any);

/**
 * tuce_map_import_async:
 * @source: (transfer full): the file, read
 * @choice: copied
 * @progress: (nullable): told 0…1, on the main thread
 *
 * Takes outlines as tuce_outline_import_new() says, or a layer as tuce_layer_import_new() does, as one edit: worked out on
 * a worker thread, written on this one in steps that nobody feels. Cancelled means that nothing was changed.
 */
void tuce_map_import_async (TuceCounty *county, TuceOutlineSource *source, const TuceMapImportChoice *choice,
                            TuceProgress progress, gpointer progress_data, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

/** tuce_map_import_finish: Gives the sentence that says what was taken; %NULL with @error when nothing was. */
char *tuce_map_import_finish (GAsyncResult *result, GError **error);
