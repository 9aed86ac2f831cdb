/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-disposal-bar.h"
#include "tuce-finding-table.h"
#include "tuce-rule-list.h"
#include "tuce-workspace.h"

/**
 * TuceFindingPage:
 *
 * The page 疑点: the rules that found something in the scope, and their findings. Enter opens the record at the field where
 * it is put right; once that is saved and the finding gone, the next one is selected and has the focus. What somebody said
 * of findings, for one or many at once, is one edit.
 */
#define TUCE_TYPE_FINDING_PAGE (tuce_finding_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceFindingPage, tuce_finding_page, TUCE, FINDING_PAGE, GtkWidget)

GtkWidget *tuce_finding_page_new (TuceWorkspace *workspace);

/** tuce_finding_page_show: shows the findings in @state of @rule (%NULL: of all). */
void tuce_finding_page_show (TuceFindingPage *page, TuceFindingState state, const char *rule);

TuceListTable *tuce_finding_page_get_table (TuceFindingPage *page);
TuceCountList *tuce_finding_page_get_rules (TuceFindingPage *page);
TuceDisposalBar *tuce_finding_page_get_bar (TuceFindingPage *page);

/** tuce_finding_page_get_look: see tuce_looks_get(). */
const char *tuce_finding_page_get_look (TuceFindingPage *page);

/** tuce_finding_page_is_loading: whether a look at the findings is still on its way. */
gboolean tuce_finding_page_is_loading (TuceFindingPage *page);

/** tuce_finding_page_open: as Enter on the row at @position does. */
void tuce_finding_page_open (TuceFindingPage *page, guint position);
