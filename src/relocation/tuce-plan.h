/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assignment.h"
#include "tuce-position.h"
#include "tuce-scenario.h"

/*
 * Working a scenario out: read it, assign on a worker, write the result; then what it amounts to, and what adopting it
 * would change. Distances are straight ones, in metres.
 */

/**
 * TucePlan: a scenario as it was read, and, once worked out, who goes where. Made on its county's thread; then one worker
 * may have it.
 */
typedef struct _TucePlan TucePlan;

/**
 * tuce_plan_load:
 * @scenario: id of the record
 *
 * Reads who is to be placed, from where, and what the sites take. Refused, with a sentence, where nobody is to be
 * placed, no site takes part, one has a capacity of 0, no room is left, no position (for costs: no cost) is known, a
 * parameter is missing, or wishes contradict each other.
 */
TucePlan *tuce_plan_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);
void tuce_plan_free (TucePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlan, tuce_plan_free)

/** tuce_plan_solve: Works it out. Pure: any thread. Refused (G_IO_ERROR_CANCELLED) only when cancelled. */
gboolean tuce_plan_solve (TucePlan *plan, GCancellable *cancellable, GError **error);

/** tuce_plan_n_households: Returns: how many are to be placed. */
guint tuce_plan_n_households (const TucePlan *plan);

/** tuce_plan_write: Begins to write the result of the solved @plan (transfer full) into its scenario: one edit. */
TucePortions *tuce_plan_write (TuceCounty *county, TucePlan *plan, GError **error);

/** TuceSiteFigures: a site of a scenario. Capacities are -1 where there is no limit. */
typedef struct
{
  gint64 id;      /* of the scenario_site */
  gint64 site_id; /* of the site; 0 for a candidate */
  char *name;
  gboolean open;
  gint64 room_households, room_people;
  GArray *room_houses;        /* gint64, by the list house_kind */
  guint households, people;      /* placed by the scenario */
  guint staying, staying_people; /* have a place there and are not up for placing */
  GArray *houses;                /* gint64: used, by those placed and those staying */
  double metres;                 /* times people, of those placed */
  double longest;
} TuceSiteFigures;

/** TuceReasonFigures: how many found no place, by a code of the list placement. */
typedef struct
{
  const TuceCode *placement;
  guint households, people;
} TuceReasonFigures;

/**
 * TucePlanFigures: what a scenario amounts to.
 * @planned: whether it was worked out
 * @current: and nothing of the scenario changed since
 * @stale: households that came or went, among those to be placed, since it was worked out
 * @households, @people: that were to be placed; then those that were
 * @metres: times people, of those placed whose way is known; @way_people: those
 * @mean: metres a person; @longest: of a household
 * @cost: in fen, of those placed; -1 where a site lacks its cost a person
 * @by_cost: the aim: @total and @bound are fen, else metres times people
 * @gap: (@total − @bound) ÷ @bound
 * @wishes, @wishes_kept: households with a site wished for; those that got one
 * @houses_used, @houses_room: by the list house_kind, all sites together; room -1 where a site does not limit them
 */
typedef struct
{
  gint64 id;
  char *name;
  gboolean planned, current;
  char *planned_at;
  char *adopted_on;
  guint stale;
  guint households, people;
  guint placed_households, placed_people;
  double metres, mean, longest;
  guint way_people;
  double cost;
  gboolean by_cost;
  double total, bound, gap;
  gboolean exact;
  guint wishes, wishes_kept;
  GPtrArray *sites;   /* TuceSiteFigures */
  GArray *reasons;    /* TuceReasonFigures, none with 0 */
  GArray *houses_used, *houses_room; /* gint64 */
} TucePlanFigures;

/** tuce_plan_figures_load: Works them out from what the file holds. On the county's thread: a reader on a worker. */
TucePlanFigures *tuce_plan_figures_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);
void tuce_plan_figures_free (TucePlanFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlanFigures, tuce_plan_figures_free)

/**
 * tuce_plan_proof:
 * Gives in words how good the result is: "No better one is possible", or "At most 1.2 % more than the least possible".
 */
char *tuce_plan_proof (const TucePlanFigures *figures);

/** TuceUnplaced: a household that found no place. Names borrowed from nobody. */
typedef struct
{
  gint64 household_id;
  char *head_name;
  char *village_name;
  guint people;
  const TuceCode *placement;
} TuceUnplaced;

/** tuce_plan_unplaced: Returns: (element-type TuceUnplaced): by reason, then village. */
GPtrArray *tuce_plan_unplaced (TuceCounty *county, gint64 scenario, GError **error);

/**
 * TuceAdoption: what adopting a scenario would change, before it does: sites that candidates become, capacities, and for
 * each household placed its site and size of house. Those not placed, and those who meanwhile moved in or were resettled
 * another way, stay as they are.
 */
typedef struct _TuceAdoption TuceAdoption;

/** tuce_adoption_load: Refused where the scenario was not worked out, or changed since. */
TuceAdoption *tuce_adoption_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);
void tuce_adoption_free (TuceAdoption *adoption);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAdoption, tuce_adoption_free)

/** tuce_adoption_sentences: Returns: (transfer full) (element-type utf8): what would change, a sentence each; empty when nothing would. */
GPtrArray *tuce_adoption_sentences (const TuceAdoption *adoption);

/** tuce_adoption_write: Begins to write @adoption (transfer full): sites, capacities, who goes where: one edit. */
TucePortions *tuce_adoption_write (TuceCounty *county, TuceAdoption *adoption, GError **error);
