/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "tuce-tile-store.h"

/**
 * TuceMapLayer:
 * Shows a scene on a map of libshumate. Tiles are shown as they are ready, coarser ones in their place until then; above them
 * what is selected, sites and flows, and the names. All its functions belong to the main thread.
 */
#define TUCE_TYPE_MAP_LAYER (tuce_map_layer_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapLayer, tuce_map_layer, TUCE, MAP_LAYER, ShumateLayer)

/** tuce_map_layer_new: Returns: (transfer floating): a layer without scene that shows what @viewport shows. */
TuceMapLayer *tuce_map_layer_new (ShumateViewport *viewport);

/**
 * tuce_map_layer_set_scene: Shows @scene (nullable) and highlights its households that are in @focus (nullable). Takes
 * references.
 */
void tuce_map_layer_set_scene (TuceMapLayer *layer, TuceScene *scene, TuceFocus *focus);

/** tuce_map_layer_get_scene: Returns: (transfer none) (nullable): the scene that is shown. */
TuceScene *tuce_map_layer_get_scene (TuceMapLayer *layer);

/** tuce_map_layer_set_look: Sets which set of colours the map is painted in. */
void tuce_map_layer_set_look (TuceMapLayer *layer, TuceLook look);

/** tuce_map_layer_get_look: Gives the look set by tuce_map_layer_set_look(). */
TuceLook tuce_map_layer_get_look (TuceMapLayer *layer);

/** tuce_map_layer_set_parts: Sets which of TUCE_PAINT_TILE and TUCE_PAINT_NAMES are shown; at first all. */
void tuce_map_layer_set_parts (TuceMapLayer *layer, TucePaintParts parts);

/** tuce_map_layer_get_parts: Gives the parts set by tuce_map_layer_set_parts(). */
TucePaintParts tuce_map_layer_get_parts (TuceMapLayer *layer);

/** tuce_map_layer_set_layers: Sets which of the layers that an office imported are shown, as in TucePaintOptions; at first none. */
void tuce_map_layer_set_layers (TuceMapLayer *layer, guint layers);

/** tuce_map_layer_get_layers: Gives the layers set by tuce_map_layer_set_layers(). */
guint tuce_map_layer_get_layers (TuceMapLayer *layer);

/**
 * tuce_map_layer_set_overlay: Shows the sites and flows of @overlay (nullable: none) above the scene, as @options say
 * (nullable where @overlay is).
 */
void tuce_map_layer_set_overlay (TuceMapLayer *layer, TuceOverlay *overlay, const TuceOverlayOptions *options);

/** tuce_map_layer_get_overlay: Returns: (transfer none) (nullable): the overlay that is shown. */
TuceOverlay *tuce_map_layer_get_overlay (TuceMapLayer *layer);

/** tuce_map_layer_get_overlay_options: Returns: (transfer none): the options with which the overlay is shown. */
const TuceOverlayOptions *tuce_map_layer_get_overlay_options (TuceMapLayer *layer);

/**
 * tuce_map_layer_set_highlight: Highlights the place with the code @place (nullable: none) and the household @household (0:
 * none).
 */
void tuce_map_layer_set_highlight (TuceMapLayer *layer, const char *place, gint64 household);

/** tuce_map_layer_get_view: Gives the part of the map that is shown now, in units of the widget. */
TuceView tuce_map_layer_get_view (TuceMapLayer *layer);

/** tuce_map_layer_get_tiles: Returns: (transfer none): the store of the tiles that are shown. */
TuceTileStore *tuce_map_layer_get_tiles (TuceMapLayer *layer);
