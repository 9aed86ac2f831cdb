/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/** What a site passes before its houses are allotted, in the order of domain.md §3.5. */
typedef enum
{
  TUCE_DEMO_SITED,
  TUCE_DEMO_PLANNED,
  TUCE_DEMO_LAND,
  TUCE_DEMO_TENDERED,
  TUCE_DEMO_STARTED,
  TUCE_DEMO_TOPPED,
  TUCE_DEMO_INFRA,
  TUCE_DEMO_ACCEPTED,
  TUCE_DEMO_ALLOTTED,
  TUCE_DEMO_N_GATES
} TuceDemoGate;

/** What may be planted in what is written of a site. */
typedef enum
{
  TUCE_DEMO_NO_MISTAKE,
  TUCE_DEMO_OVERFULL,
  TUCE_DEMO_NO_CONSTRUCTOR,
  TUCE_DEMO_FLOODED,
  TUCE_DEMO_OVERPAID,
  TUCE_DEMO_NO_ACCOUNT,
  TUCE_DEMO_NO_LAND_DATE
} TuceDemoSiteMistake;

/** Houses are built for so many people at most: six stand for all larger households (25n m², 150 m² at most). */
#define TUCE_DEMO_N_HOUSE_KINDS 6

/**
 * TuceDemoSite: an invented site in a real village.
 * @year: of the plan it belongs to
 * @days: days before the demo's at which each gate was passed, 0 for not yet
 * @due: likewise the day it is to be finished by; negative for days to come
 * @households, @people: that are to move there; @spare: houses for nobody yet
 * @houses: with how many rooms: those for one person, two, …
 */
struct _TuceDemoSite
{
  const TuceDemoVillage *village;
  gint64 id, constructor_id;
  TucePosition position;
  const char *type;
  int year, due;
  int days[TUCE_DEMO_N_GATES];
  guint households, people, spare;
  guint houses[TUCE_DEMO_N_HOUSE_KINDS];
  TuceDemoSiteMistake mistake;
  char name[80];
  char code[20];
};

/** Where households go that have no site. */
#define TUCE_DEMO_SCATTERED -1
#define TUCE_DEMO_STAYS -2

/**
 * TuceDemoMoves: who moves where, settled before the first of them is made.
 * @sites: (element-type TuceDemoSite): never resized after tuce_demo_moves_new()
 * @site_of: of each household, in the order they are made: the index of its site, or one of the above
 */
typedef struct
{
  GArray *sites;
  gint16 *site_of;
} TuceDemoMoves;

/**
 * tuce_demo_moves_new:
 * @townships: (element-type TuceDemoTownship)
 * @sizes: of each of @n households, in the order they are made: township by township, village by village
 * @people: how many of them move; met exactly where there are households of one person
 * @rivers: (element-type TuceShape): no site is near one
 */
TuceDemoMoves *tuce_demo_moves_new (TuceDemoWorld *world, GPtrArray *townships, const guint8 *sizes, guint n,
                                    guint people, GPtrArray *rivers);
void tuce_demo_moves_free (TuceDemoMoves *moves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoMoves, tuce_demo_moves_free)

/** tuce_demo_plan_sites: Gives @n sites in villages of @villages, with their dates. Fewer, where there is no room. */
GArray *tuce_demo_plan_sites (TuceDemoWorld *world, GPtrArray *villages, guint n, GPtrArray *rivers);

/** tuce_demo_may_move: whether one of @village can go to @site: who has left the list has moved before this year. */
gboolean tuce_demo_may_move (const TuceDemoWorld *world, const TuceDemoVillage *village, const TuceDemoSite *site);

/**
 * tuce_demo_make_move: sets how @household of @village, whose size is known, moves.
 * @site: (nullable): where to; %NULL for scattered
 */
void tuce_demo_make_move (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoVillage *village,
                          const TuceDemoSite *site);

/** tuce_demo_group: Gives a villager group of @village for @household: of the last one all move, and nobody else is in it. */
int tuce_demo_group (TuceDemoWorld *world, const TuceDemoHousehold *household, const TuceDemoVillage *village);

/** tuce_demo_payable: Gives how much of what was approved may be paid at the stage @move has reached, in percent. */
int tuce_demo_payable (const TuceDemoLimits *limits, const TuceDemoMove *move);
