/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-transport.h"

/*
 * Who moves to which site (domain.md §3.8): units, one household or a villager group that stays together, to sites that take
 * so many households, so many people, and so many houses of each size.
 *
 * First as many people as possible find a place (households, where nobody counts people), then at the least cost. Where nothing but counts of households and houses binds, the answer is exact. Where people are counted, or units are
 * groups, the question is one no fast method answers for sure: then it is the best that was found, and the bound is
 * what a proof says no assignment can be cheaper than.
 */

/** A unit to be placed. */
typedef struct
{
  guint households;  /* of the unit; 1 but for groups that stay together */
  guint people;
  const guint *houses; /* for each kind of house, how many the unit needs; %NULL where houses are not counted */
} TuceUnit;

/** A site, with what it takes; G_MAXUINT where it is not limited. */
typedef struct
{
  guint households;
  guint people;
  const guint *houses; /* for each kind; %NULL where not limited */
} TuceRoom;

/**
 * TuceAssignment:
 * @costs: of unit i at room j: costs[i * n_rooms + j], any unit of measure, 0 to 2^40; TUCE_TRANSPORT_FORBIDDEN for never
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

/** Why a unit found no place. */
typedef enum
{
  TUCE_PLACED,
  TUCE_UNPLACED_FORBIDDEN, /* there is no site it may go to */
  TUCE_UNPLACED_TOO_LARGE, /* no site it may go to could take it, even empty */
  TUCE_UNPLACED_NO_HOUSE,  /* those it may go to have no house of its size left */
  TUCE_UNPLACED_FULL       /* those it may go to are full */
} TucePlacement;

/**
 * TuceAssigned:
 * @room: of each unit, or -1
 * @placement: of each unit
 * @cost: of those placed
 * @households, @people: placed
 * @exact: nothing better is possible
 * @bound: no assignment that places as many costs less; equals @cost when @exact
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

/** tuce_assign: Gives the assignment, or %NULL when cancelled. Pure: any thread. */
TuceAssigned *tuce_assign (const TuceAssignment *problem, GCancellable *cancellable);
void tuce_assigned_free (TuceAssigned *assigned);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAssigned, tuce_assigned_free)

/** tuce_assigned_gap: Gives how far @assigned may be from the best, as a share of the bound: 0.012 is 1.2 %. */
double tuce_assigned_gap (const TuceAssigned *assigned);
