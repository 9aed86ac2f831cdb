/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-map-layer.h"

/**
 * TuceMapView:
 * A scene on screen, to be moved and zoomed with mouse, touch and keyboard (arrows, + and -, Home for everything). While
 * the keyboard is used a ring marks the middle: Enter picks what lies there, the menu key or Shift+F10 asks for its menu.
 *
 * Signals:
 * ::picked (TuceHit *)                               a click on something, or (household 0, no codes) on nothing
 * ::hovered (TuceHit *, double x, double y)          the pointer rests on something else than before; likewise
 * ::menu-wanted (TuceHit *, double x, double y)      a right click; tuce_map_view_position_at() says where
 * ::moved                                            another part of the map is shown
 */
#define TUCE_TYPE_MAP_VIEW (tuce_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapView, tuce_map_view, TUCE, MAP_VIEW, GtkWidget)

GtkWidget *tuce_map_view_new (void);

/** tuce_map_view_set_scene: @scene: (nullable). What is in view stays so; the first scene is shown whole. */
void tuce_map_view_set_scene (TuceMapView *view, TuceScene *scene);

/** tuce_map_view_show: the same, with @focus: (nullable): which of its households stand out. */
void tuce_map_view_show (TuceMapView *view, TuceScene *scene, TuceFocus *focus);
TuceScene *tuce_map_view_get_scene (TuceMapView *view); /* transfer none, nullable */
void tuce_map_view_set_look (TuceMapView *view, TuceLook look);

/** tuce_map_view_set_parts: as tuce_map_layer_set_parts(). */
void tuce_map_view_set_parts (TuceMapView *view, TucePaintParts parts);
/** tuce_map_view_set_layers: as tuce_map_layer_set_layers(). */
void tuce_map_view_set_layers (TuceMapView *view, guint layers);

/**
 * tuce_map_view_set_overlay:
 * @overlay: (nullable): sites and flows to show above the scene; they can be picked, and TuceHit names them
 * @options: (nullable): what of it; may be %NULL without @overlay
 */
void tuce_map_view_set_overlay (TuceMapView *view, TuceOverlay *overlay, const TuceOverlayOptions *options);
TuceOverlay *tuce_map_view_get_overlay (TuceMapView *view); /* transfer none, nullable */

TuceFocus *tuce_map_view_get_focus (TuceMapView *view); /* transfer none, nullable */

/** tuce_map_view_pick_middle: sets @hit to what lies in the middle of the map, where the keyboard points, and (@x, @y) to there. */
void tuce_map_view_pick_middle (TuceMapView *view, TuceHit *hit, double *x, double *y);

/** tuce_map_view_set_selection: @place: (nullable): code of the place to outline; @household: to ring, or 0. */
void tuce_map_view_set_selection (TuceMapView *view, const char *place, gint64 household);

/** tuce_map_view_fit_box: shows @box whole, now or as soon as the widget has a size; and again at every new size until somebody moves the map. */
void tuce_map_view_fit_box (TuceMapView *view, const TuceBox *box);

/** tuce_map_view_reveal: brings @position into view unless it is; @zoom: at least this close. */
void tuce_map_view_reveal (TuceMapView *view, TucePosition position, double zoom);
void tuce_map_view_zoom_by (TuceMapView *view, double levels);
void tuce_map_view_show_all (TuceMapView *view);

TuceView tuce_map_view_get_view (TuceMapView *view);
TucePosition tuce_map_view_position_at (TuceMapView *view, double x, double y);
TuceTileStore *tuce_map_view_get_tiles (TuceMapView *view); /* transfer none */
