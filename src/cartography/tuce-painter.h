/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-scene.h"

/** The cartographer: paints a scene on any Cairo context, for a tile, a window, a PNG or a sheet of paper. Thread-safe. */

typedef enum
{
  TUCE_LOOK_LIGHT,
  TUCE_LOOK_DARK,
  TUCE_LOOK_PAPER /* black on white: lines and hatching carry the meaning */
} TuceLook;

typedef enum
{
  TUCE_PAINT_GROUND = 1 << 0, /* background, outlines, rivers */
  TUCE_PAINT_POINTS = 1 << 1, /* household points, or shares by village at small scales */
  TUCE_PAINT_NAMES = 1 << 2,  /* place names, none over another */
  TUCE_PAINT_LEGEND = 1 << 3,
  TUCE_PAINT_SCALE = 1 << 4,  /* scale bar, the 示意 mark where it applies, attribution */
  TUCE_PAINT_NORTH = 1 << 5,
  TUCE_PAINT_TILE = TUCE_PAINT_GROUND | TUCE_PAINT_POINTS,
  TUCE_PAINT_ALL = 0x3f
} TucePaintParts;

/**
 * TucePaintOptions:
 * @highlight_place: (nullable): code of a place to emphasise
 * @highlight_household: id of a household to ring, or 0
 */
typedef struct
{
  TuceLook look;
  TucePaintParts parts;
  const char *highlight_place;
  gint64 highlight_household;
  double text_scale; /* 1 for a screen at 96 dpi; 0 counts as 1 */
} TucePaintOptions;

/** tuce_paint: paints @view of @scene with its top left corner at the origin of @cairo, clipped to the view. */
void tuce_paint (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TucePaintOptions *options);

/** tuce_paint_png: paints @view into a PNG file at @path. */
gboolean tuce_paint_png (TuceScene *scene, const TuceView *view, const TucePaintOptions *options, const char *path,
                         GError **error);
