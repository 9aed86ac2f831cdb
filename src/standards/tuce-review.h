/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-standards.h"

/*
 * What the county file keeps of verdicts and findings, and how it stays true. The derived entities
 *   household_assessment, village_assessment, township_assessment, county_assessment, finding
 * are worked out from the records and are read like any other (tuce-query.h). Each run notes up to which entry of the
 * journal, with which packs, parameters and on which day it holds; what changed since is looked at again: a few
 * households at once, everything in worker threads.
 */

/** tuce_review_is_current: whether everything kept holds for the records, packs, parameters and day of now. */
gboolean tuce_review_is_current (TuceCounty *county, TuceStandards *standards);

/**
 * tuce_review_run:
 * @gate: of the county, which this program must have open for writing
 * The complete run: every subject, every active pack. Works on connections and threads of its own; may be called from
 * any thread. While it writes, for some tenths of a second, an edit has to wait. Cancelled or failed, what was kept before
 * stays as it was. Afterwards tuce_review_catch_up() looks at what was edited meanwhile.
 */
gboolean tuce_review_run (TuceGate *gate, TuceStandards *standards, TuceProgress progress, gpointer data,
                          GCancellable *cancellable, GError **error);

/** tuce_review_run_places: Looks again at villages, townships and all else that is no household: after tuce_review_catch_up(). Any thread. */
gboolean tuce_review_run_places (TuceGate *gate, TuceStandards *standards, GCancellable *cancellable, GError **error);

/**
 * tuce_review_bring_up_to_date:
 * All of it in one call, for programs without a window: catches up, or runs completely, until everything holds.
 */
gboolean tuce_review_bring_up_to_date (TuceCounty *county, TuceStandards *standards, TuceProgress progress, gpointer data,
                                       GCancellable *cancellable, GError **error);

/**
 * tuce_review_catch_up:
 * Looks again at what edits since the last run touched, on @county's own thread: about a millisecond for a household.
 * @done: (out): whether all holds now for households, so that only places are left; FALSE asks for tuce_review_run() (many records, a parameter, a pack, a new day)
 */
gboolean tuce_review_catch_up (TuceCounty *county, TuceStandards *standards, gboolean *done, GError **error);

/** TuceReview: keeps a window's county reviewed: catches up after each edit, runs in the background when it has to. */
#define TUCE_TYPE_REVIEW (tuce_review_get_type ())
G_DECLARE_FINAL_TYPE (TuceReview, tuce_review, TUCE, REVIEW, GObject)

/**
 * tuce_review_new: for @county, on its thread, with a main loop. Properties: "standards" (pointer, a TuceStandards; notifies
 * when packs change), "running" (boolean: a complete run), "fraction" (double), "mistakes" (strv: packs left out, and why),
 * "failure" (string: why nothing could be reviewed, or %NULL).
 * Signal ::updated (): assessments or findings are new.
 */
TuceReview *tuce_review_new (TuceCounty *county);
TuceStandards *tuce_review_get_standards (TuceReview *review);
gboolean tuce_review_get_running (TuceReview *review);
const char *tuce_review_get_failure (TuceReview *review);

/** tuce_review_start: Asks for a complete run now. */
void tuce_review_start (TuceReview *review);
/** tuce_review_stop: Gives up the run under way; what was kept stays. */
void tuce_review_stop (TuceReview *review);
/** tuce_review_close: Lets go of the county: before the county is closed. */
void tuce_review_close (TuceReview *review);
