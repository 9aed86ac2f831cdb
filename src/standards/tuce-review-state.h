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

/** tuce_review_state_read: Gives it; sequences -1 and an empty fingerprint where nothing was kept yet. */
TuceReviewState tuce_review_state_read (TuceCounty *county);
void tuce_review_state_clear (TuceReviewState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceReviewState, tuce_review_state_clear)

/** tuce_review_knows_places: whether places were looked at after the newest entry of the journal. */
gboolean tuce_review_knows_places (TuceCounty *county);

/** tuce_review_state_write: within a deriving transaction. */
gboolean tuce_review_state_write (TuceCounty *county, const TuceReviewState *state, GError **error);
