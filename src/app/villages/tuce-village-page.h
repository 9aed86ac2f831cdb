/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record-page.h"

/**
 * TuceVillagePage:
 *
 * The page 村: the villages, or the townships, of the scope as a table, with the cells of their standard, how many are
 * registered and poor, and the poverty incidence with its fraction.
 */
#define TUCE_TYPE_VILLAGE_PAGE (tuce_village_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceVillagePage, tuce_village_page, TUCE, VILLAGE_PAGE, TuceRecordPage)

/** tuce_village_page_new: Gives the page; @kind: "villages" of data/pages.csv. */
GtkWidget *tuce_village_page_new (TuceWorkspace *workspace, TuceSettings *settings, const TucePageKind *kind);
