/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-position.h"
#include "tuce-rollup.h"

/*
 * The figures of resettlement sites: what they can take, who is to move there and from which village, who has moved in,
 * how much floor area people have, what became of the old houses, the red lines. Which figures a county office wants
 * (入住率, 拆旧复垦率, 超面积户, 就业) is general knowledge, unconfirmed. People are always those entitled when the
 * relocation was approved (relocation.people), whatever happened later.
 */

/**
 * TuceMoves: counts of households that move.
 * @households, @people: all of them
 * @in_households, @in_people: how many of them have moved in
 * @area: of the houses whose area is known, 0.01 m²; @area_people: how many people live in those
 * @old_due, @old_gone, @reclaimed: old houses that must be pulled down; how many of these are pulled down; and have
 *   their land reclaimed
 * @able, @employed: households with somebody able to work; how many of these have somebody at work
 * @redlines: for each criterion of the relocation standard in force, households met, unmet, not checked
 */
typedef struct
{
  gint64 households, people;
  gint64 in_households, in_people;
  gint64 area, area_people;
  gint64 old_due, old_gone, reclaimed;
  gint64 able, employed;
  guint n_redlines;
  TuceTally *redlines;
} TuceMoves;

/** tuce_moves_area_per_head: Gives m² for each person in houses whose area is known; -1 where there is none. */
double tuce_moves_area_per_head (const TuceMoves *moves);

/**
 * TuceOriginMoves: those who come from one village.
 * @village_id: its record
 * @name: township and village
 * @distance: metres from the village's position to the site's, in a straight line. Where people go to several sites,
 *   the mean over the people whose distance is known; -1 where there are none
 */
typedef struct
{
  gint64 village_id;
  char *village_code;
  char *name;
  double distance;
  TuceMoves moves;
  /*< private >*/
  double way, way_people;
} TuceOriginMoves;

/**
 * TuceMovers: a group of those who move.
 * @sum: all of them
 * @origins: (element-type TuceOriginMoves): by village, most people first
 */
typedef struct
{
  TuceMoves sum;
  GPtrArray *origins;
  /*< private >*/
  GHashTable *by_village;
} TuceMovers;

/**
 * TuceSiteBoard: one site.
 * @place: township and village it lies in
 * @stage: code of the list site_stage, "" where there is none
 * @by_hand: whether the stage was set by hand; @note: the reason
 * @plan_households, @plan_people: for how many it is planned; -1 where not known
 * @in_scope: whether it lies inside the scope; a site outside is listed because people from inside move there
 * @movers: everybody who moves there, from anywhere
 */
typedef struct
{
  gint64 id;
  char *name;
  char *village_code;
  char *place;
  char *stage;
  gboolean by_hand;
  char *note;
  gint64 plan_households, plan_people;
  gboolean located;
  TucePosition position;
  gboolean in_scope;
  TuceMovers movers;
} TuceSiteBoard;

/**
 * TuceSiteBoards:
 * @sites: (element-type TuceSiteBoard): the sites that lie in the scope, or to which people from the scope move, by
 *   place and name
 * @everybody: all who move from inside the scope, to anywhere
 * @scattered, @unplaced: those of them who are settled scattered (分散安置); those who have no site yet
 * @n_inside, @plan_people, @inside: the sites that lie in the scope: how many there are, for how many people they are
 *   planned (where known), and all who move to them
 */
typedef struct
{
  GPtrArray *sites;
  TuceMovers everybody, scattered, unplaced;
  guint n_inside;
  gint64 plan_people;
  TuceMovers inside;
} TuceSiteBoards;

/**
 * tuce_site_boards_load:
 * @standards: (nullable): whose relocation standard defines the red lines; %NULL to count none
 * @scope: (nullable): a division code; %NULL for the whole county
 *
 * Reads the figures of all sites at once; the caller owns them, %NULL with @error. A household whose red lines were
 * never assessed counts as not checked. On the thread of @county; takes about 0.1 s, so use a read connection on a
 * worker.
 */
TuceSiteBoards *tuce_site_boards_load (TuceCounty *county, TuceStandards *standards, const char *scope,
                                       GCancellable *cancellable, GError **error);

/** tuce_site_boards_free: Frees all figures. */
void tuce_site_boards_free (TuceSiteBoards *boards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiteBoards, tuce_site_boards_free)

/** tuce_site_boards_find: Gives the site with this id, or %NULL. Owned by @boards. */
const TuceSiteBoard *tuce_site_boards_find (const TuceSiteBoards *boards, gint64 id);
