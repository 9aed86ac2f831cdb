/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/** The stages that a site passes until its houses are allotted, in the order of data/relocation/stages.csv. */
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

/** The mistakes that may be planted in a site. */
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

/**
 * Houses are of so many kinds, for one person, two, …; the kind for six also serves larger households (25 m² a person, 150
 * m² at most: 达川区九岭乡 九府发〔2017〕39号).
 */
#define TUCE_DEMO_N_HOUSE_KINDS 6

/**
 * TuceDemoSite: an invented site in a real village.
 * @year: the year of the plan it belongs to
 * @days: when each stage was passed, in days before the demo's day; 0 for not yet
 * @due: when it has to be finished, in days before the demo's day; negative for days to come
 * @households, @people: how many are to move there
 * @spare: how many houses have no household yet
 * @houses: how many houses there are for one person, for two, …
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

/** What stands in TuceDemoMoves for households that have no site: they move elsewhere, or do not move. */
#define TUCE_DEMO_SCATTERED -1
#define TUCE_DEMO_STAYS -2

/**
 * TuceDemoMoves: which household moves where, decided before the first household is made.
 * @sites: (element-type TuceDemoSite): never resized after tuce_demo_moves_new()
 * @site_of: for each household, in the order in which they are made: the index of its site, TUCE_DEMO_SCATTERED or TUCE_DEMO_STAYS
 */
typedef struct
{
  GArray *sites;
  gint16 *site_of;
} TuceDemoMoves;

/**
 * tuce_demo_moves_new:
 * @townships: (element-type TuceDemoTownship)
 * @sizes: the number of people of each of @n households, in the order in which they are made: township by township, village by village
 * @people: how many people move in all; reached exactly where there are households of one person
 * @rivers: (element-type TuceShape): no site is placed near one
 *
 * Returns: (transfer full): which households move, and the sites. @townships must outlive it.
 */
TuceDemoMoves *tuce_demo_moves_new (TuceDemoWorld *world, GPtrArray *townships, const guint8 *sizes, guint n,
                                    guint people, GPtrArray *rivers);

/** tuce_demo_moves_free: Frees @moves with its sites. */
void tuce_demo_moves_free (TuceDemoMoves *moves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoMoves, tuce_demo_moves_free)

/**
 * tuce_demo_plan_sites: Gives (transfer full) (element-type TuceDemoSite) @n sites in some of @villages (element-type
 * TuceDemoVillage), with their dates; fewer where no suitable ground is found.
 */
GArray *tuce_demo_plan_sites (TuceDemoWorld *world, GPtrArray *villages, guint n, GPtrArray *rivers);

/**
 * tuce_demo_may_move: Returns: whether a household of @village can move to @site: from a village that has left the list
 * people moved before this year.
 */
gboolean tuce_demo_may_move (const TuceDemoWorld *world, const TuceDemoVillage *village, const TuceDemoSite *site);

/**
 * tuce_demo_make_move: Sets how @household of @village, whose size is set already, moves.
 * @site: (nullable): the site it moves to; %NULL where it moves elsewhere
 */
void tuce_demo_make_move (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoVillage *village,
                          const TuceDemoSite *site);

/**
 * tuce_demo_group: Draws the villager group of @village in which @household is: the last one for households that move as a
 * whole group, which nobody else is in; one of the others for all other households.
 */
int tuce_demo_group (TuceDemoWorld *world, const TuceDemoHousehold *household, const TuceDemoVillage *village);

/** tuce_demo_payable: Gives how much of what was approved may be paid at the stage @move has reached, in percent. */
int tuce_demo_payable (const TuceDemoLimits *limits, const TuceDemoMove *move);
