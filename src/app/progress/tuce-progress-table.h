/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-column-table.h"
#include "tuce-progress-task.h"

/**
 * TuceProgressTable:
 *
 * A row of three-part bars for each place: as a whole, and for each criterion of a standard; and its poverty incidence.
 *
 * ::opened (guint row, int criterion, int result): the list behind a part of a bar is asked for; criterion -1: as a whole
 */
#define TUCE_TYPE_PROGRESS_TABLE (tuce_progress_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceProgressTable, tuce_progress_table, TUCE, PROGRESS_TABLE, TuceColumnTable)

GtkWidget *tuce_progress_table_new (void);

/**
 * tuce_progress_table_set:
 * @found: (nullable): borrowed until the next call
 * @pack: (nullable): whose criteria are counted
 * @sum: what the first row is called
 */
void tuce_progress_table_set (TuceProgressTable *table, const TuceProgressFound *found, const TucePack *pack,
                              const char *sum, TuceDictionary *dictionary);
