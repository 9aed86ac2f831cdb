/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-place.h"
#include "tuce-reads.h"

/** tuce_places_load_async: reads the tree of places with their counts on a worker thread. */
void tuce_places_load_async (TuceCounty *county, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** tuce_places_load_finish: Returns: (transfer full): the county, with everything below it. */
TucePlace *tuce_places_load_finish (GAsyncResult *result, GError **error);

/** tuce_places_add_reads: Adds what the tree is made from, but for its counts; tuce_places_add_count_reads: what these are. */
void tuce_places_add_reads (TuceReads *reads, TuceDictionary *dictionary);
void tuce_places_add_count_reads (TuceReads *reads);

/** tuce_places_count_async: counts households by village anew. */
void tuce_places_count_async (TuceCounty *county, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** tuce_places_count_finish: Returns: (transfer full) (element-type TuceGroup): households by village code. */
GPtrArray *tuce_places_count_finish (GAsyncResult *result, GError **error);

/** tuce_places_set_counts: gives every place below @county, and itself, the sum of the @groups that lie in it. */
void tuce_places_set_counts (TucePlace *county, GPtrArray *groups);
