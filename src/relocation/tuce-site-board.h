/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-position.h"
#include "tuce-rollup.h"

/*
 * The figures of resettlement sites (domain.md §3.7, §3.8, indicators D11 to D13 and D18 of §8): what they take, who is to
 * move there and from which village, who moved in, how much house they have, what became of the old ones, the red lines.
 * People are always those entitled at approval (relocation.people).
 */

/**
 * TuceMoves: households that move, counted.
 * @households, @people: all of them
 * @in_households, @in_people: those of them that moved in
 * @area: of the houses that are measured, 0.01 m²; @area_people: who live in them
 * @old_due, @old_gone, @reclaimed: old houses that have to go; of these: pulled down; with their land reclaimed
 * @able, @employed: households with somebody able to work; of these: with somebody at work
 * @redlines: of the relocation standard in force, a tally of households for each criterion
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

/** tuce_moves_area_per_head: Gives m² a head where houses are measured, -1 where none is. */
double tuce_moves_area_per_head (const TuceMoves *moves);

/**
 * TuceOriginMoves: those of some movers who come from one village.
 * @village_id: its record
 * @name: township and village
 * @distance: metres from the village's position to the site's, straight: where they go to several, the mean by people of
 *   those whose way is known; -1 where none is
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
 * TuceMovers: some of those who move.
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
 * @by_hand: whether somebody set the stage; @note: why
 * @plan_households, @plan_people: what it is planned for; -1 where that is not known
 * @in_scope: whether it lies inside the scope; the others take in people from there
 * @movers: everybody who moves there, wherever they come from
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
 * @sites: (element-type TuceSiteBoard): that lie in the scope or take in people from there, by place and name
 * @everybody: who moves from inside the scope, to wherever
 * @scattered, @unplaced: those of them who are settled scattered; and those who have no site yet
 * @n_inside, @plan_people, @inside: the sites that lie in the scope: how many, planned for how many people (as far as that is
 *   known), and all who move to these
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
 * @standards: (nullable): whose relocation standard counts the red lines; without one they are not counted
 * @scope: (nullable): a division code; %NULL for the whole county
 *
 * Reads the figures of all sites at once. A household whose red lines were never assessed counts as not checked. On the
 * county's thread, a tenth of a second: give it a reader on a worker.
 */
TuceSiteBoards *tuce_site_boards_load (TuceCounty *county, TuceStandards *standards, const char *scope,
                                       GCancellable *cancellable, GError **error);
void tuce_site_boards_free (TuceSiteBoards *boards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiteBoards, tuce_site_boards_free)

/** tuce_site_boards_find: Returns: (nullable): the site with this id. */
const TuceSiteBoard *tuce_site_boards_find (const TuceSiteBoards *boards, gint64 id);
