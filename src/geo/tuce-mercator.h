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

TuceMercator tuce_mercator_from_position (TucePosition position);
TucePosition tuce_mercator_to_position (TuceMercator point);

/** tuce_mercator_metres: Gives the metres on the ground that one unit of the square spans at latitude @lat. */
double tuce_mercator_metres (double lat);
