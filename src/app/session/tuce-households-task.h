/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"

/** TuceHouseholdsFound: what a query for households brought. */
typedef struct
{
  GArray *ids; /* gint64, in order */
  gint64 people;
} TuceHouseholdsFound;

void tuce_households_found_free (TuceHouseholdsFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceHouseholdsFound, tuce_households_found_free)

/** tuce_households_find_async: asks @query (transfer full) on a worker thread with a reader of its own. */
void tuce_households_find_async (TuceCounty *county, TuceQuery *query, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
TuceHouseholdsFound *tuce_households_find_finish (GAsyncResult *result, GError **error);

/** tuce_households_count_async: only counts them, likewise. */
void tuce_households_count_async (TuceCounty *county, TuceQuery *query, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data);
gboolean tuce_households_count_finish (GAsyncResult *result, gint64 *households, gint64 *people, GError **error);

/**
 * tuce_households_touched:
 *
 * Gives a set (element-type gint64) of the households that @changes concern: themselves, through a member or through a year
 * record; %NULL where that can't be said (everything changed, other records did, or what was deleted no longer names its
 * household).
 */
GHashTable *tuce_households_touched (TuceCounty *county, const TuceChangeSet *changes);
