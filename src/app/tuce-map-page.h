/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/** TuceMapPage: the county as a map: click selects, the legend narrows, the scope fills the view. */
#define TUCE_TYPE_MAP_PAGE (tuce_map_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapPage, tuce_map_page, TUCE, MAP_PAGE, GtkWidget)

GtkWidget *tuce_map_page_new (TuceWorkspace *workspace);
