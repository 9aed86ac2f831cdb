/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceNewCountyDialog:
 *
 * Asks for what a new county needs: which county of the bundled divisions, the year of its year records, and the file
 * to make.
 */
#define TUCE_TYPE_NEW_COUNTY_DIALOG (tuce_new_county_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TuceNewCountyDialog, tuce_new_county_dialog, TUCE, NEW_COUNTY_DIALOG, GtkWindow)

/** tuce_new_county_dialog_new: Gives it over @window, whose action "win.make-county" it activates when the answer is complete. */
GtkWidget *tuce_new_county_dialog_new (GtkWindow *window);
