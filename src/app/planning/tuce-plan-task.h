/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-overlay.h"
#include "tuce-plan.h"
#include "tuce-read.h"
#include "tuce-schedule.h"
#include "tuce-siting.h"

/** TucePlanWish: a wish of the scenario shown, in words. */
typedef struct
{
  gint64 id;
  char *whose;
  char *site;
  const TuceCode *kind;
  char *note;
} TucePlanWish;

/** TucePlanStart: when a candidate has to be begun. @finished, @due: not valid where not known. */
typedef struct
{
  char *name;
  GDate finished; /* when it is to be finished */
  guint stage;    /* the first one */
  GDate due;
} TucePlanStart;

/**
 * TucePlanFound: all that the page 规划 shows.
 * @figures: (element-type TucePlanFigures): of every scenario, by name
 * @shown: of the one that is chosen, among them; or %NULL
 */
typedef struct
{
  TuceScene *scene;
  GPtrArray *figures;
  const TucePlanFigures *shown;
  const TucePlanFigures *other;
  TuceOverlay *overlay;  /* of both; NULL where none is shown */
  GPtrArray *unplaced;   /* TuceUnplaced */
  GPtrArray *wishes;     /* TucePlanWish */
  TuceTimetable *timetable;
  GPtrArray *schedule;   /* TuceSitePlan: of the truth, the latest first */
  GPtrArray *starts;     /* TucePlanStart: of the candidates of the scenario shown */
} TucePlanFound;

void tuce_plan_found_free (TucePlanFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePlanFound, tuce_plan_found_free)

/**
 * tuce_plan_find_async:
 * @scene: (nullable): what the map shows, where it holds still
 * @shown: id of the scenario chosen; 0: the first
 * @other: id of the one beside it, or 0
 *
 * Gives a TucePlanFound, by tuce_read_async().
 */
void tuce_plan_find_async (TuceCounty *county, TuceScene *scene, gint64 shown, gint64 other, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);

/** tuce_plan_solve_async: Reads scenario @id and works it out: a TucePlan, by tuce_read_async(). */
void tuce_plan_solve_async (TuceCounty *county, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data);

/** tuce_adoption_find_async: Reads what adopting scenario @id would change: a TuceAdoption, by tuce_read_async(). */
void tuce_adoption_find_async (TuceCounty *county, gint64 id, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);

/** TucePlanProposal: a place where a site could lie. @reasons: one sentence each, a line each. */
typedef struct
{
  char *name;
  char *village_code; /* or NULL */
  TucePosition position;
  guint households, people;
  char *reasons;
} TucePlanProposal;

/**
 * tuce_candidates_find_async: Proposes @n places for scenario @id beside the sites that take part: a GPtrArray of
 * TucePlanProposal, the best first, by tuce_read_async().
 */
void tuce_candidates_find_async (TuceCounty *county, gint64 id, guint n, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
