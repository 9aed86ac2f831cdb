/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * TuceCountyLock:
 *
 * The right to write a county file: an advisory lock on PATH.lock. The system releases it when its holder ends, even by a
 * crash, so a lock is never left behind. The text in the file tells other programs who holds the lock.
 */
typedef struct _TuceCountyLock TuceCountyLock;

/**
 * tuce_county_lock_take:
 * Returns: (transfer full): the lock, or %NULL with TUCE_ERROR_HELD (the sentence names the holder) or
 * TUCE_ERROR_READ_ONLY (the folder can't be written).
 */
TuceCountyLock *tuce_county_lock_take (const char *path, GError **error);

/** tuce_county_lock_free: Releases the lock and frees it. Its file stays, for the next holder. */
void tuce_county_lock_free (TuceCountyLock *lock);

/** tuce_county_lock_discard: Releases the lock of a county file that was deleted, frees it, and removes PATH.lock. */
void tuce_county_lock_discard (TuceCountyLock *lock);
