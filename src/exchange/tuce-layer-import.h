/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"
#include "tuce-layer-kinds.h"

/**
 * TuceLayerImport:
 * A file of geodata to be imported as a layer of a county's map. As with outlines, the slow part, matching, is done by
 * tuce_layer_import_new() on any thread with a reader of the county; the writing is done in portions by an edit on the
 * county's own thread.
 */
typedef struct _TuceLayerImport TuceLayerImport;

/**
 * tuce_layer_import_new:
 * @layer: one of tuce_layer_kinds()
 * @name: (nullable): the attribute that holds the names
 * @add: whether the features that the layer holds now are kept; else those of the file replace them
 * @attribution: (nullable): whom to name on the map as the source
 *
 * Returns: (transfer full): the import, or %NULL with TUCE_ERROR_REFUSED when there is no such layer or attribute, when the
 * layer can't hold any shape of the file, and when all of the file is outside the county.
 */
TuceLayerImport *tuce_layer_import_new (TuceGeodata *geodata, TuceCounty *county, const char *layer, const char *name,
                                        gboolean add, const char *attribution, GCancellable *cancellable, GError **error);

/** tuce_layer_import_free: Frees @import, also when it was not written. */
void tuce_layer_import_free (TuceLayerImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceLayerImport, tuce_layer_import_free)

/** tuce_layer_import_match: Returns: (transfer none): how many features are taken and how many are left out. */
const TuceLayerMatch *tuce_layer_import_match (const TuceLayerImport *import);

/** tuce_layer_import_n_replaced: Gives how many features of the county the import deletes; 0 with @add. */
guint tuce_layer_import_n_replaced (const TuceLayerImport *import);

/**
 * tuce_layer_import_write: Begins the edit that writes the import; its label names the layer and the file. On the county's
 * own thread. Returns: (transfer full): the edit in portions, or %NULL with @error; @import must outlive it.
 */
TucePortions *tuce_layer_import_write (TuceLayerImport *import, TuceCounty *county, GError **error);
