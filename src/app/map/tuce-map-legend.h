/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-scene.h"

/**
 * TuceMapLegend:
 * The states that occur, each with its mark and count; those by which the window is narrowed are pressed.
 * Signal ::chosen (char *code): a line was clicked.
 */
#define TUCE_TYPE_MAP_LEGEND (tuce_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapLegend, tuce_map_legend, TUCE, MAP_LEGEND, GtkBox)

/** tuce_map_legend_show: @lines: (nullable) (element-type TuceLegendLine): kept alive by the caller until the next call. */
void tuce_map_legend_show (TuceMapLegend *legend, GPtrArray *lines);

/** tuce_map_legend_set_counts: @counts: (nullable): code (utf8) → gint64 *: instead of the lines' own; a code that is not in it has none. */
void tuce_map_legend_set_counts (TuceMapLegend *legend, GHashTable *counts);

/** tuce_map_legend_set_pressed: @codes: (nullable): the codes by which the window is narrowed. */
void tuce_map_legend_set_pressed (TuceMapLegend *legend, const char *const *codes);
void tuce_map_legend_set_look (TuceMapLegend *legend, TuceLook look);
