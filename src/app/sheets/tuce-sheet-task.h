/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-read.h"
#include "tuce-sheet.h"

/**
 * tuce_sheet_find_async:
 * @forms: (element-type TuceForm)
 * @households: (transfer full): the households of scope and filter
 * @scope: (nullable): division code, for forms of other records
 *
 * Finds which records each form would print: a GPtrArray of a GArray of ids (gint64) for each, in order, by
 * tuce_read_async().
 */
void tuce_sheet_find_async (TuceCounty *county, GPtrArray *forms, TuceQuery *households, const char *scope,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/** tuce_sheet_stocking: what maps and figures need: a TuceSheetStock. Asks nothing (%NULL). */
extern const TuceReadKind tuce_sheet_stocking;
