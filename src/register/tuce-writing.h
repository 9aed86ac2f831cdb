/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/* Transactions: of what is worked out from the records, and of reading. Edits have theirs (tuce-edit.h). */

/**
 * tuce_deriving_begin:
 * @cancellable: (nullable): heard while a worker waits for its turn
 *
 * One transaction of deriving statements (tuce-statement.h), on the county's own connection between edits, or on one of
 * tuce_county_open_deriving(), behind the gate like everything that writes. Not made safe against a power cut: what is derived
 * can be worked out again, and says up to where it holds. A worker looks at tuce_deriving_is_over() between two rows, and then
 * commits and begins anew.
 */
gboolean tuce_deriving_begin (TuceCounty *county, GCancellable *cancellable, GError **error);
gboolean tuce_deriving_is_over (TuceCounty *county);
gboolean tuce_deriving_commit (TuceCounty *county, GError **error);
void tuce_deriving_rollback (TuceCounty *county);

/** tuce_reading_begin: From here on @county sees the file as it is now, until tuce_reading_end(). Nobody waits for it. */
gboolean tuce_reading_begin (TuceCounty *county, GError **error);
void tuce_reading_end (TuceCounty *county);

/**
 * tuce_county_checkpoint:
 * Takes what the write-ahead log holds into the file itself, as far as no reader forbids it. Takes as long as the disk does:
 * for workers, outside the gate.
 */
void tuce_county_checkpoint (TuceCounty *county);
