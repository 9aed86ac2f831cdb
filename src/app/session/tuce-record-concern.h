/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_record_is_concerned:
 * Returns: whether @changes are about the record @id of @entity: itself, or one that belongs to it (its members, its year).
 * Where what was deleted no longer says whose it was, they are.
 */
gboolean tuce_record_is_concerned (TuceCounty *county, const TuceChangeSet *changes, const char *entity, gint64 id);
