/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-plan-task.h"
#include "tuce-workspace.h"

/**
 * TucePlanPage:
 *
 * The page 规划: scenarios, the map of the one that is chosen (and of another beside it), what it amounts to, its sites,
 * wishes, those not placed, the comparison of all, the schedule of sites.
 */
#define TUCE_TYPE_PLAN_PAGE (tuce_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (TucePlanPage, tuce_plan_page, TUCE, PLAN_PAGE, GtkWidget)

GtkWidget *tuce_plan_page_new (TuceWorkspace *workspace);

/** tuce_plan_page_get_found: Returns: (nullable) (transfer none): what is shown. */
const TucePlanFound *tuce_plan_page_get_found (TucePlanPage *page);

/** tuce_plan_page_is_busy: whether something is being read, worked out or written. */
gboolean tuce_plan_page_is_busy (TucePlanPage *page);

/** tuce_plan_page_choose: shows scenario @id, and @other beside it (0: none). */
void tuce_plan_page_choose (TucePlanPage *page, gint64 id, gint64 other);

/** tuce_plan_page_get_look: Returns: "list", "empty", "failed" or "loading". */
const char *tuce_plan_page_get_look (TucePlanPage *page);
