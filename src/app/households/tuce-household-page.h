/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record-page.h"

/**
 * TuceHouseholdPage:
 *
 * The page 户: the households of the workspace's scope, search and conditions as a table, with the conditions above it, how
 * many households and people they are, and what can be done for all of them at once.
 */
#define TUCE_TYPE_HOUSEHOLD_PAGE (tuce_household_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceHouseholdPage, tuce_household_page, TUCE, HOUSEHOLD_PAGE, TuceRecordPage)

/** tuce_household_page_new: Gives the page; @kind: "households" of data/pages.csv. */
GtkWidget *tuce_household_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind);

/**
 * tuce_household_page_enter:
 *
 * Puts the focus into the list, now and again when the query on its way has answered; a household that is the only one
 * found is selected then. For whoever searched and pressed Enter.
 */
void tuce_household_page_enter (TuceHouseholdPage *page);
