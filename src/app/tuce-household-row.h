/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

/**
 * TuceHouseholdRow:
 *
 * What a row of the household table stands for: an id and nothing else, so that any number of rows costs little.
 * The values are looked up when a row comes into view: see tuce_household_list_value().
 *
 * Signals:
 * ::changed   its values have to be looked up anew
 */
#define TUCE_TYPE_HOUSEHOLD_ROW (tuce_household_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceHouseholdRow, tuce_household_row, TUCE, HOUSEHOLD_ROW, GObject)

TuceHouseholdRow *tuce_household_row_new (gint64 id);
gint64 tuce_household_row_get_id (TuceHouseholdRow *row);
void tuce_household_row_changed (TuceHouseholdRow *row);
