/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-county.h"

/**
 * TuceHistoryView:
 *
 * What happened to one record and to what belongs to it: who, when, from what to what. Reads the journal on a thread
 * of its own, and only while it is on screen.
 */
#define TUCE_TYPE_HISTORY_VIEW (tuce_history_view_get_type ())
G_DECLARE_FINAL_TYPE (TuceHistoryView, tuce_history_view, TUCE, HISTORY_VIEW, GtkWidget)

GtkWidget *tuce_history_view_new (void);

/** tuce_history_view_show: shows the history of record @id of @entity; @county %NULL shows nothing. Call it again to read anew. */
void tuce_history_view_show (TuceHistoryView *view, TuceCounty *county, const char *entity, gint64 id);
