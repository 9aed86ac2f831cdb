/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-value-form.h"
#include "tuce-workspace.h"

/**
 * TuceMoveDialog:
 *
 * All households now shown (a village's, a filter's) one step on in the exit procedure: which step, its fields once for
 * all, and beforehand how many pass and which are refused, each with the sentence why. One edit.
 */
#define TUCE_TYPE_MOVE_DIALOG (tuce_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceMoveDialog, tuce_move_dialog, TUCE, MOVE_DIALOG, GtkWindow)

/** tuce_move_dialog_new: Returns: %NULL with @error where the county has no exit procedure for households. */
GtkWidget *tuce_move_dialog_new (GtkWindow *parent, TuceWorkspace *workspace, GError **error);

/** tuce_move_dialog_choose: takes the step with @code. */
void tuce_move_dialog_choose (TuceMoveDialog *dialog, const char *code);
TuceValueForm *tuce_move_dialog_get_form (TuceMoveDialog *dialog);

/** tuce_move_dialog_get_count: Returns: the sentence with the numbers; get_n_refused: how many lines of refusals there are. */
const char *tuce_move_dialog_get_count (TuceMoveDialog *dialog);
guint tuce_move_dialog_get_n_refused (TuceMoveDialog *dialog);

/** tuce_move_dialog_is_busy: whether it is still looking, or recording. */
gboolean tuce_move_dialog_is_busy (TuceMoveDialog *dialog);

/** tuce_move_dialog_accept: presses the button. */
void tuce_move_dialog_accept (TuceMoveDialog *dialog);
