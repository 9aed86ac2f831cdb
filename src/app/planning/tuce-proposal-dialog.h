/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-plan-task.h"
#include "tuce-workspace.h"

/**
 * TuceProposalDialog:
 *
 * Asks how many new sites are wanted, shows where they would best lie and why, and adds those that are ticked to the
 * scenario as candidates.
 */
#define TUCE_TYPE_PROPOSAL_DIALOG (tuce_proposal_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceProposalDialog, tuce_proposal_dialog, TUCE, PROPOSAL_DIALOG, GtkWindow)

/** tuce_proposal_dialog_new: @scenario: id of the record */
GtkWidget *tuce_proposal_dialog_new (GtkWindow *parent, TuceWorkspace *workspace, gint64 scenario);

/** tuce_proposal_dialog_look: presses the button that proposes; @n: how many. */
void tuce_proposal_dialog_look (TuceProposalDialog *dialog, guint n);
/** tuce_proposal_dialog_is_looking: whether places are still being looked for. */
gboolean tuce_proposal_dialog_is_looking (TuceProposalDialog *dialog);
/** tuce_proposal_dialog_n_ticked: Returns: how many are ticked. */
guint tuce_proposal_dialog_n_ticked (TuceProposalDialog *dialog);
/** tuce_proposal_dialog_accept: presses the button that adds them. */
void tuce_proposal_dialog_accept (TuceProposalDialog *dialog);
