/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-painter.h"
#include "tuce-scene-private.h"

/* The state of one painting. */
typedef struct
{
  cairo_t *cairo;
  TuceScene *scene;
  const TuceView *view;
  const TucePaintOptions *options;
  TuceLook look;
  double scale;      /* of letters, lines and marks */
  double zoom;       /* the effective one (tuce_effective_zoom()): it decides what is painted */
  double across;     /* width of the Mercator square in units */
  double left, top;  /* of the view, in units of the square */
  TuceExtent extent; /* what the view shows, plus the reach of a mark on each side */
} TucePainting;

static inline void
tuce_painting_units (const TucePainting *painting, double x, double y, double *to_x, double *to_y)
{
  *to_x = x * painting->across - painting->left;
  *to_y = y * painting->across - painting->top;
}

/* Gives the zoom that decides what is painted: with smaller letters, the same things need a smaller zoom. */
double tuce_effective_zoom (double zoom, double scale);

/* Sets @layer to the level whose shares are painted at @zoom; FALSE where points are painted instead. */
gboolean tuce_shares_layer (double zoom, TuceSceneLayer *layer);
double tuce_shares_radius (const TucePlace *place, double scale);

/* Puts the area of an outline into the path. */
void tuce_painting_trace_outline (TucePainting *painting, const TuceOutline *outline);

void tuce_paint_ground (TucePainting *painting);          /* tuce-paint-ground.c */
void tuce_paint_layer_areas (TucePainting *painting);     /* tuce-paint-layers.c */
void tuce_paint_layer_lines (TucePainting *painting);
void tuce_paint_layer_points (TucePainting *painting);
void tuce_paint_place_highlight (TucePainting *painting);
void tuce_paint_points (TucePainting *painting);          /* tuce-paint-points.c */
void tuce_paint_household_highlight (TucePainting *painting);
void tuce_paint_legend (TucePainting *painting);          /* tuce-paint-furniture.c */
void tuce_paint_scale (TucePainting *painting);
void tuce_paint_north (TucePainting *painting);

/* Gives the places of legend, scale and north arrow (cairo_rectangle_t): names avoid them, or they would be cut. */
GArray *tuce_furniture_rooms (TucePainting *painting);
