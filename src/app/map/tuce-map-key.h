/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-painter.h"
#include "tuce-settings.h"

/**
 * TuceMapKey:
 * What the symbols of sites and the hatchings of layers mean, of those that are shown; folds away, and remembers it.
 * Hides itself where there is nothing to explain.
 */
#define TUCE_TYPE_MAP_KEY (tuce_map_key_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapKey, tuce_map_key, TUCE, MAP_KEY, GtkBox)

/** tuce_map_key_set_settings: @settings: (nullable): takes up whether it was folded away. */
void tuce_map_key_set_settings (TuceMapKey *key, TuceSettings *settings);

/**
 * tuce_map_key_show:
 * @scene: (nullable)
 * @layers: the layers that are shown, as in TucePaintOptions
 * @overlay: (nullable): whose sites are shown
 * @zoom: at which; layers that are not painted yet need no explanation
 */
void tuce_map_key_show (TuceMapKey *key, TuceScene *scene, guint layers, TuceOverlay *overlay, double zoom);

/** tuce_map_key_set_room: @height: of the map, in pixels: until somebody folds or opens the key it is open where there is room. */
void tuce_map_key_set_room (TuceMapKey *key, double height);
void tuce_map_key_set_look (TuceMapKey *key, TuceLook look);
