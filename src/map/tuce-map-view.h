/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-map-layer.h"

/**
 * TuceMapView:
 * A widget that shows a scene, which can be moved and zoomed with mouse, touch and keyboard (arrows, + and -, Home for the
 * whole scene). While the keyboard is used, a ring marks the middle: Enter picks what is there, the menu key or Shift+F10 asks
 * for its menu. All its functions belong to the main thread.
 *
 * Signals:
 * ::picked (TuceHit *)                               a click on something; on nothing: household 0 and no codes
 * ::hovered (TuceHit *, double x, double y)          the pointer is over something else than before; on nothing likewise
 * ::menu-wanted (TuceHit *, double x, double y)      a right click; tuce_map_view_position_at() gives the position
 * ::moved                                            another part of the map is shown
 */
#define TUCE_TYPE_MAP_VIEW (tuce_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapView, tuce_map_view, TUCE, MAP_VIEW, GtkWidget)

/** tuce_map_view_new: Returns: (transfer floating): a view without scene. */
GtkWidget *tuce_map_view_new (void);

/**
 * tuce_map_view_set_scene: Shows @scene (nullable). The part of the map in view does not change, except that the first scene
 * is shown whole.
 */
void tuce_map_view_set_scene (TuceMapView *view, TuceScene *scene);

/**
 * tuce_map_view_show: Shows @scene as tuce_map_view_set_scene() does, and highlights its households that are in @focus
 * (nullable).
 */
void tuce_map_view_show (TuceMapView *view, TuceScene *scene, TuceFocus *focus);

/** tuce_map_view_get_scene: Returns: (transfer none) (nullable): the scene that is shown. */
TuceScene *tuce_map_view_get_scene (TuceMapView *view);

/** tuce_map_view_set_look: Sets which set of colours the map is painted in. */
void tuce_map_view_set_look (TuceMapView *view, TuceLook look);

/** tuce_map_view_set_parts: Does what tuce_map_layer_set_parts() does. */
void tuce_map_view_set_parts (TuceMapView *view, TucePaintParts parts);

/** tuce_map_view_set_layers: Does what tuce_map_layer_set_layers() does. */
void tuce_map_view_set_layers (TuceMapView *view, guint layers);

/**
 * tuce_map_view_set_overlay:
 * @overlay: (nullable): sites and flows to show above the scene; they can be picked, and TuceHit names them
 * @options: (nullable): what of @overlay is shown; may be %NULL where @overlay is
 *
 * Shows @overlay above the scene.
 */
void tuce_map_view_set_overlay (TuceMapView *view, TuceOverlay *overlay, const TuceOverlayOptions *options);

/** tuce_map_view_get_overlay: Returns: (transfer none) (nullable): the overlay that is shown. */
TuceOverlay *tuce_map_view_get_overlay (TuceMapView *view);

/** tuce_map_view_get_focus: Returns: (transfer none) (nullable): the focus set by tuce_map_view_show(). */
TuceFocus *tuce_map_view_get_focus (TuceMapView *view);

/**
 * tuce_map_view_pick_middle: Sets @hit to what is in the middle of the map, which is where the keyboard points, and (@x, @y)
 * to that point of the widget.
 */
void tuce_map_view_pick_middle (TuceMapView *view, TuceHit *hit, double *x, double *y);

/**
 * tuce_map_view_set_selection: Outlines the place with the code @place (nullable: none) and draws a ring around the
 * household @household (0: none).
 */
void tuce_map_view_set_selection (TuceMapView *view, const char *place, gint64 household);

/**
 * tuce_map_view_fit_box: Shows the whole of @box, now or as soon as the widget has a size, and again whenever its size
 * changes, until the user moves the map.
 */
void tuce_map_view_fit_box (TuceMapView *view, const TuceBox *box);

/** tuce_map_view_reveal: Brings @position into view where it is not, at zoom level @zoom or closer. */
void tuce_map_view_reveal (TuceMapView *view, TucePosition position, double zoom);

/**
 * tuce_map_view_zoom_by: Zooms in by @levels (out where negative) to the nearest zoom that tiles are painted for, between
 * TUCE_MAP_MIN_ZOOM and TUCE_MAP_MAX_ZOOM.
 */
void tuce_map_view_zoom_by (TuceMapView *view, double levels);

/** tuce_map_view_show_all: Shows the whole scene, as tuce_map_view_fit_box() does; nothing without scene. */
void tuce_map_view_show_all (TuceMapView *view);

/** tuce_map_view_get_view: Gives the part of the map that is shown now, in units of the widget. */
TuceView tuce_map_view_get_view (TuceMapView *view);

/** tuce_map_view_position_at: Gives the position on the ground that is shown at (@x, @y) of the widget. */
TucePosition tuce_map_view_position_at (TuceMapView *view, double x, double y);

/** tuce_map_view_get_tiles: Returns: (transfer none): the store of the tiles that are shown. */
TuceTileStore *tuce_map_view_get_tiles (TuceMapView *view);
