/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-edit.h"
#include "tuce-query.h"

/**
 * TuceWorkspace:
 *
 * What the parts of one window share: the county that is open, the scope (a division), the search and conditions, the
 * selected record. Tree, map, table, card and sheets all look here and nowhere else, so they can't disagree.
 *
 * Signals:
 * ::county-changed            another county, or none, is open
 * ::scope-changed             scope, search or conditions changed: which households are shown
 * ::selection-changed
 * ::records-changed (TuceChangeSet *): an edit, undo or redo touched records
 * ::reported (char *sentence, gboolean is_error): something for the status line (errors: the bar under the header)
 */
#define TUCE_TYPE_WORKSPACE (tuce_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TuceWorkspace, tuce_workspace, TUCE, WORKSPACE, GObject)

TuceWorkspace *tuce_workspace_new (void);

TuceCounty *tuce_workspace_get_county (TuceWorkspace *workspace); /* transfer none, NULL when none is open */
void tuce_workspace_set_county (TuceWorkspace *workspace, TuceCounty *county);

/** tuce_workspace_get_scope: Returns: the division's code; the county's own when everything is shown; "" without a county. */
const char *tuce_workspace_get_scope (TuceWorkspace *workspace);
void tuce_workspace_set_scope (TuceWorkspace *workspace, const char *code);

const char *tuce_workspace_get_search (TuceWorkspace *workspace);
void tuce_workspace_set_search (TuceWorkspace *workspace, const char *text);

/** tuce_workspace_add_condition: narrows the households shown, as the filter chips do. */
gboolean tuce_workspace_add_condition (TuceWorkspace *workspace, const char *path, TuceComparison comparison,
                                       const char *value, GError **error);
void tuce_workspace_clear_conditions (TuceWorkspace *workspace);

/** tuce_workspace_households: Gives (transfer full) a query for the households now shown; columns and order are the caller's. */
TuceQuery *tuce_workspace_households (TuceWorkspace *workspace);

/** tuce_workspace_select: @entity "household", "village" or "township", or %NULL for nothing. A half-filled card is kept as a draft. */
void tuce_workspace_select (TuceWorkspace *workspace, const char *entity, gint64 id);
const char *tuce_workspace_get_selected_entity (TuceWorkspace *workspace); /* NULL for nothing */
gint64 tuce_workspace_get_selected_id (TuceWorkspace *workspace);

void tuce_workspace_report (TuceWorkspace *workspace, const char *sentence);
void tuce_workspace_report_error (TuceWorkspace *workspace, const GError *error);
