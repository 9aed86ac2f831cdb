/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assignment.h"
#include "tuce-position.h"
#include "tuce-scenario.h"

/*
 * Working out a scenario: read it, solve it on a worker thread, write the result; then show its figures, and what
 * adopting it would change. All distances are straight lines, in metres.
 */

/**
 * TucePlan: a scenario as it was read and, after tuce_plan_solve(), who goes where. Made on the county's thread; then
 * one worker thread may use it.
 */
typedef struct _TucePlan TucePlan;

/**
 * tuce_plan_load:
 * @scenario: id of the record
 *
 * Reads who is to be placed, from where, and what the sites can take. The caller owns the plan. TUCE_ERROR_REFUSED,
 * with a sentence, where nobody is to be placed, no site takes part, a site has a capacity of 0, no space is left, no
 * position (where the aim is cost: no cost) is known, a parameter has no value, or wishes contradict each other.
 */
TucePlan *tuce_plan_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);

/** tuce_plan_free: Frees the plan. */
void tuce_plan_free (TucePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlan, tuce_plan_free)

/**
 * tuce_plan_solve:
 * Solves the plan. Uses nothing but the plan: any thread. Fails only when cancelled (G_IO_ERROR_CANCELLED).
 */
gboolean tuce_plan_solve (TucePlan *plan, GCancellable *cancellable, GError **error);

/** tuce_plan_n_households: Gives how many households are to be placed. */
guint tuce_plan_n_households (const TucePlan *plan);

/**
 * tuce_plan_write:
 * Begins to write the result of the solved @plan (transfer full) into its scenario, as one edit. The caller goes on
 * with the portions and owns them; %NULL with @error as an edit can't begin.
 */
TucePortions *tuce_plan_write (TuceCounty *county, TucePlan *plan, GError **error);

/** TuceSiteFigures: one site of a scenario. Capacities are -1 where there is no limit. */
typedef struct
{
  gint64 id;      /* of the scenario_site */
  gint64 site_id; /* of the site; 0 for a candidate */
  char *name;
  gboolean open;
  gint64 room_households, room_people;
  GArray *room_houses;        /* gint64, by the list house_kind */
  guint households, people;      /* placed there by the scenario */
  guint staying, staying_people; /* those who have a place there and are not among those to be placed */
  GArray *houses;                /* gint64: houses used, by those placed and those who stay */
  double metres;                 /* sum of metres × people of those placed */
  double longest;
} TuceSiteFigures;

/** TuceReasonFigures: how many found no place for one reason, a code of the list placement. */
typedef struct
{
  const TuceCode *placement;
  guint households, people;
} TuceReasonFigures;

/**
 * TucePlanFigures: the figures of a scenario.
 * @planned: whether it was worked out
 * @current: whether, besides, nothing of the scenario changed after that
 * @stale: how many households joined or left those to be placed after that
 * @households, @people: how many were to be placed; @placed_households, @placed_people: how many of them were
 * @metres: sum of metres × people, of those placed whose distance is known; @way_people: how many people those are
 * @mean: metres for one person; @longest: metres for a household
 * @cost: fen, of those placed; -1 where a site has no cost for a person
 * @by_cost: the aim: @total and @bound are fen if set, else metres × people
 * @gap: (@total − @bound) ÷ @bound
 * @wishes, @wishes_kept: households that wish for a site; how many of them got one they wished for
 * @houses_used, @houses_room: by the list house_kind, for all sites together; room is -1 where a site has no limit
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
  GArray *reasons;    /* TuceReasonFigures: only reasons that occur */
  GArray *houses_used, *houses_room; /* gint64 */
} TucePlanFigures;

/**
 * tuce_plan_figures_load:
 * Works out the figures from what the file stores. The caller owns them; %NULL with @error. On the thread of @county,
 * which may be a read connection on a worker.
 */
TucePlanFigures *tuce_plan_figures_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);

/** tuce_plan_figures_free: Frees the figures. */
void tuce_plan_figures_free (TucePlanFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlanFigures, tuce_plan_figures_free)

/**
 * tuce_plan_proof:
 * Gives in words how good the result is: "No better one is possible", or "At most 1.2 % more than the least possible".
 * The caller owns the text.
 */
char *tuce_plan_proof (const TucePlanFigures *figures);

/** TuceUnplaced: a household that found no place. It owns its names. */
typedef struct
{
  gint64 household_id;
  char *head_name;
  char *village_name;
  guint people;
  const TuceCode *placement;
} TuceUnplaced;

/**
 * tuce_plan_unplaced:
 * Returns: (transfer full) (element-type TuceUnplaced): ordered by reason, then village; %NULL with @error.
 */
GPtrArray *tuce_plan_unplaced (TuceCounty *county, gint64 scenario, GError **error);

/**
 * TuceAdoption: what adopting a scenario would change, worked out before it does: candidates that become sites,
 * capacities, and for each placed household its site and size of house. Households that were not placed, and those that
 * meanwhile moved in or were resettled in another way, stay as they are.
 */
typedef struct _TuceAdoption TuceAdoption;

/**
 * tuce_adoption_load:
 * Works it out; the caller owns it. TUCE_ERROR_REFUSED where the scenario was not worked out, or has changed since.
 */
TuceAdoption *tuce_adoption_load (TuceCounty *county, gint64 scenario, GCancellable *cancellable, GError **error);

/** tuce_adoption_free: Frees it. */
void tuce_adoption_free (TuceAdoption *adoption);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceAdoption, tuce_adoption_free)

/**
 * tuce_adoption_sentences:
 * Returns: (transfer full) (element-type utf8): one sentence for each kind of change; empty when nothing would change.
 */
GPtrArray *tuce_adoption_sentences (const TuceAdoption *adoption);

/**
 * tuce_adoption_write:
 * Begins to write @adoption (transfer full), as one edit: sites, capacities, who goes where. The caller goes on with
 * the portions and owns them; %NULL with @error as an edit can't begin.
 */
TucePortions *tuce_adoption_write (TuceCounty *county, TuceAdoption *adoption, GError **error);
