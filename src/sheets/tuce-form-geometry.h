/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** TuceRepeatSlice: which rows of a repeat a table shows: @copies rows from number @first on. */
typedef struct
{
  guint copies;
  guint first;
} TuceRepeatSlice;

/**
 * tuce_form_place_table:
 * @slice: (nullable): for a table of the continuation: the rows to show now
 * @y: (inout): where the table begins, then where it ends; points
 *
 * Adds the cells of @table to @layout. %FALSE with @error where the cells of a row do not fill its columns.
 */
gboolean tuce_form_place_table (const TuceForm *form, const TuceFormTable *table, const TuceRepeatSlice *slice, double *y,
                                TucePageLayout *layout, GError **error);

/**
 * tuce_form_place_margins:
 * Adds header and footer to @layout. @top, @bottom: (out): where the space between them begins and ends, in points.
 * %FALSE with @error as tuce_form_place_table() does
 */
gboolean tuce_form_place_margins (const TuceForm *form, TucePageLayout *layout, double *top, double *bottom, GError **error);

/** tuce_form_table_repeat: Gives the row of @table that is repeated, or %NULL. Owned by the table. */
const TuceFormRow *tuce_form_table_repeat (const TuceFormTable *table);

/** tuce_form_table_height: Gives the height of @table with @copies of the repeated row, in points. */
double tuce_form_table_height (const TuceFormTable *table, guint copies);

/**
 * tuce_form_lay_out_pages:
 * Places the cells of all pages. %FALSE with @error where something is wider or higher than the paper.
 */
gboolean tuce_form_lay_out_pages (TuceForm *form, GError **error);
