/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * TucePosition: a place on the ground in WGS 84 degrees. CGCS2000 is treated as the same: they differ by centimetres to a
 * decimetre (general knowledge, unconfirmed).
 */
typedef struct
{
  double lon;
  double lat;
} TucePosition;

/** TuceBox: a rectangle of positions; empty when east < west. */
typedef struct
{
  double west, south, east, north;
} TuceBox;

#define TUCE_BOX_EMPTY ((TuceBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

/** The datums of coordinates in degrees that an office may receive. Coordinates on a grid are converted in exchange/. */
typedef enum
{
  TUCE_DATUM_WGS84, /* also CGCS2000 in degrees */
  TUCE_DATUM_GCJ02, /* AMap, Tencent, most phone apps */
  TUCE_DATUM_BD09   /* Baidu, and the poverty system */
} TuceDatum;

/** tuce_position_to_wgs84: Gives @position, whose coordinates are in @datum, in WGS 84 (error below 1e-8 degrees). */
TucePosition tuce_position_to_wgs84 (TucePosition position, TuceDatum datum);

/** tuce_position_from_wgs84: Gives @position in @datum. */
TucePosition tuce_position_from_wgs84 (TucePosition position, TuceDatum datum);

/** tuce_position_distance: Gives metres along the great circle on a sphere of R = 6371008.8 m, the mean radius of WGS 84. */
double tuce_position_distance (TucePosition from, TucePosition to);

/** tuce_box_extend: Enlarges @box so that it contains @position. */
void tuce_box_extend (TuceBox *box, TucePosition position);

/** tuce_box_join: Enlarges @box so that it contains @other; an empty @other changes nothing. */
void tuce_box_join (TuceBox *box, const TuceBox *other);

/** tuce_box_is_empty: Returns: whether @box contains no position. */
gboolean tuce_box_is_empty (const TuceBox *box);

/** tuce_box_meets: Returns: whether the two boxes overlap or touch. */
gboolean tuce_box_meets (const TuceBox *box, const TuceBox *other);

/** tuce_box_contains: Returns: whether @position is inside @box or on its edge. */
gboolean tuce_box_contains (const TuceBox *box, TucePosition position);
