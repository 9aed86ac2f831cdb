/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-procedure.h"

/**
 * TuceMove:
 *
 * A list of households (a village's, a filter's) moved one step of a procedure at once: those the gates refuse are
 * listed with their sentences, the others are one edit. Done in portions, so that a window stays alive: as a trial,
 * which writes nothing, or in earnest.
 */
typedef struct _TuceMove TuceMove;

/** A subject that was not moved, and why. */
typedef struct
{
  gint64 id;
  char *sentence;
} TuceRefusal;

/**
 * tuce_move_new:
 * @record: of "step": the values for all of them; procedure, step, subject and place are filled in
 * @in_earnest: begins the edit: no other can begin before tuce_move_finish() or tuce_move_free()
 */
TuceMove *tuce_move_new (TuceProcedure *procedure, const TuceRule *step, GArray *ids, const TuceRecord *record,
                         gboolean in_earnest, GError **error);

/** tuce_move_continue: Goes on for about @milliseconds. @done: (out): whether that was the last subject. */
gboolean tuce_move_continue (TuceMove *move, guint milliseconds, gboolean *done, GError **error);

/** tuce_move_finish: Commits what was moved, as one edit that says how many. Nothing moved leaves no entry. */
gboolean tuce_move_finish (TuceMove *move, GError **error);

/** tuce_move_free: What was not finished is rolled back. */
void tuce_move_free (TuceMove *move);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMove, tuce_move_free)

double tuce_move_fraction (const TuceMove *move);
guint tuce_move_n_moved (const TuceMove *move); /* of a trial: that would be moved */

/** tuce_move_refusals: Returns: (element-type TuceRefusal): in the order of the list. */
GPtrArray *tuce_move_refusals (const TuceMove *move);
