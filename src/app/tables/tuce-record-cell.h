/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record-table.h"

/** tuce_record_cell_factory: Gives what makes the cells of the column @info of @table: labels, or marks for codes that have one. */
GtkListItemFactory *tuce_record_cell_factory (TuceRecordTable *table, const TuceRecordColumn *info);
