/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-dictionary.h"

/**
 * TuceMarkCell:
 *
 * A code as its mark: shape and colour, the word beside it where there is room, and in any case in the tooltip and
 * for a screen reader.
 */
#define TUCE_TYPE_MARK_CELL (tuce_mark_cell_get_type ())
G_DECLARE_FINAL_TYPE (TuceMarkCell, tuce_mark_cell, TUCE, MARK_CELL, GtkWidget)

GtkWidget *tuce_mark_cell_new (void);

/** tuce_mark_cell_set_code: @code: (nullable): the code; %NULL where the value is not known. */
void tuce_mark_cell_set_code (TuceMarkCell *cell, const TuceCode *code);

/** tuce_mark_cell_get_need: Returns: the width it would take for all of the word, or for the mark where the word has no room. */
int tuce_mark_cell_get_need (TuceMarkCell *cell);
