/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-focus.h"
#include "tuce-layer-style.h"
#include "tuce-overlay.h"
#include "tuce-scene.h"
#include "tuce-style.h"

/**
 * The cartographer: paints a scene on any Cairo context: for a tile, a window, a PNG file or a sheet of paper. Any
 * thread.
 */

typedef enum
{
  TUCE_PAINT_BASE = 1 << 0,    /* background, the county and its neighbours */
  TUCE_PAINT_BORDERS = 1 << 1, /* outlines of townships and villages */
  TUCE_PAINT_RIVERS = 1 << 2,
  TUCE_PAINT_POINTS = 1 << 3,  /* points of households; at small scales, shares by village or township */
  TUCE_PAINT_NAMES = 1 << 4,   /* names of what is painted; none covers another */
  TUCE_PAINT_LEGEND = 1 << 5,
  TUCE_PAINT_SCALE = 1 << 6,   /* scale bar, the mark 示意 where a border is schematic, attribution */
  TUCE_PAINT_NORTH = 1 << 7,
  TUCE_PAINT_GROUND = TUCE_PAINT_BASE | TUCE_PAINT_BORDERS | TUCE_PAINT_RIVERS,
  TUCE_PAINT_TILE = TUCE_PAINT_GROUND | TUCE_PAINT_POINTS,
  TUCE_PAINT_ALL = 0xff
} TucePaintParts;

/**
 * TucePaintOptions:
 * @highlight_place: (nullable): code of a place to emphasise; its name, or that of its township, is placed first
 * @highlight_household: id of a household to put a ring around, or 0
 * @text_scale: the size of letters, lines and marks: 1 for a screen at 96 dpi, 0.75 for points of paper; 0 counts as 1.
 *   The zoom at which things begin to be painted shifts with it
 * @spot: (nullable): names avoid it, because something will be drawn around it
 * @focus: (nullable): which households stand out
 * @legend: (nullable) (element-type TuceLegendLine): used instead of the scene's own
 * @layers: which of the imported layers are painted: bits 1 << index, as tuce_layer_style_usual() gives them
 * @overlay: (nullable): sites and flows, painted above all that; names avoid them
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

/** tuce_paint: Paints @view of @scene with its top left corner at the origin of @cairo, clipped to the view. */
void tuce_paint (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TucePaintOptions *options);

/**
 * tuce_paint_png:
 * Paints @view into a PNG file at @path, which is replaced only when the new one is complete. %FALSE with @error when
 * it can't be written.
 */
gboolean tuce_paint_png (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, const char *path,
                         GError **error);

/** tuce_paint_middle: Paints the ring that shows what the keyboard acts on. */
void tuce_paint_middle (cairo_t *cairo, double x, double y, double radius, TuceLook look);

/**
 * tuce_paint_household_size:
 * Gives how wide a household's mark is at @zoom, in units; 0 where shares are painted instead.
 */
double tuce_paint_household_size (double zoom);

/** tuce_paint_reach: Gives how far a mark or ring may reach beyond its position at @zoom, in units. */
double tuce_paint_reach (double zoom);

/**
 * tuce_paint_scale_length:
 * @metres_per_unit: of the view
 * @most: the greatest length of the bar, in units
 * @label: (out) (transfer full): "500 m", "2 km"
 *
 * Gives the length, in units, of a scale bar that stands for a round number of metres.
 */
double tuce_paint_scale_length (double metres_per_unit, double most, char **label);
