/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-choice-bar.h"
#include "tuce-figure-strip.h"
#include "tuce-record-table.h"
#include "tuce-stage-board.h"
#include "tuce-workspace.h"

/**
 * TuceRelocationPage:
 *
 * The page 搬迁: above, the resettlement sites by their stage; below, the figures of the site that is chosen, or of all who
 * move from the scope, and these households with their four red lines, or the villages they come from. A site, a household
 * or a village that is selected is on the card.
 *
 * ::activated: Enter or a double click: somebody wants the card
 */
#define TUCE_TYPE_RELOCATION_PAGE (tuce_relocation_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceRelocationPage, tuce_relocation_page, TUCE, RELOCATION_PAGE, GtkWidget)

GtkWidget *tuce_relocation_page_new (TuceWorkspace *workspace, TuceSettings *settings);

/** tuce_relocation_page_get_board: Returns: (transfer none): and so on: its parts, for tests. */
TuceStageBoard *tuce_relocation_page_get_board (TuceRelocationPage *page);
TuceFigureStrip *tuce_relocation_page_get_figures (TuceRelocationPage *page);
/** Keys: "all", "scattered", "unplaced", "site". */
TuceChoiceBar *tuce_relocation_page_get_whose (TuceRelocationPage *page);
/** Keys: "all", "waiting" (not moved in), or the code of a red line that is not met. */
TuceChoiceBar *tuce_relocation_page_get_filters (TuceRelocationPage *page);
/** Keys: "households", "origins". */
TuceChoiceBar *tuce_relocation_page_get_views (TuceRelocationPage *page);
/** The table that is shown: of households, or of villages. */
TuceRecordTable *tuce_relocation_page_get_table (TuceRelocationPage *page);

/** tuce_relocation_page_get_look: see tuce_looks_get(): of the lower list. */
const char *tuce_relocation_page_get_look (TuceRelocationPage *page);
/** tuce_relocation_page_get_board_look: likewise of the board. */
const char *tuce_relocation_page_get_board_look (TuceRelocationPage *page);
gboolean tuce_relocation_page_is_loading (TuceRelocationPage *page);

/** tuce_relocation_page_get_dialog: Returns: (nullable): the dialog that it opened last, while it is open. */
GtkWidget *tuce_relocation_page_get_dialog (TuceRelocationPage *page);
