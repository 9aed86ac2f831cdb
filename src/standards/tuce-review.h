/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-standards.h"

/*
 * What the county file keeps of verdicts and findings, and how it stays true. The derived entities
 *   household_assessment, village_assessment, township_assessment, county_assessment, finding
 * are worked out from the records and are read like any other (tuce-query.h). The file notes up to which entry of the
 * journal, with which packs, parameters and on which day it holds ("review.sequence", "review.places", "review.rules"); what changed
 * since is looked at again: a few households at once, everything in worker threads.
 *
 * Who looks, looks in a snapshot, and nobody waits for that. What differs from what is kept is written behind the gate, by workers in
 * slices, with the gate given up between them. So whoever reads while a worker keeps may see some households as they were judged
 * before and others as they are judged now; each row is one or the other. That never counts as current:
 * - The file's notes are written with the last slice only, and say the journal's last entry when the snapshot was taken, not
 *   when it was kept: what was edited meanwhile counts as not looked at.
 * - A run that is broken off, fails or is killed between slices leaves the former notes, which say less than what is kept by now: what was
 *   touched since them is looked at again. Where it went by other rules than the notes say, its first slice crosses out
 *   "review.rules", so that nothing but a complete run makes them good again.
 * - A complete run that finds that somebody caught up since its snapshot, and may have written the same rows, begins anew.
 */

/** TuceReviewChange: which of what is kept was written anew. */
typedef enum
{
  TUCE_REVIEW_HOUSEHOLDS = 1 << 0, /* verdicts or findings of households */
  TUCE_REVIEW_PLACES = 1 << 1,     /* of villages, townships, sites, … */
  TUCE_REVIEW_STATE = 1 << 2       /* for what they hold */
} TuceReviewChange;

/** tuce_review_is_current: whether everything kept holds for the records, packs, parameters and day of now. */
gboolean tuce_review_is_current (TuceCounty *county, TuceStandards *standards);

/**
 * tuce_review_run:
 * @gate: of the county, which this program must have open for writing
 * The complete run: every subject, every active pack. Works on connections and threads of its own; may be called from
 * any thread, which waits at the gate with each slice. Cancelled or failed, see above. Afterwards tuce_review_catch_up() looks at
 * what was edited meanwhile.
 */
gboolean tuce_review_run (TuceGate *gate, TuceStandards *standards, TuceProgress progress, gpointer data,
                          GCancellable *cancellable, GError **error);

/**
 * tuce_review_run_places: Looks again at villages, townships and all else that is no household: after tuce_review_catch_up(). Any thread.
 * Holds for what tuce_review_catch_up() had seen when it began.
 */
gboolean tuce_review_run_places (TuceGate *gate, TuceStandards *standards, GCancellable *cancellable, GError **error);

/**
 * tuce_review_bring_up_to_date:
 * All of it in one call, for programs without a window: catches up, or runs completely, until everything holds.
 */
gboolean tuce_review_bring_up_to_date (TuceCounty *county, TuceStandards *standards, TuceProgress progress, gpointer data,
                                       GCancellable *cancellable, GError **error);

/**
 * tuce_review_catch_up:
 * Looks again at what edits since the last run touched, on @county's own thread: below a millisecond for a household, and nothing at
 * all where no rule reads what changed.
 * @done: (out): whether all holds now for households, so that only places are left, if they are; %FALSE without @error asks for tuce_review_run() (many
 *   records, a parameter, a pack, a new day)
 * While an edit is open, and when somebody else is writing, it does nothing and fails with TUCE_ERROR_HELD: ask again later.
 */
gboolean tuce_review_catch_up (TuceCounty *county, TuceStandards *standards, gboolean *done, GError **error);

/** TuceReview: keeps a window's county reviewed: catches up after each edit, runs in the background when it has to. */
#define TUCE_TYPE_REVIEW (tuce_review_get_type ())
G_DECLARE_FINAL_TYPE (TuceReview, tuce_review, TUCE, REVIEW, GObject)

/**
 * tuce_review_new: for @county, on its thread, with a main loop. Properties: "standards" (pointer, a TuceStandards; notifies
 * when packs change), "running" (boolean: a complete run), "fraction" (double), "mistakes" (strv: packs left out, and why),
 * "failure" (string: why nothing could be reviewed, or %NULL).
 * Signals: ::updated (): assessments or findings were written anew, see tuce_review_get_change(); what changes none of them is not told.
 * ::day-changed (): the day the county stands at (tuce_county_day()) is another one, at midnight or a little later; a complete run follows.
 */
TuceReview *tuce_review_new (TuceCounty *county);
TuceStandards *tuce_review_get_standards (TuceReview *review);
gboolean tuce_review_get_running (TuceReview *review);

/** tuce_review_get_change: Returns: what the ::updated under way is about; 0 outside of it. */
TuceReviewChange tuce_review_get_change (TuceReview *review);
const char *tuce_review_get_failure (TuceReview *review);

/** tuce_review_start: Asks for a complete run now. */
void tuce_review_start (TuceReview *review);
/** tuce_review_stop: Gives up the run under way; what was kept stays. */
void tuce_review_stop (TuceReview *review);
/** tuce_review_close: Lets go of the county: before the county is closed. */
void tuce_review_close (TuceReview *review);
