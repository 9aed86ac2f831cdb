/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-binding.h"
#include "tuce-text-box.h"

/** TuceOverflow: a text that found no room in its cell, for the continuation. */
typedef struct
{
  const char *row; /* "3" for a text of a list's third record, else "" */
  const char *label;
  const char *text;
} TuceOverflow;

/**
 * TuceCellContext:
 * @bound: (nullable): the record; %NULL for what is the same on all sheets
 * @overflows: (element-type TuceOverflow) (nullable)
 *
 * Where the words of a cell are taken from.
 */
typedef struct
{
  const TuceBinding *binding;
  const TuceForm *form;
  const TuceBound *bound;
  GArray *overflows;
  guint page, n_pages; /* page from 0 */
} TuceCellContext;

/**
 * TuceCellWriter:
 * Turns the items of a cell into text. Reused from cell to cell; what it gives is good until the next cell.
 */
typedef struct
{
  GString *text;
  GArray *inlines; /* TuceInline */
} TuceCellWriter;

void tuce_cell_writer_init (TuceCellWriter *writer);
void tuce_cell_writer_clear (TuceCellWriter *writer);

/** tuce_cell_writer_write: Sets @text to what @placed says. */
void tuce_cell_writer_write (TuceCellWriter *writer, const TuceCellContext *context, const TucePlaced *placed,
                             TuceCellText *text);

/** tuce_cell_text_spell: Gives @text with boxes and blanks as characters (□ ☑ ____), for the continuation. */
char *tuce_cell_text_spell (const TuceCellText *text);

/** tuce_cell_label: Returns: what to call the cell on the continuation. */
const char *tuce_cell_label (const TuceCell *cell);
