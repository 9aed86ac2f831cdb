/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-standards.h"

/*
 * How the verdicts and findings stored in the county file stay true. The derived entities
 *   household_assessment, village_assessment, township_assessment, county_assessment, finding
 * are worked out from the records and are read like any other entity (tuce-query.h). The file notes for which entry of
 * the journal, which packs and parameters and which day they are valid ("review.sequence", "review.places",
 * "review.rules"). What changed after that is assessed again: a few households at once on the county's own thread,
 * everything else in worker threads.
 *
 * Assessing reads in a snapshot, and nobody waits for it. What differs from the stored rows is written inside the gate;
 * workers write in slices and leave the gate between slices. So a reader may see some households with old results and
 * others with new ones while a worker writes; each row is either old or new. Such a mixture never counts as up to date:
 * - The notes are written with the last slice only. They name the last entry of the journal at the time of the
 *   snapshot, not at the time of writing: what was edited in between counts as not assessed.
 * - A run that is cancelled, fails or is killed between two slices leaves the old notes, which promise less than the
 *   file holds by then: what changed after them is assessed again. Where the run used other rules than the notes name,
 *   its first slice removes "review.rules", so that only a complete run makes the notes valid again.
 * - A complete run begins again when it finds that somebody caught up after its snapshot, because that may have written
 *   the same rows.
 */

/** TuceReviewChange: which of the stored results were written. */
typedef enum
{
  TUCE_REVIEW_HOUSEHOLDS = 1 << 0, /* verdicts or findings of households */
  TUCE_REVIEW_PLACES = 1 << 1,     /* verdicts or findings of villages, townships, sites, … */
  TUCE_REVIEW_STATE = 1 << 2       /* the notes for which entry, rules and day they are valid */
} TuceReviewChange;

/** tuce_review_is_current: Whether everything stored is valid for the records, packs, parameters and day of now. */
gboolean tuce_review_is_current (TuceCounty *county, TuceStandards *standards);

/**
 * tuce_review_run:
 * @gate: of the county, which this program must have open for writing
 * The complete run: every subject, every active pack. It uses connections and threads of its own. It may be called from
 * any thread, which blocks until the run ends and waits at the gate before each slice. For a run that is cancelled or
 * fails, see above. Call tuce_review_catch_up() afterwards for what was edited meanwhile.
 */
gboolean tuce_review_run (TuceGate *gate, TuceStandards *standards, TuceProgress progress, gpointer data,
                          GCancellable *cancellable, GError **error);

/**
 * tuce_review_run_places:
 * Assesses villages, townships and everything else that is no household again. To be called after
 * tuce_review_catch_up(), on any thread. The results are valid for the entry of the journal that tuce_review_catch_up()
 * had reached when this began.
 */
gboolean tuce_review_run_places (TuceGate *gate, TuceStandards *standards, GCancellable *cancellable, GError **error);

/**
 * tuce_review_bring_up_to_date:
 * For programs without a window: catches up, or does a complete run, so that everything stored is valid. Blocks until
 * then; on the thread of @county.
 */
gboolean tuce_review_bring_up_to_date (TuceCounty *county, TuceStandards *standards, TuceProgress progress, gpointer data,
                                       GCancellable *cancellable, GError **error);

/**
 * tuce_review_catch_up:
 * Assesses again what edits touched since the last review, on the thread of @county. Takes less than a millisecond for
 * one household, and does nothing where no rule reads what changed.
 * @done: (out): whether everything is valid for households now, so that at most places are left. FALSE without @error
 *   means that tuce_review_run() is needed (many records, a parameter, a pack or the day changed)
 * While an edit is open, and while somebody else is writing, it does nothing and fails with TUCE_ERROR_HELD: try again
 * later.
 */
gboolean tuce_review_catch_up (TuceCounty *county, TuceStandards *standards, gboolean *done, GError **error);

/**
 * TuceReview: keeps the results of a window's county up to date: catches up after each edit, and starts a complete run
 * in the background when one is needed.
 */
#define TUCE_TYPE_REVIEW (tuce_review_get_type ())
G_DECLARE_FINAL_TYPE (TuceReview, tuce_review, TUCE, REVIEW, GObject)

/**
 * tuce_review_new:
 * For @county, on its thread, which must run a main loop. The caller owns the object. Properties: "standards" (pointer,
 * a TuceStandards; notifies when packs change), "running" (boolean: a complete run), "fraction" (double), "mistakes"
 * (strv: packs that were left out, and why), "failure" (string: why no review is possible, or %NULL).
 * Signals: ::updated (): verdicts or findings were written, see tuce_review_get_change(); not emitted when none of them
 * changed. ::day-changed (): the county's day (tuce_county_day()) is another one, at midnight or a little later; a
 * complete run follows.
 */
TuceReview *tuce_review_new (TuceCounty *county);

/**
 * tuce_review_get_standards:
 * Gives the standards in use. Owned by the review, and replaced when packs change; %NULL if they could never be read.
 */
TuceStandards *tuce_review_get_standards (TuceReview *review);

/** tuce_review_get_running: Whether a complete run is under way. */
gboolean tuce_review_get_running (TuceReview *review);

/** tuce_review_get_change: Gives what the ::updated being emitted is about; 0 at other times. */
TuceReviewChange tuce_review_get_change (TuceReview *review);

/** tuce_review_get_failure: Gives the sentence why no review is possible, or %NULL. Owned by the review. */
const char *tuce_review_get_failure (TuceReview *review);

/** tuce_review_start: Asks for a complete run now. */
void tuce_review_start (TuceReview *review);

/** tuce_review_stop: Cancels the task under way; the rows already written stay. */
void tuce_review_stop (TuceReview *review);

/** tuce_review_close: Stops and gives up the county. To be called before the county is closed. */
void tuce_review_close (TuceReview *review);
