/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-review.h"

/** TuceReviewState: for what the kept verdicts and findings hold. */
typedef struct
{
  gint64 sequence;   /* the last entry of the journal looked at for households */
  gint64 places;     /* likewise for places */
  char *fingerprint; /* see tuce_rules_fingerprint() */
} TuceReviewState;

/** tuce_review_state_read: Gives it in @state; sequences -1 and an empty fingerprint where nothing was kept yet. */
gboolean tuce_review_state_read (TuceCounty *county, TuceReviewState *state, GError **error);
void tuce_review_state_clear (TuceReviewState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceReviewState, tuce_review_state_clear)

/** tuce_review_knows_places: whether places were looked at after the newest entry of the journal; FALSE where that can't be read. */
gboolean tuce_review_knows_places (TuceCounty *county);

/** tuce_review_state_write: What differs of @state from @former, within a deriving transaction. */
gboolean tuce_review_state_write (TuceCounty *county, const TuceReviewState *state, const TuceReviewState *former,
                                  GError **error);

/** tuce_review_state_write_places: only that places were looked at up to @sequence; likewise. */
gboolean tuce_review_state_write_places (TuceCounty *county, gint64 sequence, GError **error);

/**
 * tuce_review_state_forget_rules:
 * Likewise: from now on what is kept is a mixture of what two sets of rules say, and holds by neither, until tuce_review_state_write().
 */
gboolean tuce_review_state_forget_rules (TuceCounty *county, GError **error);

/** tuce_review_catch_up_telling: tuce_review_catch_up(); @changed tells what was written. */
gboolean tuce_review_catch_up_telling (TuceCounty *county, TuceStandards *standards, gboolean *done, TuceReviewChange *changed,
                                       GError **error);

/** tuce_review_run_places_telling: likewise. */
gboolean tuce_review_run_places_telling (TuceGate *gate, TuceStandards *standards, TuceReviewChange *changed,
                                         GCancellable *cancellable, GError **error);
