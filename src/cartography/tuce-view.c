/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-view.h"

#include <math.h>

#define TILE 256.0
/* A box as small as a single house is shown with its surroundings, at most at this zoom. */
#define CLOSEST_FIT 16.0

static double
units_across (double zoom)
{
  return TILE * exp2 (zoom);
}

TuceView
tuce_view_fit (const TuceBox *box, double width, double height, double margin)
{
  TuceMercator corner = tuce_mercator_from_position ((TucePosition){ box->west, box->north });
  TuceMercator other = tuce_mercator_from_position ((TucePosition){ box->east, box->south });
  double across = MAX (other.x - corner.x, 1e-12), down = MAX (other.y - corner.y, 1e-12);
  double room_across = MAX (width - 2 * margin, 1), room_down = MAX (height - 2 * margin, 1);
  double scale = MIN (room_across / across, room_down / down);

  if (tuce_box_is_empty (box))
    return (TuceView){ { 0.5, 0.5 }, 1, width, height };
  return (TuceView){
    .centre = { (corner.x + other.x) / 2, (corner.y + other.y) / 2 },
    .zoom = MIN (log2 (scale / TILE), CLOSEST_FIT),
    .width = width,
    .height = height,
  };
}

void
tuce_view_to_units (const TuceView *view, TuceMercator point, double *x, double *y)
{
  double scale = units_across (view->zoom);

  *x = (point.x - view->centre.x) * scale + view->width / 2;
  *y = (point.y - view->centre.y) * scale + view->height / 2;
}

TuceMercator
tuce_view_from_units (const TuceView *view, double x, double y)
{
  double scale = units_across (view->zoom);

  return (TuceMercator){ view->centre.x + (x - view->width / 2) / scale,
                         view->centre.y + (y - view->height / 2) / scale };
}

TuceBox
tuce_view_box (const TuceView *view)
{
  TucePosition corner = tuce_mercator_to_position (tuce_view_from_units (view, 0, 0));
  TucePosition other = tuce_mercator_to_position (tuce_view_from_units (view, view->width, view->height));

  return (TuceBox){ .west = corner.lon, .south = other.lat, .east = other.lon, .north = corner.lat };
}

double
tuce_view_metres_per_unit (const TuceView *view)
{
  return tuce_mercator_metres (tuce_mercator_to_position (view->centre).lat) / units_across (view->zoom);
}
