/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/**
 * TucePortions:
 *
 * A long edit written piece by piece (thousands of moves, outlines, rows of a table), so that the window can answer between two
 * portions. From beginning to end it is the one edit of its county: other edits are refused with its name, drafts wait in
 * memory, and trials run on top of it. If it is freed before it is finished, or its county is closed, nothing is changed. On
 * the county's own thread.
 */
typedef struct _TucePortions TucePortions;

/** TucePortionsStep: Writes piece number @index of the work @data into @edit. Returns: %FALSE with @error where that failed. */
typedef gboolean (*TucePortionsStep) (TuceCounty *county, TuceEdit *edit, gpointer data, guint index, GError **error);

/**
 * tuce_portions_new:
 * @label: what the journal calls the edit
 * @n_steps: how many pieces there are
 * @data: (transfer full): what @step works on; freed by @destroy (nullable), also on failure
 *
 * Returns: (transfer full): the edit, nothing written yet, or %NULL with @error as tuce_edit_begin().
 */
TucePortions *tuce_portions_new (TuceCounty *county, const char *label, TucePortionsStep step, guint n_steps, gpointer data,
                                 GDestroyNotify destroy, GError **error);

/** tuce_portions_set_label: Changes the label, for edits that know only at their end how many records they changed. */
void tuce_portions_set_label (TucePortions *portions, const char *label);

/**
 * tuce_portions_continue:
 * @done: (out): whether all pieces are written and only tuce_portions_finish() is left
 *
 * Writes for about @milliseconds, one piece at least, and checks what it wrote (tuce_edit_judge()). After a failure @portions
 * can only be freed.
 */
gboolean tuce_portions_continue (TucePortions *portions, guint milliseconds, gboolean *done, GError **error);

/** tuce_portions_fraction: Gives how much is written, 0…1. */
double tuce_portions_fraction (const TucePortions *portions);

/**
 * tuce_portions_finish: Commits: all pieces are one entry of the journal and one undo. @portions still has to be freed, also
 * on failure.
 */
gboolean tuce_portions_finish (TucePortions *portions, GError **error);

/** tuce_portions_free: Frees @portions with its @data; where it was not finished, everything written is rolled back. */
void tuce_portions_free (TucePortions *portions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePortions, tuce_portions_free)

/**
 * tuce_portions_write_all:
 * @portions: (transfer full)
 * Writes all pieces, commits and frees @portions, for programs without a window. When cancelled or on failure nothing is changed.
 */
gboolean tuce_portions_write_all (TucePortions *portions, GCancellable *cancellable, GError **error);
