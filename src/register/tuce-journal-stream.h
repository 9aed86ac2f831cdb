/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county-private.h"

/**
 * TuceJournalStream: the changes of one entry of the journal, unpacked piece by piece, so that the very large entry that founds
 * a county takes no more memory than a small one. Belongs to the thread of its county.
 */
typedef struct _TuceJournalStream TuceJournalStream;

/** tuce_journal_stream_new: Gives (transfer full) the changes of the entry @sequence, or %NULL with @error. */
TuceJournalStream *tuce_journal_stream_new (TuceCounty *county, gint64 sequence, GError **error);

/** tuce_journal_stream_free: Closes and frees @stream; the connection of its county must still be open. */
void tuce_journal_stream_free (TuceJournalStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceJournalStream, tuce_journal_stream_free)

/**
 * tuce_journal_stream_read: The callback through which SQLite's streaming functions read a changeset; @stream: a
 * TuceJournalStream. Returns: an SQLite result.
 */
int tuce_journal_stream_read (void *stream, void *data, int *n_bytes);

/** tuce_journal_stream_is_damaged: Returns: whether some of what was read so far could not be unpacked. */
gboolean tuce_journal_stream_is_damaged (TuceJournalStream *stream);

/**
 * tuce_journal_stream_sum: Adds the changes to @sum, packed as they are in the file. Returns: %FALSE when the file can't be
 * read.
 */
gboolean tuce_journal_stream_sum (TuceJournalStream *stream, GChecksum *sum);
