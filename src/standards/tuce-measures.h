/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-query.h"
#include "tuce-standards.h"

/*
 * Filling gaps (缺什么补什么). For every unmet criterion the standard, a pack under data/standards/, proposes measures
 * and the department that takes them; the proposals of the bundled packs are examples from practice, unconfirmed, and
 * an office may edit them. Decided measures are records of the entity "measure". Problems that inspections found are
 * records of "problem", the ledger 问题整改台账.
 */

/** TuceGap: one measure the standard proposes for a criterion that is unmet and has no open measure yet. */
typedef struct
{
  const TuceRule *rule;
  const TuceProposal *proposal; /* NULL where the standard proposes nothing for it */
} TuceGap;

/**
 * tuce_measures_gaps:
 * @standard: the one in force for the level of the subject
 * @id: of the household, village … record; for a subject inside a household (its relocation), of the household. A site,
 *   which lies in no household and is no place, has no measures
 * @results: (nullable): of its assessment, one character for each criterion; with %NULL the stored assessment is read
 * Returns: (transfer full) (element-type TuceGap): in the standard's order; %NULL with @error.
 */
GPtrArray *tuce_measures_gaps (TuceCounty *county, const TucePack *standard, gint64 id, const char *results,
                               GError **error);

/**
 * tuce_measures_new:
 * Gives a measure for @gap of the subject @id of @standard, in the standard's words. The caller owns it; it is not in
 * the file yet.
 */
TuceRecord *tuce_measures_new (TuceCounty *county, const TucePack *standard, const TuceGap *gap, gint64 id,
                               GError **error);

/** tuce_measures_add: Adds @measures (TuceRecord) as one edit; its label gives their number. */
gboolean tuce_measures_add (TuceCounty *county, GPtrArray *measures, GError **error);

/** tuce_problems_add: Adds @problems (TuceRecord) to the ledger as one edit; its label gives their number. */
gboolean tuce_problems_add (TuceCounty *county, GPtrArray *problems, GError **error);

/** TuceTargets: for which households of a query a measure for one criterion would be made. */
typedef struct
{
  GArray *ids;     /* gint64 */
  guint n_all;     /* all households of the query */
  guint n_open;    /* skipped: they already have an open measure for the criterion */
  guint n_no_need; /* skipped: the criterion is met, or not checked */
} TuceTargets;

/** tuce_targets_free: Frees the targets with their ids. */
void tuce_targets_free (TuceTargets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTargets, tuce_targets_free)

/**
 * tuce_measures_targets:
 * @households: a query for households; its columns are changed
 * @rule: (nullable): the criterion; %NULL for a measure that belongs to no criterion: then no household is skipped
 *   because it has no need
 * Reads the stored assessments. The caller owns the result; %NULL with @error. May run on any thread that has a read
 * connection of its own.
 */
TuceTargets *tuce_measures_targets (TuceCounty *county, TuceQuery *households, const TuceRule *rule,
                                    GCancellable *cancellable, GError **error);

/**
 * TuceMeasureBatch: one measure for many households, as one edit, made in portions so that the window goes on
 * answering.
 */
typedef struct _TuceMeasureBatch TuceMeasureBatch;

/**
 * tuce_measure_batch_new:
 * Begins the edit and gives the batch, which the caller owns. @households: (gint64): ids; @model: a "measure" with
 * content, department, dates …; household and place are filled in for each. %NULL with TUCE_ERROR_REFUSED where the
 * state of @model lacks what it needs, or as tuce_edit_begin() fails.
 */
TuceMeasureBatch *tuce_measure_batch_new (TuceCounty *county, GArray *households, const TuceRecord *model,
                                          GError **error);

/**
 * tuce_measure_batch_continue:
 * Adds measures for at most @most further households. @done: (out): whether those were the last ones. Call it on the
 * county's thread. After a failure only tuce_measure_batch_free() is left.
 */
gboolean tuce_measure_batch_continue (TuceMeasureBatch *batch, guint most, gboolean *done, GError **error);

/** tuce_measure_batch_fraction: Gives how much is done, from 0 to 1. */
double tuce_measure_batch_fraction (const TuceMeasureBatch *batch);

/** tuce_measure_batch_finish: Commits the edit; to be called once, after @done. Fails as tuce_edit_commit() does. */
gboolean tuce_measure_batch_finish (TuceMeasureBatch *batch, GError **error);

/** tuce_measure_batch_free: Frees the batch; an edit that was not finished is rolled back. */
void tuce_measure_batch_free (TuceMeasureBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMeasureBatch, tuce_measure_batch_free)

/* The states that end a measure or a problem: data/codes/measure_state.csv and problem_state.csv. */
#define TUCE_MEASURE_DONE "done"
#define TUCE_MEASURE_CANCELLED "cancelled"
#define TUCE_PROBLEM_DONE "done"
#define TUCE_PROBLEM_CLOSED "closed"

/**
 * tuce_measures_end:
 * Sets the state of the measures @ids to @state, as one edit. @day: the day they were done, for the state "done"
 */
gboolean tuce_measures_end (TuceCounty *county, const gint64 *ids, guint n_ids, const char *state, const char *day,
                            GError **error);

/**
 * tuce_problem_close:
 * Closes a problem (销号) as one edit; @day, when, and @by, who accepted it, are both needed. TUCE_ERROR_REFUSED where
 * they are missing.
 */
gboolean tuce_problem_close (TuceCounty *county, gint64 id, const char *day, const char *by, GError **error);
