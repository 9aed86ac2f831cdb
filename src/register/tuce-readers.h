/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceReaders:
 *
 * The reading connections to one county's file that its workers share. A worker borrows one, reads, and gives it back: to
 * open the file anew and learn how its tables are laid out takes longer than most questions. A few wait for the next
 * borrower with their statements compiled; when more are wanted at once, more are opened, and closed when they come back.
 * Between two borrowers a reader stands in no transaction, and holds the file up for nobody.
 *
 * May be called from any thread; a reader belongs to whoever borrowed it. One mutex guards the list of those that wait and
 * whether the county is closed. It is held only while that list is looked at or altered: never while a file is opened, read
 * or closed, and whoever holds it takes no other lock.
 */
typedef struct _TuceReaders TuceReaders;

/** tuce_county_get_readers: Returns: (transfer none): the readers of @county, which is finished; closed with it. On its thread. */
TuceReaders *tuce_county_get_readers (TuceCounty *county);

/** tuce_readers_new: @path: the county's file; @dictionary: what its tables are read by. Opens nothing yet. */
TuceReaders *tuce_readers_new (const char *path, TuceDictionary *dictionary);

/** tuce_readers_ref: Takes another reference on @readers. Returns: @readers. Any thread. */
TuceReaders *tuce_readers_ref (TuceReaders *readers);

/** tuce_readers_unref: Gives one back; with the last one the readers that wait are closed. Any thread. */
void tuce_readers_unref (TuceReaders *readers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceReaders, tuce_readers_unref)

/**
 * tuce_readers_lend:
 * Gives a reader that sees the file as it is now: one that waits, or a new one where none does, or where those that wait
 * belong to a file that has been moved, replaced or given other tables since.
 *
 * Returns: (transfer full): to be given back; %NULL as tuce_county_open() fails, or when the county is closed
 */
TuceCounty *tuce_readers_lend (TuceReaders *readers, GError **error);

/**
 * tuce_readers_give_back:
 * @reader: (transfer full): as it was lent; nobody else may still hold it
 * @error: (nullable): what became of the work: after a failure other than a cancellation the reader is not used again
 *
 * Ends whatever @reader was still doing. It waits for the next borrower, or is closed.
 */
void tuce_readers_give_back (TuceReaders *readers, TuceCounty *reader, const GError *error);

/** tuce_readers_close: Closes those that wait; those lent are closed when they come back, and no more are lent. */
void tuce_readers_close (TuceReaders *readers);
