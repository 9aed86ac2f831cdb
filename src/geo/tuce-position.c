/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-position.h"

#include <math.h>

/* The constants of GCJ-02 (Krasovsky's ellipsoid) and of BD-09, as in published conversion code (npm gcj-tool 1.0.3). */
#define GCJ_A 6378245.0
#define GCJ_EE 0.00669342162296594323
#define BD_X_PI (G_PI * 3000.0 / 180.0)
#define BD_LON 0.0065
#define BD_LAT 0.006

/* Outside this rectangle GCJ-02 does not differ from WGS 84. */
static const TuceBox gcj_box = { 72.004, 0.8293, 137.8347, 55.8271 };

#define EARTH_RADIUS 6371008.8
#define INVERSE_LIMIT 1e-10
#define INVERSE_ROUNDS 50

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))

static double
wave (double x, double first, double second)
{
  return (20.0 * sin (x * G_PI) + first * sin (x / second)) * 2.0 / 3.0;
}

static double
gcj_shift_lat (double x, double y)
{
  double shift = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt (fabs (x));

  shift += (20.0 * sin (6.0 * x * G_PI) + 20.0 * sin (2.0 * x * G_PI)) * 2.0 / 3.0;
  shift += wave (y, 40.0, 3.0 / G_PI);
  shift += (160.0 * sin (y / 12.0 * G_PI) + 320.0 * sin (y * G_PI / 30.0)) * 2.0 / 3.0;
  return shift;
}

static double
gcj_shift_lon (double x, double y)
{
  double shift = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt (fabs (x));

  shift += (20.0 * sin (6.0 * x * G_PI) + 20.0 * sin (2.0 * x * G_PI)) * 2.0 / 3.0;
  shift += wave (x, 40.0, 3.0 / G_PI);
  shift += (150.0 * sin (x / 12.0 * G_PI) + 300.0 * sin (x / 30.0 * G_PI)) * 2.0 / 3.0;
  return shift;
}

static TucePosition
gcj_from_wgs84 (TucePosition p)
{
  double x = p.lon - 105.0, y = p.lat - 35.0;
  double sine = sin (RADIANS (p.lat));
  double magic = 1.0 - GCJ_EE * sine * sine;
  double root = sqrt (magic);

  if (!tuce_box_contains (&gcj_box, p))
    return p;
  p.lat += gcj_shift_lat (x, y) / RADIANS (GCJ_A * (1.0 - GCJ_EE) / (magic * root));
  p.lon += gcj_shift_lon (x, y) / RADIANS (GCJ_A / root * cos (asin (sine)));
  return p;
}

static TucePosition
bd_from_gcj (TucePosition p)
{
  double distance = hypot (p.lon, p.lat) + 0.00002 * sin (p.lat * BD_X_PI);
  double angle = atan2 (p.lat, p.lon) + 0.000003 * cos (p.lon * BD_X_PI);

  return (TucePosition){ distance * cos (angle) + BD_LON, distance * sin (angle) + BD_LAT };
}

TucePosition
tuce_position_from_wgs84 (TucePosition position, TuceDatum datum)
{
  switch (datum)
    {
    case TUCE_DATUM_GCJ02:
      return gcj_from_wgs84 (position);
    case TUCE_DATUM_BD09:
      return bd_from_gcj (gcj_from_wgs84 (position));
    case TUCE_DATUM_WGS84:
    default:
      return position;
    }
}

TucePosition
tuce_position_to_wgs84 (TucePosition position, TuceDatum datum)
{
  TucePosition guess = position;

  if (datum == TUCE_DATUM_WGS84)
    return position;

  /* There is no formula for the inverse. Both datums shift neighbouring places by nearly the same amount, so correcting the
   * guess by its error again and again converges. */
  for (guint i = 0; i < INVERSE_ROUNDS; i++)
    {
      TucePosition there = tuce_position_from_wgs84 (guess, datum);
      double lon = position.lon - there.lon, lat = position.lat - there.lat;

      guess.lon += lon;
      guess.lat += lat;
      if (fabs (lon) < INVERSE_LIMIT && fabs (lat) < INVERSE_LIMIT)
        break;
    }
  return guess;
}

double
tuce_position_distance (TucePosition from, TucePosition to)
{
  double lat = sin (RADIANS (to.lat - from.lat) / 2), lon = sin (RADIANS (to.lon - from.lon) / 2);
  double haversine = lat * lat + cos (RADIANS (from.lat)) * cos (RADIANS (to.lat)) * lon * lon;

  return 2 * EARTH_RADIUS * asin (sqrt (CLAMP (haversine, 0, 1)));
}

void
tuce_box_extend (TuceBox *box, TucePosition position)
{
  box->west = MIN (box->west, position.lon);
  box->east = MAX (box->east, position.lon);
  box->south = MIN (box->south, position.lat);
  box->north = MAX (box->north, position.lat);
}

void
tuce_box_join (TuceBox *box, const TuceBox *other)
{
  if (tuce_box_is_empty (other))
    return;
  box->west = MIN (box->west, other->west);
  box->east = MAX (box->east, other->east);
  box->south = MIN (box->south, other->south);
  box->north = MAX (box->north, other->north);
}

gboolean
tuce_box_is_empty (const TuceBox *box)
{
  return box->east < box->west || box->north < box->south;
}

gboolean
tuce_box_meets (const TuceBox *box, const TuceBox *other)
{
  return box->west <= other->east && other->west <= box->east && box->south <= other->north
         && other->south <= box->north;
}

gboolean
tuce_box_contains (const TuceBox *box, TucePosition position)
{
  return position.lon >= box->west && position.lon <= box->east && position.lat >= box->south
         && position.lat <= box->north;
}
