/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "tuce-form-model.h"

/** TuceInline: something drawn in a line of text in place of one U+FFFC: a box to tick or a ruled blank. */
typedef struct
{
  gsize offset; /* bytes into the text */
  double width; /* points; 0 for a box, which always has the same size */
  gboolean ticked;
} TuceInline;

/** TuceCellText: the text of a cell on one sheet. */
typedef struct
{
  const char *text;
  const TuceInline *inlines;
  guint n_inlines;
} TuceCellText;

/**
 * TuceTextBox:
 * Sets text into cells with one PangoLayout. It tries one after the other: one line; one line in smaller letters, down
 * to 85 %; wrapped; wrapped in smaller letters; at last as much as fits, with the mark that it goes on elsewhere. To be
 * used only on the thread that made it.
 */
typedef struct _TuceTextBox TuceTextBox;

/**
 * tuce_text_box_new:
 * Gives a text box, which the caller owns. @families: font families, best first, separated by commas; the first one
 * that is installed is used
 */
TuceTextBox *tuce_text_box_new (const char *families);

/** tuce_text_box_free: Frees the text box. */
void tuce_text_box_free (TuceTextBox *box);

/** tuce_text_box_family: Gives the font family that is used. Owned by the text box. */
const char *tuce_text_box_family (TuceTextBox *box);

/**
 * tuce_text_box_room:
 * Gives how many bytes of @text fit into @cell at @at, with @mark after them when that is not all.
 */
gsize tuce_text_box_room (TuceTextBox *box, const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text,
                          const char *mark);

/** tuce_text_box_draw: Draws @text into @cell at @at, with the current source. */
void tuce_text_box_draw (TuceTextBox *box, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at,
                         const TuceCellText *text);
