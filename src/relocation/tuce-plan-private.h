/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-plan.h"
#include "tuce-wishes.h"

/** TucePlanHousehold: a household to be placed. */
typedef struct
{
  gint64 id;
  char village[16];
  int group; /* 0 where not known */
  guint people;
  guint kind; /* of house, by the list house_kind */
  gboolean is_placed; /* whether anybody knows where it lives */
  TucePosition position;
  guint unit; /* what it moves with; G_MAXUINT where it can't be counted */
} TucePlanHousehold;

/** TucePlanSite: a site that takes part. Capacities are those of the whole site; -1: not limited. */
typedef struct
{
  gint64 id;
  gint64 site_id;
  char *name;
  TucePosition position;
  gint64 households, people;
  gint64 *houses; /* by kind; NULL: not limited */
  gint64 staying_households, staying_people;
  gint64 *staying_houses;
  gint64 cost_per_person; /* fen; -1: not known */
} TucePlanSite;

struct _TucePlan
{
  TuceRecord *scenario;
  const TuceCodeList *kinds;
  GArray *households; /* TucePlanHousehold */
  GPtrArray *sites;   /* TucePlanSite */
  TuceWishes *wishes;
  gboolean by_cost, by_group, count_people, count_houses;
  double per_person, most; /* red line 2, m² */

  /* the problem */
  TuceUnit *units;
  guint *unit_houses;
  guint n_units;
  TuceRoom *rooms;
  guint *room_houses;
  gint64 *costs;
  gint64 unkept;      /* what a wish that is not kept counts as */
  gint64 fen_in_unit; /* by cost: fen that one step of the cost stands for */
  gint64 step;        /* by cost: what such a step counts as; distance counts for less */
  gboolean step_decides; /* no distance can outweigh a step */

  TuceAssigned *assigned;
};

/** tuce_plan_pose: Makes the problem of what was read. */
void tuce_plan_pose (TucePlan *plan);

/** tuce_plan_metres: Gives the straight distance of a household from a site, in whole metres; -1 where not known. */
double tuce_plan_metres (const TucePlanHousehold *household, const TucePlanSite *site);

/** tuce_plan_where: Returns: the index of the site the household goes to, or -1; @placement: (out): code of the list placement. */
int tuce_plan_where (const TucePlan *plan, const TucePlanHousehold *household, const char **placement);

/** tuce_plan_sum: Sets what the result costs, and the least it could, in metres × people or fen. Returns: whether it is proven best. */
gboolean tuce_plan_sum (const TucePlan *plan, double *total, double *bound);

/** tuce_plan_candidates_sql: Returns: which of relocation AS r, household AS h are to be placed, for a code of plan_candidates. */
const char *tuce_plan_candidates_sql (const char *candidates);

/** TUCE_PLAN_INSIDE: whether h lives in the place :place; "" is everywhere. */
#define TUCE_PLAN_INSIDE "substr (h.village_code, 1, length (:place)) = :place"

/** tuce_plan_limits: Reads the parameters of red line 2. */
gboolean tuce_plan_limits (TuceCounty *county, double *per_person, double *most, GError **error);
