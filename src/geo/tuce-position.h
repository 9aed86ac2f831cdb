/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** TucePosition: a place on the ground in WGS 84 degrees (CGCS2000 counts as the same: domain.md §10). */
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

/** The geographic datums that coordinates reach an office in. Grid coordinates are turned by exchange/. */
typedef enum
{
  TUCE_DATUM_WGS84, /* also CGCS2000 in degrees */
  TUCE_DATUM_GCJ02, /* AMap, Tencent, most phone apps */
  TUCE_DATUM_BD09   /* Baidu, and the poverty system */
} TuceDatum;

/** tuce_position_to_wgs84: Gives @position, stated in @datum, in WGS 84 (error below 1e-8 degrees). */
TucePosition tuce_position_to_wgs84 (TucePosition position, TuceDatum datum);

/** tuce_position_from_wgs84: Gives @position in @datum. */
TucePosition tuce_position_from_wgs84 (TucePosition position, TuceDatum datum);

/** tuce_position_distance: Gives metres along the great circle, R = 6371008.8 m (domain.md §3.8). */
double tuce_position_distance (TucePosition from, TucePosition to);

void tuce_box_extend (TuceBox *box, TucePosition position);
void tuce_box_join (TuceBox *box, const TuceBox *other);
gboolean tuce_box_is_empty (const TuceBox *box);
gboolean tuce_box_meets (const TuceBox *box, const TuceBox *other);
gboolean tuce_box_contains (const TuceBox *box, TucePosition position);
