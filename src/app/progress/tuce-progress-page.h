/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-progress-task.h"
#include "tuce-workspace.h"

/**
 * TuceProgressPage:
 *
 * The page 进度: the year's dates with what remains to be done by them; for each township (in a township: village) of the
 * scope how many households, villages or townships are met, unmet and not checked, as a whole and by criterion, and the
 * poverty incidence; what is overdue, by department. Every bar opens the list behind it.
 */
#define TUCE_TYPE_PROGRESS_PAGE (tuce_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceProgressPage, tuce_progress_page, TUCE, PROGRESS_PAGE, GtkWidget)

GtkWidget *tuce_progress_page_new (TuceWorkspace *workspace);

/** tuce_progress_page_get_found: Returns: (nullable): the figures shown. */
const TuceProgressFound *tuce_progress_page_get_found (TuceProgressPage *page);

/** tuce_progress_page_set_level: counts "household", "village" or "township". */
void tuce_progress_page_set_level (TuceProgressPage *page, const char *level);

/**
 * tuce_progress_page_open: opens the list behind one part of a bar.
 * @row: of tuce_progress_page_get_found()->rollups
 * @criterion: -1: as a whole
 */
void tuce_progress_page_open (TuceProgressPage *page, guint row, int criterion, TuceResult result);

const char *tuce_progress_page_get_look (TuceProgressPage *page);
gboolean tuce_progress_page_is_loading (TuceProgressPage *page);
