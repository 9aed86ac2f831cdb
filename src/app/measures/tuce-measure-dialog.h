/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-value-form.h"
#include "tuce-workspace.h"

/**
 * TuceMeasureDialog:
 *
 * One measure for all households now shown: for which criterion, what, which department, who, by when. Says beforehand
 * for how many households it will be added, and how many are passed over because they have one already or need none.
 */
#define TUCE_TYPE_MEASURE_DIALOG (tuce_measure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceMeasureDialog, tuce_measure_dialog, TUCE, MEASURE_DIALOG, GtkWindow)

GtkWidget *tuce_measure_dialog_new (GtkWindow *parent, TuceWorkspace *workspace);

/** tuce_measure_dialog_choose: takes the criterion with @code, "" for none in particular. */
void tuce_measure_dialog_choose (TuceMeasureDialog *dialog, const char *code);
TuceValueForm *tuce_measure_dialog_get_form (TuceMeasureDialog *dialog);

/** tuce_measure_dialog_get_count: Returns: the sentence with the numbers. */
const char *tuce_measure_dialog_get_count (TuceMeasureDialog *dialog);
gboolean tuce_measure_dialog_is_counting (TuceMeasureDialog *dialog);

/** tuce_measure_dialog_accept: presses the button. */
void tuce_measure_dialog_accept (TuceMeasureDialog *dialog);
