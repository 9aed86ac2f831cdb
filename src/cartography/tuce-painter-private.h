/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-painter.h"
#include "tuce-scene-private.h"

/* One painting under way. */
typedef struct
{
  cairo_t *cairo;
  TuceScene *scene;
  const TuceView *view;
  const TucePaintOptions *options;
  TuceLook look;
  double scale;      /* of letters, lines and marks */
  double zoom;       /* the effective one, by which things begin to be painted */
  double across;     /* units the square is wide */
  double left, top;  /* of the view, in units of the square */
  TuceExtent extent; /* what the view shows, and as far around as a mark reaches */
} TucePainting;

static inline void
tuce_painting_units (const TucePainting *painting, double x, double y, double *to_x, double *to_y)
{
  *to_x = x * painting->across - painting->left;
  *to_y = y * painting->across - painting->top;
}

/* Letters that are scaled down need a larger map to say the same. */
double tuce_effective_zoom (double zoom, double scale);

/* Which level's shares are painted at @zoom; FALSE where points are. */
gboolean tuce_shares_layer (double zoom, TuceSceneLayer *layer);
double tuce_shares_radius (const TucePlace *place, double scale);

/* Adds what an outline bounds to the path. */
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

/* Gives where legend, scale and north stand (cairo_rectangle_t): a name there would be cut. */
GArray *tuce_furniture_rooms (TucePainting *painting);
