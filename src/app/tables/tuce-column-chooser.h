/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-record-table.h"

/**
 * TuceColumnChooser:
 *
 * The popover in which the user ticks the columns of a household table, by the sections of the dictionary, with an
 * entry to find one, and ways to move a column, sort by it, and go back to the usual ones.
 */
#define TUCE_TYPE_COLUMN_CHOOSER (tuce_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TuceColumnChooser, tuce_column_chooser, TUCE, COLUMN_CHOOSER, GtkPopover)

GtkWidget *tuce_column_chooser_new (TuceRecordTable *table);
