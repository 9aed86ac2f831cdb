/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-place.h"
#include "tuce-read.h"
#include "tuce-reads.h"

/**
 * tuce_places_loading: the tree of places with their counts: a TucePlace, the county with everything below it. Asks nothing
 * (%NULL).
 */
extern const TuceReadKind tuce_places_loading;

/** tuce_places_counting: households counted anew: a GPtrArray of TuceGroup by village code. Asks nothing (%NULL). */
extern const TuceReadKind tuce_places_counting;

/** tuce_places_add_reads: Adds what the tree is made from, but for its counts; tuce_places_add_count_reads: what these are. */
void tuce_places_add_reads (TuceReads *reads, TuceDictionary *dictionary);
void tuce_places_add_count_reads (TuceReads *reads);

/** tuce_places_set_counts: gives every place below @county, and itself, the sum of the @groups that lie in it. */
void tuce_places_set_counts (TucePlace *county, GPtrArray *groups);
