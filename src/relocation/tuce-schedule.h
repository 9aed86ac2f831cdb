/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/*
 * When a site should reach each stage. The dates are counted backwards and forwards from the day by which the site is
 * to be finished. data/relocation/stages.csv names, for each stage, the parameter with its duration (stage_days_*),
 * which the office sets. Order of the stages and durations are how county offices are understood to work, unconfirmed.
 */

/**
 * TuceTimetable: the stages of a site, and how long each takes in a county. Does not change; reference counted; any
 * thread.
 */
typedef struct _TuceTimetable TuceTimetable;

/**
 * tuce_timetable_load:
 * Reads data/relocation/stages.csv and the durations of @county, on its thread. The caller owns the result; %NULL with
 * @error where the file is wrong.
 */
TuceTimetable *tuce_timetable_load (TuceCounty *county, GError **error);

/** tuce_timetable_ref: Adds a reference and gives @timetable. Any thread. */
TuceTimetable *tuce_timetable_ref (TuceTimetable *timetable);

/** tuce_timetable_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_timetable_unref (TuceTimetable *timetable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTimetable, tuce_timetable_unref)

/** tuce_timetable_n_stages: Gives how many stages there are. */
guint tuce_timetable_n_stages (const TuceTimetable *timetable);

/** tuce_timetable_stage: Gives the stage with index @stage, a code of the list site_stage. Owned by the dictionary. */
const TuceCode *tuce_timetable_stage (const TuceTimetable *timetable, guint stage);

/** tuce_timetable_find: Gives the index of the stage with this code, or -1. */
int tuce_timetable_find (const TuceTimetable *timetable, const char *code);

/**
 * tuce_timetable_completion:
 * Gives the index of the stage that is reached on the day a site is to be finished by (site.due_on).
 */
guint tuce_timetable_completion (const TuceTimetable *timetable);

/**
 * tuce_timetable_due:
 * Sets @due to the day by which @stage must be reached when the site is to be finished on @finished.
 * Returns: %FALSE where @finished is not valid or a duration between the two has no value; @due is then not valid.
 */
gboolean tuce_timetable_due (const TuceTimetable *timetable, const GDate *finished, guint stage, GDate *due);

/**
 * TuceStagePlan: one stage of one site.
 * @due, @done: when it must be reached, when it was; not valid (g_date_valid()) where that is not known
 * @reached: whether the site is at this stage or beyond
 * @late: days by which it was reached too late, or by which it is overdue; 0 when in time or not known
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
 * @stage: index of its present stage
 * @finished: the day it is to be finished by; not valid where nobody set one: then no stage has a due day
 * @stages: tuce_timetable_n_stages() of them
 * @next: index of the next stage; n_stages where all are reached
 * @late: days by which the next stage is overdue; 0 when in time or not known
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
 * @day: today's date, from tuce_county_day()
 *
 * Gives the plan of every site in @scope: the most overdue first, then by the day it is to be finished by. On the
 * thread of @county. %NULL with @error.
 * Returns: (transfer full) (element-type TuceSitePlan)
 */
GPtrArray *tuce_schedule_load (TuceCounty *county, TuceTimetable *timetable, const char *scope, const GDate *day,
                               GCancellable *cancellable, GError **error);

/**
 * tuce_schedule_back:
 * Sets the due days of @stages (n_stages of them) for a site that is not begun, such as a candidate.
 */
void tuce_schedule_back (const TuceTimetable *timetable, const GDate *finished, TuceStagePlan *stages);
