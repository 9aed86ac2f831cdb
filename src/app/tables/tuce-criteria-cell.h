/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-standards.h"
#include "tuce-verdict.h"

/**
 * TuceCriteriaCell:
 *
 * The results of one standard as small cells, one for each criterion in the pack's order: ✓ met, ✗ unmet, · not checked; each
 * with its word in the tooltip and for a screen reader.
 */
#define TUCE_TYPE_CRITERIA_CELL (tuce_criteria_cell_get_type ())
G_DECLARE_FINAL_TYPE (TuceCriteriaCell, tuce_criteria_cell, TUCE, CRITERIA_CELL, GtkWidget)

GtkWidget *tuce_criteria_cell_new (void);

/**
 * tuce_criteria_cell_set:
 * @pack: (nullable): the standard; without one nothing is shown
 * @results: as an assessment keeps them; "" where nothing was assessed
 */
void tuce_criteria_cell_set (TuceCriteriaCell *cell, TuceDictionary *dictionary, const TucePack *pack,
                             const char *results);

/** tuce_criteria_cell_describe: Gives what a cell tells in words: "H1 收入：达标" on a line for each criterion. */
char *tuce_criteria_cell_describe (TuceDictionary *dictionary, const TucePack *pack, const char *results);

/** tuce_result_paint: paints the sign of a result (✓ ✗ ·) centred at (@x, @y), @size units wide, with the current source. */
void tuce_result_paint (cairo_t *cairo, TuceResult result, double x, double y, double size);
