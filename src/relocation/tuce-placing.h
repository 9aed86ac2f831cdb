/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assignment.h"

/** TucePlacing: an assignment being made: where each unit is, and the space left in each room. */
typedef struct
{
  const TuceAssignment *problem;
  int *room;          /* of each unit, or -1 */
  gint64 *households; /* space left in each room */
  gint64 *people;
  gint64 *houses;     /* houses left: houses[room * n_kinds + kind] */
} TucePlacing;

/**
 * tuce_placing_init:
 * Begins with nobody placed. @problem must outlive @placing; tuce_placing_clear() releases what this allocates.
 */
void tuce_placing_init (TucePlacing *placing, const TuceAssignment *problem);

/** tuce_placing_clear: Frees what it holds, not @placing itself. */
void tuce_placing_clear (TucePlacing *placing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TucePlacing, tuce_placing_clear)

/** tuce_placing_may: Whether @unit is allowed to go to @room, whatever space there is. */
gboolean tuce_placing_may (const TucePlacing *placing, guint unit, guint room);

/** tuce_placing_fits: Whether @unit is allowed to go to @room and there is space for it now. */
gboolean tuce_placing_fits (const TucePlacing *placing, guint unit, guint room);

/** tuce_placing_move: Puts @unit into @room, or nowhere (-1). Does not check that it fits. */
void tuce_placing_move (TucePlacing *placing, guint unit, int room);

/**
 * tuce_placing_insert_all:
 * Puts every unit without a room into the cheapest room that has space; where none has, it moves one other unit on if
 * that makes space. Stops early when cancelled.
 */
void tuce_placing_insert_all (TucePlacing *placing, GCancellable *cancellable);

/** tuce_placing_shake: Removes some units at random, to be placed again. */
void tuce_placing_shake (TucePlacing *placing, GRand *rand);

/** tuce_placing_copy: Makes @to, a placing of the same problem, equal to @from. */
void tuce_placing_copy (const TucePlacing *from, TucePlacing *to);

/**
 * tuce_placing_improve:
 * Moves and exchanges units as long as that lowers the cost or places more people. Stops early when cancelled.
 */
void tuce_placing_improve (TucePlacing *placing, GCancellable *cancellable);
