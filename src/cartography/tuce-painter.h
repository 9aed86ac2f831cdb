/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-focus.h"
#include "tuce-layer-style.h"
#include "tuce-overlay.h"
#include "tuce-scene.h"
#include "tuce-style.h"

/** The cartographer: paints a scene on any Cairo context, for a tile, a window, a PNG or a sheet of paper. Thread-safe. */

typedef enum
{
  TUCE_PAINT_BASE = 1 << 0,    /* background, the county and its neighbours */
  TUCE_PAINT_BORDERS = 1 << 1, /* outlines of townships and villages */
  TUCE_PAINT_RIVERS = 1 << 2,
  TUCE_PAINT_POINTS = 1 << 3,  /* household points, or shares by village at small scales */
  TUCE_PAINT_NAMES = 1 << 4,   /* names of what is painted, none over another */
  TUCE_PAINT_LEGEND = 1 << 5,
  TUCE_PAINT_SCALE = 1 << 6,   /* scale bar, the 示意 mark where it applies, attribution */
  TUCE_PAINT_NORTH = 1 << 7,
  TUCE_PAINT_GROUND = TUCE_PAINT_BASE | TUCE_PAINT_BORDERS | TUCE_PAINT_RIVERS,
  TUCE_PAINT_TILE = TUCE_PAINT_GROUND | TUCE_PAINT_POINTS,
  TUCE_PAINT_ALL = 0xff
} TucePaintParts;

/**
 * TucePaintOptions:
 * @highlight_place: (nullable): code of a place to emphasise; its name, or that of its township, comes first
 * @highlight_household: id of a household to ring, or 0
 * @text_scale: how large letters, lines and marks are: 1 for a screen at 96 dpi, 0.75 for points of paper; 0 counts as 1.
 *   The zoom at which things begin to be painted shifts with it.
 * @spot: (nullable): names keep clear of what is going to be drawn around it
 * @focus: (nullable): which households stand out
 * @legend: (nullable) (element-type TuceLegendLine): instead of the scene's own
 * @layers: which of the layers an office brought in are painted: bits 1 << index, as tuce_layer_style_usual() gives them
 * @overlay: (nullable): sites and flows above all that; names keep clear of them
 * @overlay_options: of the overlay
 */
typedef struct
{
  TuceLook look;
  TucePaintParts parts;
  const char *highlight_place;
  gint64 highlight_household;
  double text_scale;
  const TucePosition *spot;
  TuceFocus *focus;
  GPtrArray *legend;
  guint layers;
  TuceOverlay *overlay;
  TuceOverlayOptions overlay_options;
} TucePaintOptions;

/** tuce_paint: paints @view of @scene with its top left corner at the origin of @cairo, clipped to the view. */
void tuce_paint (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TucePaintOptions *options);

/** tuce_paint_png: paints @view into a PNG file at @path, which is replaced only when the new one is whole. */
gboolean tuce_paint_png (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, const char *path,
                         GError **error);

/** tuce_paint_middle: paints the ring that says what the keyboard points at. */
void tuce_paint_middle (cairo_t *cairo, double x, double y, double radius, TuceLook look);

/** tuce_paint_household_size: Returns: how wide a household's mark is at @zoom, in units; 0 while shares stand for them. */
double tuce_paint_household_size (double zoom);

/** tuce_paint_reach: Returns: by how many units a mark or ring may reach beyond its own place at @zoom. */
double tuce_paint_reach (double zoom);

/**
 * tuce_paint_scale_length:
 * @metres_per_unit: of the view
 * @most: the longest the bar may be, in units
 * @label: (out) (transfer full): "500 m", "2 km"
 *
 * Returns: the length in units of a scale bar that stands for a round number of metres.
 */
double tuce_paint_scale_length (double metres_per_unit, double most, char **label);
