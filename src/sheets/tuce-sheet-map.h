/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"
#include "tuce-scene.h"

/**
 * TuceSheetMap:
 * The maps of a run of sheets. The ground of a place is painted once, kept as a recording and replayed for each
 * household there, so that a thousand sheets of a village cost one map. Belongs to the thread that made it.
 */
typedef struct _TuceSheetMap TuceSheetMap;

TuceSheetMap *tuce_sheet_map_new (TuceScene *scene, const char *county_code);
void tuce_sheet_map_free (TuceSheetMap *map);

/**
 * tuce_sheet_map_draw:
 * @part: the county with the place marked, the place with the household ringed, or the place with its legend
 * @place: code of the place; %NULL or "" leaves the cell white
 * @household: id of the household, or 0
 * @at: the cell
 */
void tuce_sheet_map_draw (TuceSheetMap *map, cairo_t *cairo, TuceMapPart part, const char *place, gint64 household,
                          const TuceRectangle *at);
