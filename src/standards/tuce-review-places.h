/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-difference.h"

/**
 * TuceReviewPlaces: all that is no household, looked at level by level, each in a snapshot of its own: larger places read what is kept of
 * smaller ones, so that the difference of one level has to be written before the next is looked at.
 */
typedef struct _TuceReviewPlaces TuceReviewPlaces;

/**
 * tuce_review_places_new:
 * @county: a connection of tuce_county_open_deriving()
 * @looked: (nullable): set of TuceSubject that were looked at already
 */
TuceReviewPlaces *tuce_review_places_new (TuceCounty *county, TuceStandards *standards, const char *day, GHashTable *looked,
                                          GCancellable *cancellable, GError **error);
void tuce_review_places_free (TuceReviewPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReviewPlaces, tuce_review_places_free)

/** tuce_review_places_get_n_left: Returns: how many levels are still to be looked at. */
guint tuce_review_places_get_n_left (TuceReviewPlaces *places);

/** tuce_review_places_look: Looks at the next level, and gives what differs. */
TuceDifference *tuce_review_places_look (TuceReviewPlaces *places, GError **error);
