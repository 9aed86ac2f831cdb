/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_able_households:
 * Gives, for each household that is to move, whether anybody in it is able to work (data/standards/facts/, "members").
 * Counting reads all members, which lie all over the file, so the result is remembered for later readers as long as the
 * journal shows that no member has changed. Runs in the read snapshot under way, on any thread. The table may be
 * shared: do not change it.
 *
 * Returns: (transfer full): gint64 → 0 or 1; %NULL with @error
 */
GHashTable *tuce_able_households (TuceCounty *county, GCancellable *cancellable, GError **error);
