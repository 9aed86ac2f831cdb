/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/**
 * TuceMove:
 *
 * Moves a list of households (of a village, of a filter) one step of a procedure further. Those that a gate refuses are
 * listed with the sentences of the gates; the others are one edit. It works in portions so that the window goes on
 * answering: either as a trial, which writes nothing, or for real.
 */
typedef struct _TuceMove TuceMove;

/** TuceRefusal: a subject that was not moved, and the reason. */
typedef struct
{
  gint64 id;
  char *sentence;
} TuceRefusal;

/**
 * tuce_move_new:
 * @record: of "step": the values for all of them; procedure, step, subject and place are filled in
 * @in_earnest: whether to write. If so, the edit begins here, and no other can begin before tuce_move_finish() or
 *   tuce_move_free()
 * Gives a move, which the caller owns; it must be used on the county's thread. %NULL with @error as tuce_edit_begin()
 * fails.
 */
TuceMove *tuce_move_new (TuceProcedure *procedure, const TuceRule *step, GArray *ids, const TuceRecord *record,
                         gboolean in_earnest, GError **error);

/** tuce_move_continue: Goes on for about @milliseconds. @done: (out): whether the last subject was reached */
gboolean tuce_move_continue (TuceMove *move, guint milliseconds, gboolean *done, GError **error);

/**
 * tuce_move_finish:
 * Commits what was moved, as one edit whose label gives the number. Where nothing was moved, the journal gets no entry.
 */
gboolean tuce_move_finish (TuceMove *move, GError **error);

/** tuce_move_free: Frees the move; an edit that was not finished is rolled back. */
void tuce_move_free (TuceMove *move);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMove, tuce_move_free)

/** tuce_move_fraction: Gives how much is done, from 0 to 1. */
double tuce_move_fraction (const TuceMove *move);

/** tuce_move_n_moved: Gives how many subjects were moved so far; in a trial, how many would be moved. */
guint tuce_move_n_moved (const TuceMove *move);

/**
 * tuce_move_refusals:
 * Returns: (transfer none) (element-type TuceRefusal): those that were not moved, in the order of the list.
 */
GPtrArray *tuce_move_refusals (const TuceMove *move);
