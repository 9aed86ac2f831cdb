/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"
#include "tuce-overlay.h"
#include "tuce-scene.h"

/**
 * TuceSheetMap:
 * The maps of a run of sheets. The ground of a place is painted once, kept as a recording and replayed for each
 * household there, so that a thousand sheets of a village need only one map. To be used only on the thread that made
 * it.
 */
typedef struct _TuceSheetMap TuceSheetMap;

/**
 * tuce_sheet_map_new:
 * Gives a map that paints from @scene and reads from @county (it takes references to both). The caller owns it.
 */
TuceSheetMap *tuce_sheet_map_new (TuceScene *scene, TuceCounty *county);

/** tuce_sheet_map_free: Frees the map with its recordings. */
void tuce_sheet_map_free (TuceSheetMap *map);

/** tuce_sheet_map_set_sites: Sets the overlay of sites, so that it need not be read. Takes a reference. */
void tuce_sheet_map_set_sites (TuceSheetMap *map, TuceOverlay *sites);

/**
 * tuce_sheet_map_prepare:
 * @entity: "site", or "scenario" with its @id
 *
 * Reads the sites and flows to be painted above the ground, if they were not read before. %FALSE with @error when they
 * can't be read.
 */
gboolean tuce_sheet_map_prepare (TuceSheetMap *map, const char *entity, gint64 id, GError **error);

/**
 * tuce_sheet_map_draw:
 * @part: the county with the place marked; the place with a ring around the household; the place with its legend; or a
 *   site or scenario that was prepared
 * @place: code of the place; %NULL or "" leaves the cell white
 * @record: id of the household, site or scenario, or 0
 * @at: the cell
 */
void tuce_sheet_map_draw (TuceSheetMap *map, cairo_t *cairo, TuceMapPart part, const char *place, gint64 record,
                          const TuceRectangle *at);
