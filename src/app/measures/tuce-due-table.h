/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-record-list.h"
#include "tuce-workspace.h"

/**
 * TuceDueTable:
 *
 * Measures or problems as rows: state, due day (and how late), what, where, whose. Several can be selected.
 *
 * ::selection-changed
 * ::activated (guint position): Enter or a double click
 */
#define TUCE_TYPE_DUE_TABLE (tuce_due_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceDueTable, tuce_due_table, TUCE, DUE_TABLE, GtkWidget)

/** tuce_due_table_new: @entity: "measure" or "problem". */
GtkWidget *tuce_due_table_new (TuceWorkspace *workspace, const char *entity);

/** tuce_due_table_new_query: Gives a query with the columns the table shows. */
TuceQuery *tuce_due_table_new_query (TuceDueTable *table, TuceCounty *county);

/** tuce_due_table_add_reads: Adds what that query reads. */
void tuce_due_table_add_reads (TuceDueTable *table, TuceReads *reads);

/** tuce_due_table_take_day: What is overdue goes by the county's day as it is now; rows say so when they look again. */
void tuce_due_table_take_day (TuceDueTable *table);

/** tuce_due_table_set_list: shows @list (nullable). */
void tuce_due_table_set_list (TuceDueTable *table, TuceRecordList *list);
TuceRecordList *tuce_due_table_get_list (TuceDueTable *table);

/** tuce_due_table_get_selected: Returns: (transfer full) (element-type gint64): the ids that are selected. */
GArray *tuce_due_table_get_selected (TuceDueTable *table);

/** tuce_due_table_select: selects just the row at @position; @focus puts the keyboard there too. Tells nobody. */
void tuce_due_table_select (TuceDueTable *table, guint position, gboolean focus);
void tuce_due_table_hold (TuceDueTable *table, gboolean hold);

/** tuce_due_table_household: Returns: the household of the row at @position, or 0. */
gint64 tuce_due_table_household (TuceDueTable *table, guint position);

/** tuce_due_table_words: Gives what the cell of @column ("due_on", "where", …) says at @position. For tests. */
char *tuce_due_table_words (TuceDueTable *table, guint position, const char *column);
