/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-mercator.h"

/** TuceView: a rectangle of the Mercator square: its middle, its zoom, and its size in units (pixels or points). */
typedef struct
{
  TuceMercator centre;
  double zoom;          /* the square is 256 · 2^zoom units wide */
  double width, height; /* in units */
} TuceView;

/** tuce_view_fit: Gives the view of @width × @height units that shows all of @box with @margin units around it. */
TuceView tuce_view_fit (const TuceBox *box, double width, double height, double margin);

/** tuce_view_to_units: Sets @x and @y to the place of @point, in units from the top left corner of @view. */
void tuce_view_to_units (const TuceView *view, TuceMercator point, double *x, double *y);

/**
 * tuce_view_from_units:
 * Gives the point of the Mercator square at @x and @y, in units from the top left corner of @view.
 */
TuceMercator tuce_view_from_units (const TuceView *view, double x, double y);

/** tuce_view_box: Gives the extent of @view in degrees. */
TuceBox tuce_view_box (const TuceView *view);

/** tuce_view_metres_per_unit: Gives how many metres on the ground one unit is, in the middle of @view. */
double tuce_view_metres_per_unit (const TuceView *view);
