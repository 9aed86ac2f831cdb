/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-findings-task.h"
#include "tuce-record-list.h"
#include "tuce-workspace.h"

/* What the table's list fetches of a finding: columns of tuce_finding_table_new_query(). */
typedef enum
{
  TUCE_FINDING_RULE,
  TUCE_FINDING_SEVERITY,
  TUCE_FINDING_SUBJECT,
  TUCE_FINDING_SUBJECT_ID,
  TUCE_FINDING_HOUSEHOLD,
  TUCE_FINDING_PLACE,
  TUCE_FINDING_FIGURES,
  TUCE_FINDING_FIRST_SEEN,
  TUCE_FINDING_GONE_ON,
  TUCE_FINDING_DISPOSITION,
  TUCE_FINDING_DISPOSED_ON,
  TUCE_FINDING_DISPOSED_BY,
  TUCE_FINDING_NOTE,
  TUCE_FINDING_TOWNSHIP,
  TUCE_FINDING_VILLAGE,
  TUCE_FINDING_HEAD,
  TUCE_N_FINDING_VALUES
} TuceFindingValue;

/**
 * TuceFindingTable:
 *
 * Findings as rows: how much it weighs, where, whose, the sentence with its figures, for how long, and what was said of it.
 * Many may be selected.
 *
 * ::selection-changed
 * ::activated (guint position): Enter or a double click on one
 */
#define TUCE_TYPE_FINDING_TABLE (tuce_finding_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceFindingTable, tuce_finding_table, TUCE, FINDING_TABLE, GtkWidget)

GtkWidget *tuce_finding_table_new (TuceWorkspace *workspace);

/** tuce_finding_table_new_query: Gives a query for findings with the columns the table needs. */
TuceQuery *tuce_finding_table_new_query (TuceCounty *county);

/** tuce_finding_table_add_reads: Adds what that query reads. */
void tuce_finding_table_add_reads (TuceReads *reads);

/** tuce_finding_table_set_list: @list: (nullable): of findings, by tuce_finding_table_new_query(). */
void tuce_finding_table_set_list (TuceFindingTable *table, TuceRecordList *list);
TuceRecordList *tuce_finding_table_get_list (TuceFindingTable *table);

/** tuce_finding_table_set_state: which findings the list holds: what was said of them is a column of those it was said of. */
void tuce_finding_table_set_state (TuceFindingTable *table, TuceFindingState state);

/** tuce_finding_table_get_selected: Gives (transfer full) the positions of the rows that are selected. */
GtkBitset *tuce_finding_table_get_selected (TuceFindingTable *table);

/** tuce_finding_table_select: selects just the row at @position and brings it into view; @focus: puts the focus there. Tells nobody. */
void tuce_finding_table_select (TuceFindingTable *table, guint position, gboolean focus);

/** tuce_finding_table_select_all: as Ctrl+A does. */
void tuce_finding_table_select_all (TuceFindingTable *table);

/** tuce_finding_table_hold: while held, changes of rows tell nobody of a new selection. */
void tuce_finding_table_hold (TuceFindingTable *table, gboolean hold);

/** tuce_finding_table_text / integer: Returns: (transfer none): a value of the finding at @position, "" or 0 for none; until the list is used again. */
const char *tuce_finding_table_text (TuceFindingTable *table, guint position, TuceFindingValue value);
gint64 tuce_finding_table_integer (TuceFindingTable *table, guint position, TuceFindingValue value);

/** tuce_finding_table_sentence: Gives what the finding at @position says, with its figures. */
char *tuce_finding_table_sentence (TuceFindingTable *table, guint position);
