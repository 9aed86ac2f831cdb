/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-mistake.h"

/**
 * TuceLint:
 *
 * Looks at a pack before it meets a county: whether its text is a pack, whether every expression and figure compiles
 * against the register's tables, asks only for parameters and functions there are, comes to an end, gives yes, no or
 * nothing for a county of invented records, and compares fields with what they may hold. Tries in memory; touches no
 * file. Belongs to the thread that made it; making one takes some tenths of a second.
 */
typedef struct _TuceLint TuceLint;

/** tuce_lint_new: @county: (nullable): whose parameters the rules may name; %NULL: those of data/standards/parameters.csv. */
TuceLint *tuce_lint_new (TuceCounty *county, GError **error);
void tuce_lint_free (TuceLint *lint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceLint, tuce_lint_free)

/**
 * tuce_lint_text:
 * @text: of a pack
 * Returns: (transfer full) (element-type TuceMistake): in the order of the text; empty where all is well.
 */
GPtrArray *tuce_lint_text (TuceLint *lint, const char *text);

/** tuce_lint_refuses: whether a pack with these mistakes can't be used: one of them is more than a doubt. */
gboolean tuce_lint_refuses (GPtrArray *mistakes);
