/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-plan.h"

/**
 * TuceAdoptionDialog:
 *
 * Shows what adopting a scenario would change, before it does, and asks whether to.
 */
#define TUCE_TYPE_ADOPTION_DIALOG (tuce_adoption_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceAdoptionDialog, tuce_adoption_dialog, TUCE, ADOPTION_DIALOG, GtkWindow)

/** TuceAdoptionAccepted: the button was pressed. @adoption: (transfer full) */
typedef void (*TuceAdoptionAccepted) (TuceAdoption *adoption, gpointer owner);

/**
 * tuce_adoption_dialog_new:
 * @parent: (nullable)
 * @name: of the scenario
 * @adoption: (transfer full)
 * @owner: a GObject that is given to @accepted; where it is gone, nothing is done
 */
GtkWidget *tuce_adoption_dialog_new (GtkWindow *parent, const char *name, TuceAdoption *adoption,
                                     TuceAdoptionAccepted accepted, GObject *owner);

/** tuce_adoption_dialog_accept: presses the button. */
void tuce_adoption_dialog_accept (TuceAdoptionDialog *dialog);
