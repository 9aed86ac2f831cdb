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
void tuce_county_lock_free (TuceCountyLock *lock);
