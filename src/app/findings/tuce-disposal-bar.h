/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-dictionary.h"

/**
 * TuceDisposalBar:
 *
 * How many findings are selected and what can be said of all of them at once: one button for each disposition, which asks
 * for the remark.
 *
 * ::dispose (char *disposition, char *handed_to, char *note): a code of the list "disposition"; the others may be ""
 */
#define TUCE_TYPE_DISPOSAL_BAR (tuce_disposal_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceDisposalBar, tuce_disposal_bar, TUCE, DISPOSAL_BAR, GtkWidget)

GtkWidget *tuce_disposal_bar_new (void);

/** tuce_disposal_bar_set_dictionary: (nullable): whose dispositions and labels there are. */
void tuce_disposal_bar_set_dictionary (TuceDisposalBar *bar, TuceDictionary *dictionary);

/** tuce_disposal_bar_set_selected: how many are selected; with none, or where nothing can be written, the buttons rest. */
void tuce_disposal_bar_set_selected (TuceDisposalBar *bar, guint selected, gboolean writable);
