/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/**
 * TuceRecordRow:
 *
 * What a row of a table of records stands for: an id and nothing else, so that any number of rows costs little.
 * The values are looked up when a row comes into view: see tuce_record_list_value().
 *
 * Signals:
 * ::changed   its values have to be looked up anew
 */
#define TUCE_TYPE_RECORD_ROW (tuce_record_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceRecordRow, tuce_record_row, TUCE, RECORD_ROW, GObject)

TuceRecordRow *tuce_record_row_new (gint64 id);
gint64 tuce_record_row_get_id (TuceRecordRow *row);
void tuce_record_row_changed (TuceRecordRow *row);
