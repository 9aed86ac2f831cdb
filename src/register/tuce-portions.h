/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/**
 * TucePortions:
 *
 * A long edit written piece by piece, so that a window answers between two portions: thousands of moves, outlines, rows of a
 * table. It is the county's one edit from its beginning to its end: other edits are refused meanwhile, by its name; drafts
 * wait; what is typed is tried on top of it. Freed before it is finished, or its county closed, nothing was changed. On the
 * county's own thread.
 */
typedef struct _TucePortions TucePortions;

/** TucePortionsStep: writes the @index-th piece of the work @data into @edit. */
typedef gboolean (*TucePortionsStep) (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error);

/**
 * tuce_portions_new:
 * @label: what the journal calls the edit
 * @n_steps: how many pieces there are
 * @data: (transfer full): what @step works on; freed by @destroy (nullable), also on failure
 */
TucePortions *tuce_portions_new (TuceCounty *county, const char *label, TucePortionsStep step, guint n_steps, gpointer data,
                                 GDestroyNotify destroy, GError **error);

/** tuce_portions_set_label: Names the edit anew: for those that know only at their end how many records they changed. */
void tuce_portions_set_label (TucePortions *portions, const char *label);

/**
 * tuce_portions_continue:
 * @done: (out): whether only tuce_portions_finish() is left
 *
 * Writes for about @milliseconds (one piece at least) and checks what it wrote. After a failure it can only be freed.
 */
gboolean tuce_portions_continue (TucePortions *portions, guint milliseconds, gboolean *done, GError **error);

/** tuce_portions_fraction: How much is written, 0…1. */
double tuce_portions_fraction (const TucePortions *portions);

/** tuce_portions_finish: Commits: one entry of the journal, one undo. It still has to be freed. */
gboolean tuce_portions_finish (TucePortions *portions, GError **error);
void tuce_portions_free (TucePortions *portions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePortions, tuce_portions_free)

/**
 * tuce_portions_write_all:
 * @portions: (transfer full)
 * Writes it to its end, commits and frees it, for programs without a window. Cancelled means that nothing was changed.
 */
gboolean tuce_portions_write_all (TucePortions *portions, GCancellable *cancellable, GError **error);
