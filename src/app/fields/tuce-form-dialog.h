/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-value-form.h"

/**
 * TuceFormDialog:
 *
 * A small window that asks for some fields of one record and does one thing with them: a problem that is entered, the
 * day on which it was closed. What is refused is said in the window, which then stays open.
 */
#define TUCE_TYPE_FORM_DIALOG (tuce_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceFormDialog, tuce_form_dialog, TUCE, FORM_DIALOG, GtkWindow)

/** TuceFormDone: does what the button says with @record, the dialog's own copy as it was filled in. Returns: FALSE with @error for the window to say. */
typedef gboolean (*TuceFormDone) (TuceRecord *record, gpointer data, GError **error);

/**
 * tuce_form_dialog_new:
 * @parent: (nullable)
 * @sentence: (nullable): what this is about
 * @button: what it does
 * @record: copied
 * @owner: a GObject that is given to @done as its data; where it is gone, nothing is done
 */
GtkWidget *tuce_form_dialog_new (GtkWindow *parent, const char *title, const char *sentence, const char *button,
                                 TuceCounty *county, GPtrArray *fields, const TuceRecord *record, TuceFormDone done,
                                 GObject *owner);

TuceValueForm *tuce_form_dialog_get_form (TuceFormDialog *dialog);

/** tuce_form_dialog_accept: presses the button. */
void tuce_form_dialog_accept (TuceFormDialog *dialog);

/** tuce_form_dialog_get_problem: Returns: what was refused, "" for nothing. */
const char *tuce_form_dialog_get_problem (TuceFormDialog *dialog);
