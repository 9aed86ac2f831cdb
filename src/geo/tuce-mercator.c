/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-mercator.h"

#include <math.h>

#define EQUATOR_RADIUS 6378137.0
#define LAST_LATITUDE 85.0511287798066

TuceMercator
tuce_mercator_from_position (TucePosition position)
{
  double lat = CLAMP (position.lat, -LAST_LATITUDE, LAST_LATITUDE) * (G_PI / 180.0);

  return (TuceMercator){ (position.lon + 180.0) / 360.0, 0.5 - asinh (tan (lat)) / (2 * G_PI) };
}

TucePosition
tuce_mercator_to_position (TuceMercator point)
{
  return (TucePosition){ point.x * 360.0 - 180.0, atan (sinh (G_PI * (1 - 2 * point.y))) * (180.0 / G_PI) };
}

double
tuce_mercator_metres (double lat)
{
  return 2 * G_PI * EQUATOR_RADIUS * cos (lat * (G_PI / 180.0));
}
