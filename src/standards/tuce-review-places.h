/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-difference.h"

/**
 * TuceReviewPlaces: assesses everything that is no household, level by level, each level in a read snapshot of its own.
 * Larger places read the stored results of smaller ones, so the difference of one level must be written before the next
 * level is assessed.
 */
typedef struct _TuceReviewPlaces TuceReviewPlaces;

/**
 * tuce_review_places_new:
 * @county: a connection of tuce_county_open_deriving(); all calls are made on its thread
 * @looked: (nullable): set of TuceSubject that were assessed already
 * The caller owns the result; %NULL with @error where a rule does not compile.
 */
TuceReviewPlaces *tuce_review_places_new (TuceCounty *county, TuceStandards *standards, const char *day, GHashTable *looked,
                                          GCancellable *cancellable, GError **error);

/** tuce_review_places_free: Frees it with its assessor. */
void tuce_review_places_free (TuceReviewPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReviewPlaces, tuce_review_places_free)

/** tuce_review_places_get_n_left: Gives how many levels are not assessed yet. */
guint tuce_review_places_get_n_left (TuceReviewPlaces *places);

/**
 * tuce_review_places_look:
 * Assesses the next level and gives what differs; the caller owns it. %NULL with @error, also when cancelled.
 */
TuceDifference *tuce_review_places_look (TuceReviewPlaces *places, GError **error);
