/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-style.h"

/*
 * How the layers that an office brings in are painted (data/cartography/layers.csv): what lies beneath comes first. Areas
 * are told by hatching and outline, which leave what lies on them legible and survive a copier. Loaded once, then
 * immutable; thread-safe.
 */

/* There are no more of them than bits in a set. */
#define TUCE_MOST_LAYERS 16

typedef enum
{
  TUCE_SYMBOL_NONE,
  TUCE_SYMBOL_WARNING, /* points: a triangle with a stroke in it */
  TUCE_SYMBOL_FLAG,
  TUCE_SYMBOL_CROSS,
  TUCE_SYMBOL_WORKS,   /* a roof of saw teeth */
  TUCE_SYMBOL_CASED    /* lines: two edges with the land between them */
} TuceLayerSymbol;

typedef struct
{
  const char *layer; /* code of the list feature_layer */
  double colour[TUCE_N_LOOKS][3];
  double width;      /* of outline or line, in units of the screen */
  double dash[4];
  guint n_dash;
  double hatch[2];   /* degrees, from the horizontal */
  guint n_hatch;
  double spacing;    /* of the hatching */
  TuceLayerSymbol symbol;
  double size;       /* of the symbol */
  double from_zoom;
  gboolean visible;  /* unless someone hides it */
} TuceLayerStyle;

guint tuce_layer_style_count (void);
const TuceLayerStyle *tuce_layer_style_nth (guint index);

/** tuce_layer_style_find: Returns: the index of the layer with this code, or -1 where it is none of the table. */
int tuce_layer_style_find (const char *layer);

/** tuce_layer_style_usual: Returns: the set (bit 1 << index) of those that are visible unless someone hides them. */
guint tuce_layer_style_usual (void);

/** tuce_layer_style_paint_symbol: paints the symbol of a point, @scale times as large as the table says, around (@x, @y). */
void tuce_layer_style_paint_symbol (cairo_t *cairo, const TuceLayerStyle *style, double x, double y, double scale,
                                    TuceLook look);

/** tuce_layer_style_paint_swatch: paints a sample of the layer, areas as they are hatched, in the rectangle: for legends. @areas, @lines: whether the layer has such. */
void tuce_layer_style_paint_swatch (cairo_t *cairo, const TuceLayerStyle *style, gboolean areas, gboolean lines, double x,
                                    double y, double width, double height, double scale, TuceLook look);
