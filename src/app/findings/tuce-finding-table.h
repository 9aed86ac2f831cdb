/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-findings-task.h"
#include "tuce-list-table.h"

/* What the table's list fetches of a finding: columns of its query. */
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

/** tuce_finding_table_new: Gives a table of findings: how much it weighs, where, whose, the sentence with its figures, for how long. */
GtkWidget *tuce_finding_table_new (TuceWorkspace *workspace);

/** tuce_finding_table_set_state: which findings the list holds: what was said of them is a column of those it was said of. */
void tuce_finding_table_set_state (TuceListTable *table, TuceFindingState state);

/** tuce_finding_table_sentence: Gives what the finding at @position says, with its figures. */
char *tuce_finding_table_sentence (TuceListTable *table, guint position);
