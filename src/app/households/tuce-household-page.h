/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-record-table.h"
#include "tuce-workspace.h"

/**
 * TuceHouseholdPage:
 *
 * The page 户: the households of the workspace's scope, search and conditions as a table, with the conditions above
 * it and the count. The ids come from a worker thread; looks for empty, loading, filtered to nothing and failed.
 *
 * Signals:
 * ::activated   Enter or a double click on a household: somebody wants its card
 */
#define TUCE_TYPE_HOUSEHOLD_PAGE (tuce_household_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceHouseholdPage, tuce_household_page, TUCE, HOUSEHOLD_PAGE, GtkBox)

GtkWidget *tuce_household_page_new (TuceWorkspace *workspace, TuceSettings *settings);

TuceRecordTable *tuce_household_page_get_table (TuceHouseholdPage *page);

/**
 * tuce_household_page_enter:
 *
 * Puts the focus into the list, now and again when the query on its way has answered; a household that is the only one
 * found is selected then. For whoever searched and pressed Enter.
 */
void tuce_household_page_enter (TuceHouseholdPage *page);

/** tuce_household_page_get_look: Returns: "table", "loading", "empty", "nothing" or "failed": what it shows now. */
const char *tuce_household_page_get_look (TuceHouseholdPage *page);

/** tuce_household_page_is_loading: whether a query is still on its way. */
gboolean tuce_household_page_is_loading (TuceHouseholdPage *page);
