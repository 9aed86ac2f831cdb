/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-record-table.h"
#include "tuce-workspace.h"

/**
 * TuceVillagePage:
 *
 * The page 村: the villages, or the townships, of the scope as a table, with the cells of their standard, how many are
 * registered and poor, and the poverty incidence with its fraction. What is selected is on the card.
 *
 * As a TucePage it shows "(sm(siss))": "village" or "township", and maybe a condition (TUCE_CONDITION_VARIANT): only those
 * that meet it.
 *
 * ::activated: Enter or a double click on a place: somebody wants its card
 */
#define TUCE_TYPE_VILLAGE_PAGE (tuce_village_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceVillagePage, tuce_village_page, TUCE, VILLAGE_PAGE, GtkWidget)

GtkWidget *tuce_village_page_new (TuceWorkspace *workspace, TuceSettings *settings);

/** tuce_village_page_show: @level: "village" or "township"; @condition: (nullable) (transfer full): only those that meet it, of that level. */
void tuce_village_page_show (TuceVillagePage *page, const char *level, TuceCondition *condition);

/** tuce_village_page_get_table: Returns: (transfer none): the table of the level shown. */
TuceRecordTable *tuce_village_page_get_table (TuceVillagePage *page);

/** tuce_village_page_get_look: see tuce_looks_get(). */
const char *tuce_village_page_get_look (TuceVillagePage *page);
gboolean tuce_village_page_is_loading (TuceVillagePage *page);
