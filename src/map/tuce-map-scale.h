/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-scene.h"

/** TuceMapScale: the scale bar, the word for schematic borders where any is in view, and whom to name. */
#define TUCE_TYPE_MAP_SCALE (tuce_map_scale_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapScale, tuce_map_scale, TUCE, MAP_SCALE, GtkBox)

/** tuce_map_scale_show: @scene: (nullable): hides itself without one. */
void tuce_map_scale_show (TuceMapScale *scale, TuceScene *scene, const TuceView *view);
