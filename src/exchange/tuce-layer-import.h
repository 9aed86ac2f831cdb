/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"
#include "tuce-layer-kinds.h"

/**
 * TuceLayerImport:
 * A file of geodata on its way into a layer of a county's map. As with outlines, what takes time is done when it is
 * made, on any thread with a reader of the county; the writing is done bit by bit in an edit on the county's own thread.
 */
typedef struct _TuceLayerImport TuceLayerImport;

/**
 * tuce_layer_import_new:
 * @layer: one of tuce_layer_kinds()
 * @name: (nullable): the attribute that holds the names
 * @add: whether what the layer holds stays; else the file takes its place
 * @attribution: (nullable): whom to name on the map
 *
 * Refused when there is no such layer or attribute, when the layer can't hold anything that the file draws, and when all
 * of it lies outside the county.
 */
TuceLayerImport *tuce_layer_import_new (TuceGeodata *geodata, TuceCounty *county, const char *layer, const char *name,
                                        gboolean add, const char *attribution, GCancellable *cancellable, GError **error);
void tuce_layer_import_free (TuceLayerImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceLayerImport, tuce_layer_import_free)

/** tuce_layer_import_match: Returns: (transfer none): what is taken and what is passed over. */
const TuceLayerMatch *tuce_layer_import_match (const TuceLayerImport *import);
guint tuce_layer_import_n_replaced (const TuceLayerImport *import); /* features that go */

/** tuce_layer_import_write: Begins the edit that takes what was found, named for the layer and the file. @import must stay as long as it. */
TucePortions *tuce_layer_import_write (TuceLayerImport *import, TuceCounty *county, GError **error);
