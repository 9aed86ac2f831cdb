/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-cell-text.h"

/**
 * tuce_bound_value:
 * @row: number of the row in the list that @source belongs to
 *
 * Sets @value to the value of @source, which is of the register, of the figures of sites or of the verdicts. Returns:
 * whether it is known; never on a blank sheet or in an empty row.
 */
gboolean tuce_bound_value (const TuceCellContext *context, const TuceSource *source, guint row, TuceValue *value);

/** tuce_bound_append_value: Appends @value to @text in the style of @item. */
void tuce_bound_append_value (const TuceItem *item, const TuceValue *value, GString *text);

/**
 * tuce_bound_append_total:
 * Appends the sum over all rows, with a mark when some lack the figure; appends nothing when all lack it.
 */
void tuce_bound_append_total (const TuceCellContext *context, const TuceItem *item, GString *text);

/** tuce_bound_append_verdict: Appends the part of a verdict that @item asks for; nothing on a blank sheet. */
void tuce_bound_append_verdict (const TuceCellContext *context, const TuceItem *item, GString *text);
