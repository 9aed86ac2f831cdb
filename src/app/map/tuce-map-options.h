/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-painter.h"
#include "tuce-settings.h"

/**
 * TuceMapOptions:
 * What the map's marks stand for, and what of it is shown; remembered in the settings. Signals ::recoloured and
 * ::parts-changed.
 */
#define TUCE_TYPE_MAP_OPTIONS (tuce_map_options_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapOptions, tuce_map_options, TUCE, MAP_OPTIONS, GtkBox)

/** tuce_map_options_set_settings: @settings: (nullable): takes up what was chosen last time. */
void tuce_map_options_set_settings (TuceMapOptions *options, TuceSettings *settings);

const TuceColouring *tuce_map_options_get_colouring (TuceMapOptions *options);

/** tuce_map_options_get_parts: Returns: of TUCE_PAINT_TILE and TUCE_PAINT_NAMES. */
TucePaintParts tuce_map_options_get_parts (TuceMapOptions *options);

/** tuce_map_options_offer_layers: @lines: (nullable) (element-type TuceLayerLine): the layers there are to show or hide. */
void tuce_map_options_offer_layers (TuceMapOptions *options, GPtrArray *lines);

/** tuce_map_options_get_layers: Returns: the layers to be shown, as in TucePaintOptions. */
guint tuce_map_options_get_layers (TuceMapOptions *options);

/** tuce_map_options_show_layer: @index: in the table of layers. */
void tuce_map_options_show_layer (TuceMapOptions *options, guint index, gboolean shown);

/** tuce_map_options_get_sites: Returns: whether resettlement sites are to be shown. */
gboolean tuce_map_options_get_sites (TuceMapOptions *options);

/** tuce_map_options_show_part: @name: "outlines", "names", "households", "rivers" or "sites". */
void tuce_map_options_show_part (TuceMapOptions *options, const char *name, gboolean shown);
