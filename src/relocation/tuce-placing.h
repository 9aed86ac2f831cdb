/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assignment.h"

/** TucePlacing: an assignment in the making: who is where, and what room is left. */
typedef struct
{
  const TuceAssignment *problem;
  int *room;          /* of each unit, or -1 */
  gint64 *households; /* left in each room */
  gint64 *people;
  gint64 *houses;     /* houses[room * n_kinds + kind] */
} TucePlacing;

void tuce_placing_init (TucePlacing *placing, const TuceAssignment *problem);
void tuce_placing_clear (TucePlacing *placing);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TucePlacing, tuce_placing_clear)

/** tuce_placing_may / fits: whether @unit may go to @room at all; whether there is room for it now. */
gboolean tuce_placing_may (const TucePlacing *placing, guint unit, guint room);
gboolean tuce_placing_fits (const TucePlacing *placing, guint unit, guint room);

/** tuce_placing_move: Puts @unit into @room, or nowhere (-1). */
void tuce_placing_move (TucePlacing *placing, guint unit, int room);

/** tuce_placing_insert_all: Puts every unit without a room where it fits best, moving one other on where that makes room. */
void tuce_placing_insert_all (TucePlacing *placing, GCancellable *cancellable);

/** tuce_placing_shake: Lets go of some units by chance, to be placed anew. */
void tuce_placing_shake (TucePlacing *placing, GRand *rand);

/** tuce_placing_copy: Makes @to, of the same problem, like @from. */
void tuce_placing_copy (const TucePlacing *from, TucePlacing *to);

/** tuce_placing_improve: Moves and exchanges units as long as that gets cheaper, or places more people. */
void tuce_placing_improve (TucePlacing *placing, GCancellable *cancellable);
