/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-condition.h"
#include "tuce-county.h"
#include "tuce-edit.h"
#include "tuce-job.h"
#include "tuce-query.h"
#include "tuce-reads.h"
#include "tuce-review.h"

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
 * ::day-changed               the county's day (tuce_county_day()) is another
 * ::reviewed                  assessments or findings are new, or the packs they come from
 * ::shown-counted             how many households and people are shown is known anew
 * ::reported (char *sentence, gboolean is_error): something for the status line (errors: the bar under the header)
 * ::job-begun (TuceJob *): long work began; the status line shows it
 */
#define TUCE_TYPE_WORKSPACE (tuce_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TuceWorkspace, tuce_workspace, TUCE, WORKSPACE, GObject)

TuceWorkspace *tuce_workspace_new (void);

TuceCounty *tuce_workspace_get_county (TuceWorkspace *workspace); /* transfer none, NULL when none is open */
void tuce_workspace_set_county (TuceWorkspace *workspace, TuceCounty *county);

/** tuce_workspace_get_standards: Returns: (nullable): the packs that hold for the county that is open. */
TuceStandards *tuce_workspace_get_standards (TuceWorkspace *workspace);

/** tuce_workspace_get_review: Returns: (nullable): what keeps verdicts and findings of the county that is open true. */
TuceReview *tuce_workspace_get_review (TuceWorkspace *workspace);

/** tuce_workspace_get_scope: Returns: the division's code; the county's own when everything is shown; "" without a county. */
const char *tuce_workspace_get_scope (TuceWorkspace *workspace);
void tuce_workspace_set_scope (TuceWorkspace *workspace, const char *code);

const char *tuce_workspace_get_search (TuceWorkspace *workspace);
void tuce_workspace_set_search (TuceWorkspace *workspace, const char *text);

/** tuce_workspace_add_condition: narrows the households shown, as the filter chips do. */
gboolean tuce_workspace_add_condition (TuceWorkspace *workspace, const char *path, TuceComparison comparison,
                                       const char *value, GError **error);

/** tuce_workspace_add_criterion: narrows to those for which the criterion @rule has @result, in place of another result of it. */
void tuce_workspace_add_criterion (TuceWorkspace *workspace, const TuceRule *rule, TuceResult result);

/**
 * tuce_workspace_show:
 * @code: (nullable): the division; %NULL for the whole county
 * @conditions: (element-type TuceCondition): in the place of all others, and of what is searched; frees its elements, is not
 *   changed by the caller any more
 * Shows other households in one step: ::scope-changed is emitted once.
 */
void tuce_workspace_show (TuceWorkspace *workspace, const char *code, GPtrArray *conditions);
void tuce_workspace_clear_conditions (TuceWorkspace *workspace);

/** tuce_workspace_get_conditions: Returns: (transfer none) (element-type TuceCondition): in the order they were added. */
GPtrArray *tuce_workspace_get_conditions (TuceWorkspace *workspace);
void tuce_workspace_remove_condition (TuceWorkspace *workspace, guint index);

/**
 * tuce_workspace_describe_scope:
 *
 * Gives the name of the division that is the scope ("双桥村"), "" without a county.
 */
const char *tuce_workspace_describe_scope (TuceWorkspace *workspace);

/**
 * tuce_workspace_set_shown:
 *
 * Whoever counted the households that tuce_workspace_households() gives says so here, so that nobody counts twice;
 * -1 while it is not known. Changes of scope and conditions make it unknown again, and those of records that may change it.
 */
void tuce_workspace_set_shown (TuceWorkspace *workspace, gint64 households, gint64 people);
gint64 tuce_workspace_get_shown_households (TuceWorkspace *workspace);
gint64 tuce_workspace_get_shown_people (TuceWorkspace *workspace);

/** tuce_workspace_households: Gives (transfer full) a query for the households now shown; columns and order are the caller's. */
TuceQuery *tuce_workspace_households (TuceWorkspace *workspace);

/** tuce_workspace_households_without: the same without the conditions on @path: what there is to choose from at it. */
TuceQuery *tuce_workspace_households_without (TuceWorkspace *workspace, const char *path);

/** tuce_workspace_expect_shown: Says that tuce_workspace_set_shown() will be called, so that nobody else counts. */
void tuce_workspace_expect_shown (TuceWorkspace *workspace);

/** tuce_workspace_wants_shown: Returns: whether it is not known how many are shown, and nobody is about to say it. */
gboolean tuce_workspace_wants_shown (TuceWorkspace *workspace);

/** tuce_workspace_add_reads: Adds what decides which households are shown: their scope, what is searched, the conditions. */
void tuce_workspace_add_reads (TuceWorkspace *workspace, TuceReads *reads);

/** tuce_workspace_select: @entity "household", "site" or a level of places, or %NULL for nothing. A half-filled card is kept as a draft. */
void tuce_workspace_select (TuceWorkspace *workspace, const char *entity, gint64 id);
const char *tuce_workspace_get_selected_entity (TuceWorkspace *workspace); /* NULL for nothing */
gint64 tuce_workspace_get_selected_id (TuceWorkspace *workspace);

void tuce_workspace_report (TuceWorkspace *workspace, const char *sentence);
void tuce_workspace_report_error (TuceWorkspace *workspace, const GError *error);

/** tuce_workspace_begin_job: Gives (transfer full) long work for the status line: its title, and how to stop it. End it with tuce_job_finish(). */
TuceJob *tuce_workspace_begin_job (TuceWorkspace *workspace, const char *title, GCancellable *cancellable);
