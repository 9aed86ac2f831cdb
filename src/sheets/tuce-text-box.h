/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "tuce-form-model.h"

/** TuceInline: a drawn thing in a line of text, in place of one U+FFFC: a box to tick or a ruled blank. */
typedef struct
{
  gsize offset; /* bytes into the text */
  double width; /* points; 0 for a box, whose size is always the same */
  gboolean ticked;
} TuceInline;

/** TuceCellText: what a cell says on one sheet. */
typedef struct
{
  const char *text;
  const TuceInline *inlines;
  guint n_inlines;
} TuceCellText;

/**
 * TuceTextBox:
 * Sets text into cells with one PangoLayout: on one line; else smaller, down to 85 %; else wrapped; else wrapped and
 * smaller; else what has room, and the mark that it goes on elsewhere. Belongs to the thread that made it.
 */
typedef struct _TuceTextBox TuceTextBox;

/** tuce_text_box_new: @families: fonts, best first, by commas; the first that is installed is used. */
TuceTextBox *tuce_text_box_new (const char *families);
void tuce_text_box_free (TuceTextBox *box);

/** tuce_text_box_family: Returns: the family that is really used. */
const char *tuce_text_box_family (TuceTextBox *box);

/**
 * tuce_text_box_room:
 * Returns: how many bytes of @text have room in @cell at @at, with @mark behind them when that is not all.
 */
gsize tuce_text_box_room (TuceTextBox *box, const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text,
                          const char *mark);

/** tuce_text_box_draw: draws @text into @cell at @at, with the current source. */
void tuce_text_box_draw (TuceTextBox *box, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at,
                         const TuceCellText *text);
