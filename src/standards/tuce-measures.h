/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-query.h"
#include "tuce-standards.h"

/*
 * 缺什么补什么 (domain.md §6.5): what fills the gap. For every unmet criterion the standard proposes measures; those that
 * were decided are records of the entity "measure". Problems that inspections brought (F8) are records of "problem".
 */

/** TuceGap: one measure the standard proposes for a criterion that is unmet and has no open measure yet. */
typedef struct
{
  const TuceRule *rule;
  const TuceProposal *proposal; /* NULL where the standard proposes nothing for it */
} TuceGap;

/**
 * tuce_measures_gaps:
 * @standard: in force for the level of the subject
 * @id: of the household, village … record; of what lies in a household (its relocation), the household's. What is in no
 * household and no place, a site, has no measures
 * @results: (nullable): of its assessment, one character a criterion; %NULL reads the one that is kept
 * Returns: (transfer full) (element-type TuceGap): in the standard's order.
 */
GPtrArray *tuce_measures_gaps (TuceCounty *county, const TucePack *standard, gint64 id, const char *results,
                               GError **error);

/** tuce_measures_new: Gives a measure for @gap of the subject @id of @standard, with the standard's words: not in the file yet. */
TuceRecord *tuce_measures_new (TuceCounty *county, const TucePack *standard, const TuceGap *gap, gint64 id,
                               GError **error);

/** tuce_measures_add: Adds @measures (TuceRecord) as one edit that says how many. */
gboolean tuce_measures_add (TuceCounty *county, GPtrArray *measures, GError **error);

/** tuce_problems_add: Adds @problems (TuceRecord) to the ledger as one edit that says how many. */
gboolean tuce_problems_add (TuceCounty *county, GPtrArray *problems, GError **error);

/** TuceTargets: which households of a query a measure for one criterion would be made for. */
typedef struct
{
  GArray *ids;     /* gint64 */
  guint n_all;     /* households of the query */
  guint n_open;    /* skipped: have an open measure for the criterion already */
  guint n_no_need; /* skipped: the criterion is met, or not checked */
} TuceTargets;

void tuce_targets_free (TuceTargets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTargets, tuce_targets_free)

/**
 * tuce_measures_targets:
 * @households: a query for households; its columns are changed
 * @rule: (nullable): the criterion; %NULL: a measure for no criterion in particular, nobody is skipped for want of need
 * Reads the kept assessments. For any thread with a reader of its own.
 */
TuceTargets *tuce_measures_targets (TuceCounty *county, TuceQuery *households, const TuceRule *rule,
                                    GCancellable *cancellable, GError **error);

/**
 * TuceMeasureBatch: one measure for many households, as one edit, in portions so that a window stays alive.
 * @model: of "measure": content, department, dates …; household and place are filled in for each
 */
typedef struct _TuceMeasureBatch TuceMeasureBatch;

TuceMeasureBatch *tuce_measure_batch_new (TuceCounty *county, GArray *households, const TuceRecord *model,
                                          GError **error);
gboolean tuce_measure_batch_continue (TuceMeasureBatch *batch, guint most, gboolean *done, GError **error);
double tuce_measure_batch_fraction (const TuceMeasureBatch *batch);
gboolean tuce_measure_batch_finish (TuceMeasureBatch *batch, GError **error);
void tuce_measure_batch_free (TuceMeasureBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMeasureBatch, tuce_measure_batch_free)

/* The states that end a measure or a problem: data/codes/measure_state.csv, problem_state.csv. */
#define TUCE_MEASURE_DONE "done"
#define TUCE_MEASURE_CANCELLED "cancelled"
#define TUCE_PROBLEM_DONE "done"
#define TUCE_PROBLEM_CLOSED "closed"

/** tuce_measures_end: Sets the state of the measures @ids to @state, done ones with @day, as one edit. */
gboolean tuce_measures_end (TuceCounty *county, const gint64 *ids, guint n_ids, const char *state, const char *day,
                            GError **error);

/** tuce_problem_close: 销号: needs the day and who accepted it. */
gboolean tuce_problem_close (TuceCounty *county, gint64 id, const char *day, const char *by, GError **error);
