/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/* Transactions for writing derived entities, and for reading. Edits have their own (tuce-edit.h). */

/**
 * tuce_deriving_begin:
 * @cancellable: (nullable): ends the wait of a worker for its turn
 *
 * Enters the gate and begins a transaction for deriving statements (tuce-statement.h), on the county's own connection between
 * edits, or on a connection of tuce_county_open_deriving(). It is not safe against a power cut, and need not be: derived
 * entities can be computed again, and they record up to which journal entry they are valid. A worker asks
 * tuce_deriving_is_over() after every row it writes; when it is, it commits and begins again.
 *
 * Returns: %FALSE with TUCE_ERROR_READ_ONLY where @county may not write, else as of tuce_gate_enter(), or on a worker's
 * connection as of tuce_gate_enter_worker().
 */
gboolean tuce_deriving_begin (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_deriving_is_over: Returns: whether the worker that is in such a transaction should commit now (tuce_gate_is_over()). */
gboolean tuce_deriving_is_over (TuceCounty *county);

/** tuce_deriving_commit: Commits and leaves the gate; on failure it rolls back. */
gboolean tuce_deriving_commit (TuceCounty *county, GError **error);

/** tuce_deriving_rollback: Rolls back and leaves the gate. */
void tuce_deriving_rollback (TuceCounty *county);

/**
 * tuce_reading_begin: Makes @county see the file as it is now until tuce_reading_end(), whatever others write. Takes no lock
 * that a writer waits for.
 */
gboolean tuce_reading_begin (TuceCounty *county, GError **error);

/** tuce_reading_end: Ends what tuce_reading_begin() began; temporary tables filled meanwhile are kept. */
void tuce_reading_end (TuceCounty *county);

/**
 * tuce_county_checkpoint:
 * Copies what the write-ahead log holds into the file itself, as far as no reader still needs it in the log. Waits for the
 * disk, so it is for workers, outside the gate.
 */
void tuce_county_checkpoint (TuceCounty *county);
