/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-painter.h"
#include "tuce-style.h"

#define TUCE_NAME_OF_SITE 0x80000000u

/** TucePlacedName: a name and where its box stands, in units of the view. */
typedef struct
{
  TuceStyleItem style;
  const char *text; /* the scene's or the overlay's */
  guint index;      /* of the name in the scene; of the site in the overlay, and then with TUCE_NAME_OF_SITE */
  double x, y, width, height;
} TucePlacedName;

/**
 * tuce_names_place:
 * @options: how large letters are; what is painted: rings that are not need no room, rivers and layers that are not no name
 * @whole: leave out names that the edge of the view would cut
 *
 * Places names by importance, none over another and each clear of the rings of shares where it can be. Which names
 * stand depends on the zoom alone, not on what part is in view, so that none jumps while the map is moved.
 *
 * Returns: (transfer full) (element-type TucePlacedName): those that meet the view.
 */
GArray *tuce_names_place (TuceScene *scene, const TuceView *view, const TucePaintOptions *options,
                          gboolean whole);

/** tuce_names_paint: paints one placed name with its halo, its box's corner at (@x, @y). */
void tuce_names_paint (cairo_t *cairo, const TucePlacedName *name, double x, double y, double scale, TuceLook look);
