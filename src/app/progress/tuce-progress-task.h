/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-due-list.h"
#include "tuce-incidence.h"
#include "tuce-milestone.h"
#include "tuce-read.h"
#include "tuce-rollup.h"

/** TuceProgressFound: all figures of the page 进度, and of what: the packs may be others by the time it is looked at. */
typedef struct
{
  char *level;              /* what is counted */
  TuceStandards *standards; /* keeps @pack */
  const TucePack *pack;     /* whose criteria are counted, in its order; NULL where none is in force for the level */
  GPtrArray *rollups;     /* TuceRollup: the sum of all first, then one for each place */
  GHashTable *incidences; /* division code → TuceIncidence */
  GArray *remaining;      /* gint64 for each milestone; -1 where nothing can be counted */
  TuceDueList *measures;  /* of the scope; only departments are used */
} TuceProgressFound;

/** tuce_progress_add_reads: Adds what such figures are counted from. */
void tuce_progress_add_reads (TuceReads *reads, const char *level, const char *by);

void tuce_progress_found_free (TuceProgressFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceProgressFound, tuce_progress_found_free)

/**
 * tuce_progress_find_async:
 * @level: "household", "village" or "township": what is counted
 * @by: "township" or "village": a row for each of these
 * @statuses: (nullable): of households, as tuce_rollups() takes them
 *
 * Gives a TuceProgressFound, by tuce_read_async().
 */
void tuce_progress_find_async (TuceCounty *county, TuceStandards *standards, const char *level, const char *by,
                               const char *scope, const char *statuses, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);
