/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceStatusLine:
 *
 * The one place for what is shown (scope, filter, households and people), what was just done (with its undo), and
 * what is still running (with a way to stop it).
 */
#define TUCE_TYPE_STATUS_LINE (tuce_status_line_get_type ())
G_DECLARE_FINAL_TYPE (TuceStatusLine, tuce_status_line, TUCE, STATUS_LINE, GtkBox)

/** tuce_status_line_set_workspace: once, before it is shown. */
void tuce_status_line_set_workspace (TuceStatusLine *line, TuceWorkspace *workspace);

/** tuce_status_line_get_shown, get_done: Returns: (transfer none): what it says, for tests. */
const char *tuce_status_line_get_shown (TuceStatusLine *line);
const char *tuce_status_line_get_done (TuceStatusLine *line);
