/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-mistake.h"

/**
 * TuceLint:
 *
 * Checks a pack before it is used in a county: whether the text is a pack; whether every expression and figure compiles
 * against the register's tables, uses only parameters and functions that exist, comes to an end, and gives yes, no or
 * NULL for a county of invented records; and whether fields are compared only with values they can have. It works in
 * memory and touches no file. To be used only on the thread that made it; making one takes some tenths of a second.
 */
typedef struct _TuceLint TuceLint;

/**
 * tuce_lint_new:
 * Gives a lint, which the caller owns. @county: (nullable): whose parameters rules may name; with %NULL those of
 * data/standards/parameters.csv. %NULL with @error where data/ can't be read.
 */
TuceLint *tuce_lint_new (TuceCounty *county, GError **error);

/** tuce_lint_free: Frees the lint and its county in memory. */
void tuce_lint_free (TuceLint *lint);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceLint, tuce_lint_free)

/**
 * tuce_lint_text:
 * @text: of a pack
 * Returns: (transfer full) (element-type TuceMistake): the mistakes in the order of the text; empty where there are
 * none.
 */
GPtrArray *tuce_lint_text (TuceLint *lint, const char *text);

/** tuce_lint_refuses: Whether a pack with these mistakes can't be used: at least one of them is not only a doubt. */
gboolean tuce_lint_refuses (GPtrArray *mistakes);
