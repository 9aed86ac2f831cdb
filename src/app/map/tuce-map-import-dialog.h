/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

#include <gtk/gtk.h>

/**
 * TuceMapImportDialog:
 * Reads a file of geodata, asks what it holds (outlines of places, or a layer of the map), where their codes or names stand
 * and what its coordinates are in, says what an import would find, and does it. The answers are guessed from the file first.
 */
#define TUCE_TYPE_MAP_IMPORT_DIALOG (tuce_map_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceMapImportDialog, tuce_map_import_dialog, TUCE, MAP_IMPORT_DIALOG, GtkWindow)

/** tuce_map_import_dialog_new: over @parent, for the county open in @workspace. */
GtkWidget *tuce_map_import_dialog_new (TuceWorkspace *workspace, GtkWindow *parent, const char *path);

/** tuce_map_import_dialog_choose: asks for a file, then opens the dialog on it. */
void tuce_map_import_dialog_choose (TuceWorkspace *workspace, GtkWindow *parent);

/** tuce_map_import_dialog_is_busy: whether a worker reads or the import is under way. */
gboolean tuce_map_import_dialog_is_busy (TuceMapImportDialog *dialog);

/** tuce_map_import_dialog_get_part: Returns: (transfer none): "level", "key", "datum", "attribution", "keep", "found", "problem", "import" or "stop". */
GtkWidget *tuce_map_import_dialog_get_part (TuceMapImportDialog *dialog, const char *name);
