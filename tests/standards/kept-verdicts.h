/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * kept_verdicts_assert_whole:
 * Whatever was kept of verdicts and findings in @county, open for writing, leads to what a complete run finds: brings it up to
 * date, then runs completely, and compares.
 */
void kept_verdicts_assert_whole (TuceCounty *county);
