/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-sheet.h"

/**
 * tuce_sheet_print_operation_new:
 * @run: (transfer full): what to print
 *
 * Gives an operation that prints @run, paper and direction set from the form; pages are counted and drawn bit by bit.
 */
GtkPrintOperation *tuce_sheet_print_operation_new (TucePrintRun *run);

/**
 * tuce_sheet_save_async:
 * @ids: (element-type gint64)
 * @stock: (nullable): what maps and figures need, so that it need not be loaded again
 * @scope: what a sheet that lists all records says they were taken from
 *
 * Writes the sheets to the PDF @path, by tuce_read_async().
 */
void tuce_sheet_save_async (TuceForm *form, TuceCounty *county, GArray *ids, TuceSheetStock *stock, const char *scope,
                            const char *path,
                            TuceProgress progress, gpointer progress_data, GDestroyNotify destroy, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

/** tuce_sheet_save_finish: sets @n_pages. Returns: whether the file is there. */
gboolean tuce_sheet_save_finish (GAsyncResult *result, guint *n_pages, GError **error);
