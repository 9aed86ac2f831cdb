/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-cell-text.h"

/**
 * tuce_bound_value:
 * @row: of the list that @source is of
 *
 * Sets @value to what a source of the register, of the boards or of the verdicts leads to. Returns: whether it is known:
 * not on a blank sheet, nor in a row nobody stands in.
 */
gboolean tuce_bound_value (const TuceCellContext *context, const TuceSource *source, guint row, TuceValue *value);

/** tuce_bound_append_value: Appends @value in the way @item says. */
void tuce_bound_append_value (const TuceItem *item, const TuceValue *value, GString *text);

/** tuce_bound_append_total: Appends the sum of all rows, marked when some lack the figure; nothing when all do. */
void tuce_bound_append_total (const TuceCellContext *context, const TuceItem *item, GString *text);

/** tuce_bound_append_verdict: Appends the part of a verdict that @item asks for; nothing on a blank sheet. */
void tuce_bound_append_verdict (const TuceCellContext *context, const TuceItem *item, GString *text);
