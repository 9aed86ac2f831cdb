/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_touched_records:
 *
 * Gives a set (element-type gint64) of the records of @entity that @changes concern: themselves, or through a record that
 * belongs to one of them (a member, a year). %NULL where that can't be said: everything changed, too much did, other
 * records did whose names may stand in many rows, or what was deleted no longer names its owner. Main thread.
 */
GHashTable *tuce_touched_records (TuceCounty *county, const TuceChangeSet *changes, const char *entity);
