/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * TuceCountyLock:
 *
 * The right to write a county file: an advisory lock on PATH.lock, which the system lets go of when its holder dies in
 * whatever way, so that it can't go stale. The file says who holds it, for the others to read.
 */
typedef struct _TuceCountyLock TuceCountyLock;

/**
 * tuce_county_lock_take:
 * Returns: (transfer full): the lock, or %NULL with TUCE_ERROR_HELD (the sentence names the holder) or
 * TUCE_ERROR_READ_ONLY (the folder can't be written).
 */
TuceCountyLock *tuce_county_lock_take (const char *path, GError **error);

/** tuce_county_lock_free: Lets go of the lock. Its file stays for the next. */
void tuce_county_lock_free (TuceCountyLock *lock);

/** tuce_county_lock_discard: Lets go of the lock of a county that is no more, and removes its file. */
void tuce_county_lock_discard (TuceCountyLock *lock);
