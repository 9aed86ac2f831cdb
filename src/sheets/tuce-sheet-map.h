/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"
#include "tuce-overlay.h"
#include "tuce-scene.h"

/**
 * TuceSheetMap:
 * The maps of a run of sheets. The ground of a place is painted once, kept as a recording and replayed for each
 * household there, so that a thousand sheets of a village cost one map. Belongs to the thread that made it.
 */
typedef struct _TuceSheetMap TuceSheetMap;

TuceSheetMap *tuce_sheet_map_new (TuceScene *scene, TuceCounty *county);
void tuce_sheet_map_free (TuceSheetMap *map);

/** tuce_sheet_map_set_sites: what the sites are painted from, so that it need not be read. */
void tuce_sheet_map_set_sites (TuceSheetMap *map, TuceOverlay *sites);

/**
 * tuce_sheet_map_prepare:
 * @entity: "site", or "scenario" and its @id
 *
 * Reads what has to be painted above the ground, unless it is there.
 */
gboolean tuce_sheet_map_prepare (TuceSheetMap *map, const char *entity, gint64 id, GError **error);

/**
 * tuce_sheet_map_draw:
 * @part: the county with the place marked, the place with the household ringed, the place with its legend, or what was
 *   prepared of a site or scenario
 * @place: code of the place; %NULL or "" leaves the cell white
 * @record: id of the household, site or scenario, or 0
 * @at: the cell
 */
void tuce_sheet_map_draw (TuceSheetMap *map, cairo_t *cairo, TuceMapPart part, const char *place, gint64 record,
                          const TuceRectangle *at);
