/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-painter.h"
#include "tuce-style.h"

#define TUCE_NAME_OF_SITE 0x80000000u

/** TucePlacedName: a name and the place of its box, in units of the view. */
typedef struct
{
  TuceStyleItem style;
  const char *text; /* owned by the scene or the overlay */
  guint index;      /* of the name in the scene; with TUCE_NAME_OF_SITE, of the site in the overlay */
  double x, y, width, height;
} TucePlacedName;

/**
 * tuce_names_place:
 * @options: the size of letters, and what is painted: names avoid rings only where rings are painted, and rivers and
 *   layers have names only where they are
 * @whole: leave out names that the edge of the view would cut
 *
 * Places names by importance. None covers another, and each avoids the rings of shares if it can. Which names are shown
 * depends on the zoom alone and not on the part in view, so that names do not jump while the map is moved.
 *
 * Returns: (transfer full) (element-type TucePlacedName): those that touch the view.
 */
GArray *tuce_names_place (TuceScene *scene, const TuceView *view, const TucePaintOptions *options,
                          gboolean whole);

/** tuce_names_paint: Paints one placed name with its halo, with the corner of its box at (@x, @y). */
void tuce_names_paint (cairo_t *cairo, const TucePlacedName *name, double x, double y, double scale, TuceLook look);
