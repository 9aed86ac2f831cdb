/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-reads.h"

/** TuceMovingHousehold: what the records say of a household that is to move; nothing that is worked out from rules. */
typedef struct
{
  gint64 id;
  gint64 site;         /* 0: none */
  const char *village; /* code of where it comes from, interned */
  int scattered;       /* whether it does not move to a site; -1: nobody said */
  gint64 people;
  gint64 area;       /* of its new house */
  gboolean measured; /* whether @area is known */
  gboolean moved_in;
  gboolean old_due; /* its old house has to go: unless somebody said no, as for the stage (data/dictionary/relocation.csv) */
  gboolean old_gone;
  gboolean reclaimed;
  gboolean able; /* somebody in it is able to work (data/standards/facts/: members) */
  gboolean has_work;
} TuceMovingHousehold;

/** TuceMovingHouseholds: all of them, each once. Not to be altered: they are shared. */
typedef struct
{
  gatomicrefcount references;
  GArray *all;       /* TuceMovingHousehold, in no order */
  GHashTable *by_id; /* gint64 → its index in @all, and 1 */
} TuceMovingHouseholds;

/**
 * tuce_moving_households_load:
 * To know them, the lines of households and members have to be read, which lie all over the file: what was found is
 * remembered for the readers that come after. Of what the journal says was written since, only the households concerned are
 * read anew. In the reading under way, on any thread.
 *
 * Returns: (transfer full): or %NULL with @error
 */
TuceMovingHouseholds *tuce_moving_households_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_moving_households_add_reads: Adds to @reads what decides who moves where, but for who is able to work. */
void tuce_moving_households_add_reads (TuceReads *reads);

/** tuce_moving_households_unref: Gives back a reference; with the last one they are freed. Any thread. */
void tuce_moving_households_unref (TuceMovingHouseholds *households);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMovingHouseholds, tuce_moving_households_unref)
