/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-binding.h"
#include "tuce-text-box.h"

/** TuceOverflow: a text, or the rest of one, that did not fit into its cell and goes on the continuation. */
typedef struct
{
  const char *row; /* "3" for a text of the third record of a list, else "" */
  const char *label;
  const char *text;
} TuceOverflow;

/**
 * TuceCellContext:
 * @bound: (nullable): the record; %NULL for what is the same on all sheets
 * @overflows: (element-type TuceOverflow) (nullable)
 *
 * Where the words of a cell come from.
 */
typedef struct
{
  const TuceBinding *binding;
  const TuceForm *form;
  const TuceBound *bound;
  GArray *overflows;
  guint page, n_pages; /* @page counts from 0 */
} TuceCellContext;

/**
 * TuceCellWriter:
 * Turns the items of a cell into text. It is reused for many cells; a text it gives is valid until the next cell.
 */
typedef struct
{
  GString *text;
  GArray *inlines; /* TuceInline */
} TuceCellWriter;

/** tuce_cell_writer_init: Prepares @writer; release it with tuce_cell_writer_clear(). */
void tuce_cell_writer_init (TuceCellWriter *writer);

/** tuce_cell_writer_clear: Frees what @writer holds, not @writer itself. */
void tuce_cell_writer_clear (TuceCellWriter *writer);

/** tuce_cell_writer_write: Sets @text to the words of the cell @placed. They are owned by @writer. */
void tuce_cell_writer_write (TuceCellWriter *writer, const TuceCellContext *context, const TucePlaced *placed,
                             TuceCellText *text);

/**
 * tuce_cell_text_spell:
 * Gives @text with boxes and blanks as characters (□ ☑ ____), for the continuation. The caller owns it.
 */
char *tuce_cell_text_spell (const TuceCellText *text);

/** tuce_cell_label: Gives the name that the continuation calls the cell by. Not to be freed. */
const char *tuce_cell_label (const TuceCell *cell);
