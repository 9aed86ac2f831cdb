/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** TuceRepeatSlice: which rows of a repeat a table shows: @copies of them, the first being number @first. */
typedef struct
{
  guint copies;
  guint first;
} TuceRepeatSlice;

/**
 * tuce_form_place_table:
 * @slice: (nullable): for a table of the continuation: the rows to show now
 * @y: (inout): where the table begins, then where it ends
 *
 * Puts the cells of @table at their places in @layout. Rows whose cells do not fill the columns are refused.
 */
gboolean tuce_form_place_table (const TuceForm *form, const TuceFormTable *table, const TuceRepeatSlice *slice, double *y,
                                TucePageLayout *layout, GError **error);

/** tuce_form_place_margins: Puts header and footer into @layout. @top and @bottom: where the room between them begins and ends. */
gboolean tuce_form_place_margins (const TuceForm *form, TucePageLayout *layout, double *top, double *bottom, GError **error);

/** tuce_form_table_repeat: Returns: the row of @table that repeats, or %NULL. */
const TuceFormRow *tuce_form_table_repeat (const TuceFormTable *table);

/** tuce_form_table_height: Gives the height of @table with @copies of the row that repeats. */
double tuce_form_table_height (const TuceFormTable *table, guint copies);

/** tuce_form_lay_out_pages: places the cells of all pages. Refused: what is wider or higher than the paper. */
gboolean tuce_form_lay_out_pages (TuceForm *form, GError **error);
