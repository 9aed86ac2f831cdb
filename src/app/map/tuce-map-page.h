/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-map-view.h"
#include "tuce-settings.h"
#include "tuce-workspace.h"

/**
 * TuceMapPage:
 * The page of the window that shows the county as a map: what is selected, what the scope is, the legend that narrows
 * what is shown, and how to bring in outlines where there are none. Properties "workspace", "settings".
 */
#define TUCE_TYPE_MAP_PAGE (tuce_map_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapPage, tuce_map_page, TUCE, MAP_PAGE, GtkWidget)

/** tuce_map_page_new: @settings: (nullable): remembers what is shown and how it is coloured. */
GtkWidget *tuce_map_page_new (TuceWorkspace *workspace, TuceSettings *settings);

/** tuce_map_page_get_view: Returns: (transfer none): the map itself. */
TuceMapView *tuce_map_page_get_view (TuceMapPage *page);

/** tuce_map_page_is_loading: whether a worker is reading what the map shows. */
gboolean tuce_map_page_is_loading (TuceMapPage *page);

/** tuce_map_page_get_part: Returns: (transfer none): "options", "menu", "hover", "legend", "key", "scale", "without-outlines" or "failure". */
GtkWidget *tuce_map_page_get_part (TuceMapPage *page, const char *name);
