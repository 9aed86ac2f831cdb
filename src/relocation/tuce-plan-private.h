/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-plan.h"
#include "tuce-statement.h"
#include "tuce-wishes.h"

/** TucePlanHousehold: a household to be placed. */
typedef struct
{
  gint64 id;
  char village[16];
  int group; /* 0 where not known */
  guint people;
  guint kind; /* kind of house, as index in the list house_kind */
  gboolean is_placed; /* whether its home, or its village, has a position */
  TucePosition position;
  guint unit; /* the unit it moves with; G_MAXUINT where it can't be counted */
} TucePlanHousehold;

/** TucePlanSite: a site that takes part. Capacities are those of the whole site; -1 where there is no limit. */
typedef struct
{
  gint64 id;
  gint64 site_id;
  char *name;
  TucePosition position;
  gint64 households, people;
  gint64 *houses; /* by kind; NULL where there is no limit */
  gint64 staying_households, staying_people;
  gint64 *staying_houses;
  gint64 cost_per_person; /* fen; -1 where not known */
} TucePlanSite;

struct _TucePlan
{
  TuceRecord *scenario;
  const TuceCodeList *kinds;
  GArray *households; /* TucePlanHousehold */
  GPtrArray *sites;   /* TucePlanSite */
  TuceWishes *wishes;
  gboolean by_cost, by_group, count_people, count_houses;
  double per_person, most; /* limits of red line 2 (住房面积不超标), m²: parameters of data/standards/parameters.csv */

  /* the problem */
  TuceUnit *units;
  guint *unit_houses;
  guint n_units;
  TuceRoom *rooms;
  guint *room_houses;
  gint64 *costs;
  gint64 unkept;      /* the cost of a wish that is not kept */
  gint64 fen_in_unit; /* where the aim is cost: how many fen one step stands for */
  gint64 step;        /* where the aim is cost: the cost of one step, in the units of the problem */
  gboolean step_decides; /* whether no sum of distances can be larger than one step */

  TuceAssigned *assigned;
};

/** tuce_plan_pose: Makes the assignment problem from what was read. */
void tuce_plan_pose (TucePlan *plan);

/**
 * tuce_plan_metres:
 * Gives the straight distance from a household to a site, in whole metres; -1 where it is not known.
 */
double tuce_plan_metres (const TucePlanHousehold *household, const TucePlanSite *site);

/**
 * tuce_plan_where:
 * Gives the index of the site to which the household goes, or -1. @placement: (out): a code of the list placement; not
 * to be freed
 */
int tuce_plan_where (const TucePlan *plan, const TucePlanHousehold *household, const char **placement);

/**
 * tuce_plan_sum:
 * Sets the cost of the result and the lower bound for it, in metres × people or in fen. Returns: whether the result is
 * proven best.
 */
gboolean tuce_plan_sum (const TucePlan *plan, double *total, double *bound);

/**
 * tuce_plan_candidates_sql:
 * Gives the SQL condition, on "relocation AS r" and "household AS h", for the households that @scenario is to place, which
 * the caller owns; %NULL with @error.
 */
char *tuce_plan_candidates_sql (const TuceRecord *scenario, GError **error);

/** tuce_plan_is_by_cost: whether @scenario aims at the least cost, not at the least distance. */
gboolean tuce_plan_is_by_cost (const TuceRecord *scenario);

/** tuce_plan_bind_place: Binds :place of TUCE_PLAN_INSIDE to the place that @scenario is about. */
void tuce_plan_bind_place (TuceStatement *statement, const TuceRecord *scenario);

/** TUCE_PLAN_INSIDE: SQL condition that h lives in the place :place; "" is everywhere. */
#define TUCE_PLAN_INSIDE "substr (h.village_code, 1, length (:place)) = :place"

/**
 * tuce_plan_limits:
 * Reads the parameters of red line 2 into @per_person and @most, in m². Refused where one has no value.
 */
gboolean tuce_plan_limits (TuceCounty *county, double *per_person, double *most, GError **error);
