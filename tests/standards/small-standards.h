/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../register/small-county.h"

/**
 * small_standards_use: From now on the program uses its real data, except for a few rules of tests/standards/small/.
 */
void small_standards_use (void);

/** small_standards_remove: Removes the files that this needed. */
void small_standards_remove (void);
