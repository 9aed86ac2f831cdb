/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-sheet.h"

/**
 * tuce_sheet_find_async:
 * @forms: (element-type TuceForm)
 * @households: (transfer full): the households of scope and filter
 * @scope: (nullable): division code, for forms of other records
 *
 * Finds on a worker thread with a reader of its own which records each form would print.
 */
void tuce_sheet_find_async (TuceCounty *county, GPtrArray *forms, TuceQuery *households, const char *scope,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/** tuce_sheet_find_finish: Returns: (transfer full) (element-type GArray): the ids (gint64) by form, in order. */
GPtrArray *tuce_sheet_find_finish (GAsyncResult *result, GError **error);

/** tuce_sheet_stock_async: loads what maps and figures need on a worker thread with a reader of its own. */
void tuce_sheet_stock_async (TuceCounty *county, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
TuceSheetStock *tuce_sheet_stock_finish (GAsyncResult *result, GError **error);
