/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "tuce-style.h"

/*
 * Marks: the shape, colours and word that stand for a state everywhere in the program (data/cartography/marks.csv).
 * Each code of a code list names its mark. A state is never shown by colour alone.
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
  double paper[3]; /* a shade of grey; the edge is black */
} TuceMark;

/**
 * tuce_mark_find:
 * Returns: (transfer none): the mark @name; the one for "unknown" where there is none of that name. Any thread.
 */
const TuceMark *tuce_mark_find (const char *name);

/** tuce_mark_count: Gives how many marks the file has. Any thread. */
guint tuce_mark_count (void);

/**
 * tuce_mark_nth:
 * Gives the mark with this index, in the order of the file; the last one for an index that is too large. Not to be
 * freed. Any thread.
 */
const TuceMark *tuce_mark_nth (guint index);

/** tuce_mark_index: Gives the index of @mark in the order of the file. @mark must come from one of these functions. */
guint tuce_mark_index (const TuceMark *mark);

/** tuce_mark_label: Gives its word in the program's language. Not to be freed. */
const char *tuce_mark_label (const TuceMark *mark);

/** tuce_mark_colour: Returns: (array fixed-size=3) (transfer none): red, green, blue for @look, each from 0 to 1. */
const double *tuce_mark_colour (const TuceMark *mark, TuceLook look);

/** tuce_mark_trace: Adds the outline of @mark to the path of @cairo, @size units wide around (@x, @y). */
void tuce_mark_trace (cairo_t *cairo, const TuceMark *mark, double x, double y, double size);

/** tuce_mark_paint_edged: Paints @mark in its colour for @look, on paper with a black edge. @scale: of that edge */
void tuce_mark_paint_edged (cairo_t *cairo, const TuceMark *mark, double x, double y, double size, double scale,
                            TuceLook look);

/** tuce_mark_paint: Paints @mark with its middle at (@x, @y), @size units wide, filled with the current source. */
void tuce_mark_paint (cairo_t *cairo, const TuceMark *mark, double x, double y, double size);
