/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-review.h"

/** TuceReviewState: for which state of the register the stored verdicts and findings are valid. */
typedef struct
{
  gint64 sequence;   /* the last entry of the journal that was taken into account for households */
  gint64 places;     /* the same for places */
  char *fingerprint; /* see tuce_rules_fingerprint() */
} TuceReviewState;

/**
 * tuce_review_state_read:
 * Reads it into @state; both sequences are -1 and the fingerprint is empty where nothing was stored yet.
 */
gboolean tuce_review_state_read (TuceCounty *county, TuceReviewState *state, GError **error);

/** tuce_review_state_clear: Frees what it holds. */
void tuce_review_state_clear (TuceReviewState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceReviewState, tuce_review_state_clear)

/**
 * tuce_review_knows_places:
 * Whether places were assessed after the newest entry of the journal; FALSE also where that can't be read.
 */
gboolean tuce_review_knows_places (TuceCounty *county);

/** tuce_review_state_write: Writes those parts of @state that differ from @former. Within a deriving transaction. */
gboolean tuce_review_state_write (TuceCounty *county, const TuceReviewState *state, const TuceReviewState *former,
                                  GError **error);

/**
 * tuce_review_state_write_places:
 * Writes only that places were assessed up to entry @sequence. Within a deriving transaction.
 */
gboolean tuce_review_state_write_places (TuceCounty *county, gint64 sequence, GError **error);

/**
 * tuce_review_state_forget_rules:
 * Removes the fingerprint of the rules, within a deriving transaction. From now on the stored rows are a mixture from
 * two sets of rules and are valid for neither, until tuce_review_state_write().
 */
gboolean tuce_review_state_forget_rules (TuceCounty *county, GError **error);

/** tuce_review_catch_up_telling: Does what tuce_review_catch_up() does; @changed: (out): what was written. */
gboolean tuce_review_catch_up_telling (TuceCounty *county, TuceStandards *standards, gboolean *done, TuceReviewChange *changed,
                                       GError **error);

/** tuce_review_run_places_telling: Does what tuce_review_run_places() does; @changed: (out): what was written. */
gboolean tuce_review_run_places_telling (TuceGate *gate, TuceStandards *standards, TuceReviewChange *changed,
                                         GCancellable *cancellable, GError **error);
