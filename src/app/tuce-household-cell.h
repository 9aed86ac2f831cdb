/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-household-table.h"

/** tuce_household_cell_factory: Gives what makes the cells of the column @info of @table: labels, or marks for codes that have one. */
GtkListItemFactory *tuce_household_cell_factory (TuceHouseholdTable *table, const TuceHouseholdColumn *info);
