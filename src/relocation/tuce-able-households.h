/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_able_households:
 * Gives, for each household that is to move, whether somebody in it is able to work (data/standards/facts/: members).
 * To know it all members have to be read, whose lines lie all over the file: what was found is remembered for the readers
 * that come after, as long as the journal says that no member has changed. In the reading under way, on any thread; not
 * to be altered.
 *
 * Returns: (transfer full): gint64 → 0 or 1
 */
GHashTable *tuce_able_households (TuceCounty *county, GCancellable *cancellable, GError **error);
