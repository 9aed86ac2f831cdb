/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-scene.h"

/**
 * TuceMapLegend:
 * The states that occur, each with its mark and count. Signal ::chosen (char *code): a line was clicked.
 */
#define TUCE_TYPE_MAP_LEGEND (tuce_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapLegend, tuce_map_legend, TUCE, MAP_LEGEND, GtkBox)

/** tuce_map_legend_show: @lines: (nullable) (element-type TuceLegendLine): copied. */
void tuce_map_legend_show (TuceMapLegend *legend, GPtrArray *lines);
void tuce_map_legend_set_look (TuceMapLegend *legend, TuceLook look);
