/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-transport.h"

/*
 * Who moves to which site. A unit is one household, or a villager group that stays together; a site takes a limited
 * number of households, of people, and of houses of each size.
 *
 * First, as many people as possible get a place (households, where no site limits people); second, the cost is as low
 * as possible. Where only households and houses are limited, the answer is exact. Where people are limited, or units
 * are groups, no fast method is known that is always exact: then the answer is the best one found, and the bound is a
 * proven lower limit for the cost of any assignment.
 */

/** TuceUnit: what is to be placed as one. */
typedef struct
{
  guint households;  /* households in the unit; 1 except for groups that stay together */
  guint people;
  const guint *houses; /* how many houses of each kind the unit needs; %NULL where houses are not counted */
} TuceUnit;

/** TuceRoom: a site and its limits; G_MAXUINT where there is none. */
typedef struct
{
  guint households;
  guint people;
  const guint *houses; /* for each kind; %NULL where there is no limit */
} TuceRoom;

/**
 * TuceAssignment:
 * @costs: of unit i at room j: costs[i * n_rooms + j], in any unit of measure, from 0 to 2^40; TUCE_TRANSPORT_FORBIDDEN
 *   where i may not go to j
 */
typedef struct
{
  guint n_units;
  const TuceUnit *units;
  guint n_rooms;
  const TuceRoom *rooms;
  guint n_kinds; /* of houses */
  const gint64 *costs;
} TuceAssignment;

/** TucePlacement: where a unit went, or why it has no place. */
typedef enum
{
  TUCE_PLACED,
  TUCE_UNPLACED_FORBIDDEN, /* there is no site to which it may go */
  TUCE_UNPLACED_TOO_LARGE, /* every site to which it may go is too small for it, even when empty */
  TUCE_UNPLACED_NO_HOUSE,  /* the sites to which it may go have no house of its size left */
  TUCE_UNPLACED_FULL       /* the sites to which it may go are full */
} TucePlacement;

/**
 * TuceAssigned:
 * @room: of each unit, or -1
 * @placement: of each unit
 * @cost: of all placed units
 * @households, @people: how many are placed
 * @exact: whether it is proven that no better assignment exists
 * @bound: no assignment that places as many costs less than this; equals @cost when @exact
 */
typedef struct
{
  guint n_units;
  int *room;
  TucePlacement *placement;
  gint64 cost;
  guint households;
  guint people;
  gboolean exact;
  gint64 bound;
} TuceAssigned;

/**
 * tuce_assign:
 * Gives the assignment, which the caller owns; %NULL when cancelled. Uses no state but its arguments: any thread.
 */
TuceAssigned *tuce_assign (const TuceAssignment *problem, GCancellable *cancellable);

/** tuce_assigned_free: Frees the result. */
void tuce_assigned_free (TuceAssigned *assigned);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAssigned, tuce_assigned_free)

/**
 * tuce_assigned_gap:
 * Gives by how much @assigned may at most be worse than the best, as a share of the bound: 0.012 is 1.2 %.
 */
double tuce_assigned_gap (const TuceAssigned *assigned);
