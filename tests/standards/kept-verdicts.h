/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * kept_verdicts_assert_whole:
 * Checks that from whatever results are stored in @county, which is open for writing, the same results follow as from a
 * complete run: brings them up to date, then runs completely, and compares.
 */
void kept_verdicts_assert_whole (TuceCounty *county);
