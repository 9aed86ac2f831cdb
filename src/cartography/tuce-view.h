/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-mercator.h"

/** TuceView: a window onto the Mercator square: what is in its middle, how large, on how many units (pixels or points). */
typedef struct
{
  TuceMercator centre;
  double zoom;          /* the square is 256 · 2^zoom units wide */
  double width, height; /* in units */
} TuceView;

/** tuce_view_fit: Gives the view of @width × @height that shows @box whole with @margin units around it. */
TuceView tuce_view_fit (const TuceBox *box, double width, double height, double margin);
void tuce_view_to_units (const TuceView *view, TuceMercator point, double *x, double *y);
TuceMercator tuce_view_from_units (const TuceView *view, double x, double y);
TuceBox tuce_view_box (const TuceView *view);
double tuce_view_metres_per_unit (const TuceView *view);
