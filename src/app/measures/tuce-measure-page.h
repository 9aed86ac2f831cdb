/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-department-list.h"
#include "tuce-due-table.h"

/**
 * TuceMeasurePage:
 *
 * The page 措施: what fills the gaps, and the ledger of problems: by department with the overdue first. A row that is
 * selected is on the card, where it is edited; several at once are done, cancelled or removed from the bar below.
 * As a TucePage it shows "(ss)": "measure" or "problem", and a department ("" for all).
 */
#define TUCE_TYPE_MEASURE_PAGE (tuce_measure_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceMeasurePage, tuce_measure_page, TUCE, MEASURE_PAGE, GtkWidget)

GtkWidget *tuce_measure_page_new (TuceWorkspace *workspace);

/**
 * tuce_measure_page_show: goes to one of its views.
 * @entity: "measure" or "problem"
 * @department: (nullable): %NULL for all
 */
void tuce_measure_page_show (TuceMeasurePage *page, const char *entity, const char *department);

/** tuce_measure_page_get_entity: Returns: "measure" or "problem": which view is shown. */
const char *tuce_measure_page_get_entity (TuceMeasurePage *page);
TuceListTable *tuce_measure_page_get_table (TuceMeasurePage *page);
TuceCountList *tuce_measure_page_get_departments (TuceMeasurePage *page);

/** tuce_measure_page_get_look: Returns: "list", "loading", "empty", "nothing" or "failed". */
const char *tuce_measure_page_get_look (TuceMeasurePage *page);
gboolean tuce_measure_page_is_loading (TuceMeasurePage *page);

/** tuce_measure_page_get_dialog: Returns: (nullable): the dialog that it opened last, while it is open. */
GtkWidget *tuce_measure_page_get_dialog (TuceMeasurePage *page);
