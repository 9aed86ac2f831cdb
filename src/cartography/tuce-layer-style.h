/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-style.h"

/*
 * How the layers are painted that an office imports (data/cartography/layers.csv), in painting order. Areas are shown
 * by hatching and outline: names on them stay readable, and a copier keeps them. Read once; then they do not change;
 * any thread.
 */

/* A set of layers is a guint, which must have one bit for each. */
#define TUCE_MOST_LAYERS 16

typedef enum
{
  TUCE_SYMBOL_NONE,
  TUCE_SYMBOL_WARNING, /* for points: a triangle with an exclamation mark */
  TUCE_SYMBOL_FLAG,
  TUCE_SYMBOL_CROSS,
  TUCE_SYMBOL_WORKS,   /* for points: a roof with saw teeth */
  TUCE_SYMBOL_CASED    /* for lines: two edges with the land between them */
} TuceLayerSymbol;

typedef struct
{
  const char *layer; /* code of the list feature_layer */
  double colour[TUCE_N_LOOKS][3];
  double width;      /* of the outline or line, in units of the screen */
  double dash[4];
  guint n_dash;
  double hatch[2];   /* degrees, from the horizontal */
  guint n_hatch;
  double spacing;    /* between lines of the hatching */
  TuceLayerSymbol symbol;
  double size;       /* of the symbol */
  double from_zoom;
  gboolean visible;  /* by default; the user may hide it */
} TuceLayerStyle;

/** tuce_layer_style_count: Gives how many layers the table has. */
guint tuce_layer_style_count (void);

/**
 * tuce_layer_style_nth:
 * Gives the layer with this index, which must be less than tuce_layer_style_count(). Not to be freed.
 */
const TuceLayerStyle *tuce_layer_style_nth (guint index);

/** tuce_layer_style_find: Gives the index of the layer with this code, or -1 where the table does not have it. */
int tuce_layer_style_find (const char *layer);

/** tuce_layer_style_usual: Gives the set (bit 1 << index) of the layers that are visible by default. */
guint tuce_layer_style_usual (void);

/**
 * tuce_layer_style_paint_symbol:
 * Paints the symbol of a point around (@x, @y). @scale: how many times as large as the table says
 */
void tuce_layer_style_paint_symbol (cairo_t *cairo, const TuceLayerStyle *style, double x, double y, double scale,
                                    TuceLook look);

/**
 * tuce_layer_style_paint_swatch:
 * Paints a sample of the layer into the rectangle, for legends. @areas, @lines: whether the layer has any
 */
void tuce_layer_style_paint_swatch (cairo_t *cairo, const TuceLayerStyle *style, gboolean areas, gboolean lines, double x,
                                    double y, double width, double height, double scale, TuceLook look);
