/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/**
 * TuceTableRow:
 *
 * What a row of a table stands for: an id. In a table of records that is all, so that any number of rows costs little: the
 * values are looked up when a row comes into view.
 *
 * Signals:
 * ::changed   its values have to be looked up anew
 */
#define TUCE_TYPE_TABLE_ROW (tuce_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceTableRow, tuce_table_row, TUCE, TABLE_ROW, GObject)

/** tuce_table_row_new: Gives a row with @id. */
TuceTableRow *tuce_table_row_new (gint64 id);

/** tuce_table_row_get_id: Returns: the id it was made with. */
gint64 tuce_table_row_get_id (TuceTableRow *row);

/** tuce_table_row_changed: has the cells that show it look again. */
void tuce_table_row_changed (TuceTableRow *row);
