/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-list-table.h"

/**
 * tuce_due_table_new:
 * @entity: "measure" or "problem"
 *
 * Gives a table of measures or problems: state, due day (and how late, as of the county's day), what, where, whose.
 */
GtkWidget *tuce_due_table_new (TuceWorkspace *workspace, const char *entity);

/** tuce_due_table_household: Returns: the household of the row at @position, or 0. */
gint64 tuce_due_table_household (TuceListTable *table, guint position);

/** tuce_due_table_words: Gives what the cell of @column ("due_on", "where", …) says at @position. For tests. */
char *tuce_due_table_words (TuceListTable *table, guint position, const char *column);
