/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../register/small-county.h"

/** small_standards_use: From here on the program's data are the real ones, but for a few rules of tests/standards/small/. */
void small_standards_use (void);

/** small_standards_remove: Removes what that needed. */
void small_standards_remove (void);
