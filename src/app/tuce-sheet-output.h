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
 * @scene: (nullable): what the maps are painted from, so that it need not be loaded again
 *
 * Writes the sheets to the PDF @path on a worker thread with a reader of its own.
 */
void tuce_sheet_save_async (TuceForm *form, TuceCounty *county, GArray *ids, TuceScene *scene, const char *path,
                            TuceProgress progress, gpointer progress_data, GDestroyNotify destroy, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

/** tuce_sheet_save_finish: sets @n_pages. Returns: whether the file is there. */
gboolean tuce_sheet_save_finish (GAsyncResult *result, guint *n_pages, GError **error);

/** tuce_sheet_scene_async: loads the scene of @county on a worker thread with a reader of its own. */
void tuce_sheet_scene_async (TuceCounty *county, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
TuceScene *tuce_sheet_scene_finish (GAsyncResult *result, GError **error);
