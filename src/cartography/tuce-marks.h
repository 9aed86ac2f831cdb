/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

/*
 * Marks: the shape, colours and word that stand for a state everywhere (data/cartography/marks.csv; screens.md,
 * "Words, numbers, colours"). Codes of a code list name their mark; state is never told by colour alone.
 */
typedef enum
{
  TUCE_MARK_CIRCLE,
  TUCE_MARK_RING,
  TUCE_MARK_TRIANGLE,
  TUCE_MARK_TRIANGLE_DOWN,
  TUCE_MARK_DIAMOND,
  TUCE_MARK_SQUARE
} TuceMarkShape;

typedef struct
{
  const char *name;
  TuceMarkShape shape;
  double light[3];
  double dark[3];
} TuceMark;

/** tuce_mark_find: Returns: (transfer none): the mark @name; the one for "unknown" where there is none. Thread-safe. */
const TuceMark *tuce_mark_find (const char *name);

/** tuce_mark_paint: paints @mark centred at (@x, @y), @size units wide, filled with the current source. */
void tuce_mark_paint (cairo_t *cairo, const TuceMark *mark, double x, double y, double size);
