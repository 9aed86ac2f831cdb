/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "tuce-style.h"

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
  TUCE_MARK_SQUARE,
  TUCE_MARK_DOT
} TuceMarkShape;

typedef struct
{
  const char *name;
  const char *label_en;
  const char *label_zh;
  TuceMarkShape shape;
  double light[3];
  double dark[3];
  double paper[3]; /* a shade of grey; edged in black */
} TuceMark;

/** tuce_mark_find: Returns: (transfer none): the mark @name; the one for "unknown" where there is none. Thread-safe. */
const TuceMark *tuce_mark_find (const char *name);

/** tuce_mark_count / tuce_mark_nth / tuce_mark_index: all marks, in the order of the file. */
guint tuce_mark_count (void);
const TuceMark *tuce_mark_nth (guint index);
guint tuce_mark_index (const TuceMark *mark);

/** tuce_mark_label: Returns: the word for it in the program's language. */
const char *tuce_mark_label (const TuceMark *mark);

/** tuce_mark_colour: Returns: (array fixed-size=3): red, green, blue for @look. */
const double *tuce_mark_colour (const TuceMark *mark, TuceLook look);

/** tuce_mark_trace: adds the outline of @mark, @size units wide around (@x, @y), to the path of @cairo. */
void tuce_mark_trace (cairo_t *cairo, const TuceMark *mark, double x, double y, double size);

/** tuce_mark_paint_edged: paints @mark in its colour for @look, on paper with a black edge; @scale: of that edge. */
void tuce_mark_paint_edged (cairo_t *cairo, const TuceMark *mark, double x, double y, double size, double scale,
                            TuceLook look);

/** tuce_mark_paint: paints @mark centred at (@x, @y), @size units wide, filled with the current source. */
void tuce_mark_paint (cairo_t *cairo, const TuceMark *mark, double x, double y, double size);
