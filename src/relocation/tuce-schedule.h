/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/*
 * When a site should reach each stage (domain.md §3.5): dates counted back, and on, from the day it is to be finished by,
 * with the durations of the office: data/relocation/stages.csv says which parameter each stage takes (stage_days_*,
 * set by the office and not confirmed).
 */

/** TuceTimetable: the stages of a site and how long each takes in a county. Immutable and counted; any thread. */
typedef struct _TuceTimetable TuceTimetable;

TuceTimetable *tuce_timetable_load (TuceCounty *county, GError **error);
TuceTimetable *tuce_timetable_ref (TuceTimetable *timetable);
void tuce_timetable_unref (TuceTimetable *timetable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTimetable, tuce_timetable_unref)

guint tuce_timetable_n_stages (const TuceTimetable *timetable);
/** tuce_timetable_stage: Returns: the stage as a code of the list site_stage, in its order. */
const TuceCode *tuce_timetable_stage (const TuceTimetable *timetable, guint stage);
/** tuce_timetable_find: Returns: the index of the stage with this code, or -1. */
int tuce_timetable_find (const TuceTimetable *timetable, const char *code);
/** tuce_timetable_completion: Returns: the stage that the day a site is to be finished by (site.due_on) stands for. */
guint tuce_timetable_completion (const TuceTimetable *timetable);

/**
 * tuce_timetable_due:
 * Sets @due to the day by which @stage has to be reached when the site is to be finished by @finished.
 * Returns: %FALSE where a duration between the two is not set.
 */
gboolean tuce_timetable_due (const TuceTimetable *timetable, const GDate *finished, guint stage, GDate *due);

/**
 * TuceStagePlan: one stage of one site.
 * @due, @done: when it has to be, when it was reached; not valid (g_date_valid()) where that is not known
 * @reached: whether the site stands there or further
 * @late: days by which it was, or is on the day looked at, late; 0 when in time or not known
 */
typedef struct
{
  GDate due;
  GDate done;
  gboolean reached;
  int late;
} TuceStagePlan;

/**
 * TuceSitePlan: one site.
 * @stage: the one it stands at
 * @finished: the day it is to be finished by; not valid where nobody set one: then nothing is due
 * @stages: tuce_timetable_n_stages() of them
 * @next: the stage that is to be reached next; n_stages where all are
 * @late: days that stage is overdue; 0 when in time or not known
 */
typedef struct
{
  gint64 site_id;
  char *name;
  char *village_code;
  guint stage;
  GDate finished;
  TuceStagePlan *stages;
  guint next;
  int late;
} TuceSitePlan;

/**
 * tuce_schedule_load:
 * @scope: (nullable): a division code
 * @day: what counts as today: tuce_county_day()
 *
 * Gives the plan of every site there, the latest first, then by the day it is to be finished by. On the county's thread.
 * Returns: (element-type TuceSitePlan)
 */
GPtrArray *tuce_schedule_load (TuceCounty *county, TuceTimetable *timetable, const char *scope, const GDate *day,
                               GCancellable *cancellable, GError **error);

/** tuce_schedule_back: Sets @stages (n_stages of them) to a plan of something nobody began: a candidate. */
void tuce_schedule_back (const TuceTimetable *timetable, const GDate *finished, TuceStagePlan *stages);
