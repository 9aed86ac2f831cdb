/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-position.h"

/*
 * Web Mercator on a unit square: x 0 at 180° W to 1 at 180° E, y 0 at the north edge (85.05° N) to 1 at the
 * south. Zoom z shows the square 256 · 2^z pixels wide. The same square serves tiles, screen and paper.
 */
typedef struct
{
  double x, y;
} TuceMercator;

/** tuce_mercator_from_position: Gives @position on the square; latitudes beyond 85.05° are moved to its edge. */
TuceMercator tuce_mercator_from_position (TucePosition position);

/** tuce_mercator_to_position: Gives the position that @point of the square stands for. */
TucePosition tuce_mercator_to_position (TuceMercator point);

/** tuce_mercator_metres: Gives how many metres on the ground one unit of the square is at latitude @lat (degrees). */
double tuce_mercator_metres (double lat);
