/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-map-layer.h"

/**
 * TuceMapView:
 * A map one can pan, zoom and point at, with the layer that shows a county. Arrow keys move it, + and − zoom.
 *
 * Signals:
 * ::picked (TuceHit *hit, guint button, double x, double y)
 * ::hovered (TuceHit *hit, double x, double y): @hit is %NULL when the pointer left or nothing is there
 */
#define TUCE_TYPE_MAP_VIEW (tuce_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapView, tuce_map_view, TUCE, MAP_VIEW, GtkWidget)

GtkWidget *tuce_map_view_new (void);
TuceMapLayer *tuce_map_view_get_layer (TuceMapView *view); /* transfer none */

/** tuce_map_view_fit: shows @box whole; kept for later when the view has no size yet. */
void tuce_map_view_fit (TuceMapView *view, const TuceBox *box);
void tuce_map_view_zoom_by (TuceMapView *view, double steps);
