/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "tuce-tile-store.h"

/**
 * TuceMapLayer:
 * Shows a scene on a map of libshumate: tiles as they come, coarser ones standing in meanwhile; above them what is
 * selected, sites and flows, and the names.
 */
#define TUCE_TYPE_MAP_LAYER (tuce_map_layer_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapLayer, tuce_map_layer, TUCE, MAP_LAYER, ShumateLayer)

TuceMapLayer *tuce_map_layer_new (ShumateViewport *viewport);
/** tuce_map_layer_set_scene: @scene: (nullable); @focus: (nullable): which of its households stand out. */
void tuce_map_layer_set_scene (TuceMapLayer *layer, TuceScene *scene, TuceFocus *focus);
TuceScene *tuce_map_layer_get_scene (TuceMapLayer *layer); /* transfer none, nullable */
void tuce_map_layer_set_look (TuceMapLayer *layer, TuceLook look);
TuceLook tuce_map_layer_get_look (TuceMapLayer *layer);

/** tuce_map_layer_set_parts: which of TUCE_PAINT_TILE and TUCE_PAINT_NAMES are shown; at first all. */
void tuce_map_layer_set_parts (TuceMapLayer *layer, TucePaintParts parts);
TucePaintParts tuce_map_layer_get_parts (TuceMapLayer *layer);

/** tuce_map_layer_set_layers: which of the layers an office brought in are shown, as in TucePaintOptions; at first none. */
void tuce_map_layer_set_layers (TuceMapLayer *layer, guint layers);
guint tuce_map_layer_get_layers (TuceMapLayer *layer);

/** tuce_map_layer_set_overlay: @overlay: (nullable): sites and flows above the scene; @options: (nullable): without overlay. */
void tuce_map_layer_set_overlay (TuceMapLayer *layer, TuceOverlay *overlay, const TuceOverlayOptions *options);
TuceOverlay *tuce_map_layer_get_overlay (TuceMapLayer *layer); /* transfer none, nullable */
const TuceOverlayOptions *tuce_map_layer_get_overlay_options (TuceMapLayer *layer);

void tuce_map_layer_set_highlight (TuceMapLayer *layer, const char *place, gint64 household);

/** tuce_map_layer_get_view: what the layer shows now, in units of the widget. */
TuceView tuce_map_layer_get_view (TuceMapLayer *layer);
TuceTileStore *tuce_map_layer_get_tiles (TuceMapLayer *layer); /* transfer none */
