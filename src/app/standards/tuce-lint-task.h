/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-lint.h"
#include "tuce-read.h"

/**
 * tuce_lint_looking: what tuce_lint_text() finds in a text (char *), knowing the parameters of the county: a GPtrArray of
 * TuceMistake.
 */
extern const TuceReadKind tuce_lint_looking;
