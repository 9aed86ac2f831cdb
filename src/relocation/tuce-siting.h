/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-surroundings.h"

/*
 * Where a site could lie: places that somebody drew, or that are proposed from where people live, each with its reasons
 * in figures. All distances are straight lines; say so wherever they are shown (直线距离).
 */

/** TuceOrigin: people who live together now (a villager group) and need a place. */
typedef struct
{
  TucePosition position; /* the mean position of their houses, else that of the village */
  guint households;
  guint people;
} TuceOrigin;

/**
 * TuceOrigins: who needs a place, and where they live.
 * @origins: (element-type TuceOrigin)
 * @households, @people: all of them
 * @lost: households left out because neither they nor their village have a position
 */
typedef struct
{
  GArray *origins;
  guint households;
  guint people;
  guint lost;
} TuceOrigins;

/**
 * tuce_origins_load:
 * @candidates: code of the list plan_candidates: who counts
 * @place: (nullable): a division code: only those who live there
 *
 * Gives households that have a relocation record and are not settled scattered (resettle_type 2), by villager group.
 * The caller owns the result; %NULL with @error. On the thread of @county.
 */
TuceOrigins *tuce_origins_load (TuceCounty *county, const char *candidates, const char *place, GCancellable *cancellable,
                                GError **error);

/** tuce_origins_free: Frees the origins. */
void tuce_origins_free (TuceOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOrigins, tuce_origins_free)

/**
 * TuceCandidate: a place where a site could lie, with reasons.
 * @name: its name: that of its village, where it was proposed
 * @village_code: of the village whose seat is nearest, or %NULL
 * @allowed: whether no constraint layer forbids it
 * @grounds: (element-type TuceGround): for each constraint layer
 * @services: (element-type TuceNear): for each service layer, in the order of tuce_surrounding_layers()
 * @households, @people: who would go there: those for whom it is nearer than any fixed place and, where it was
 *   proposed, than any other proposed place
 * @mean, @farthest: metres to it for those; the mean is over people
 * @total: sum of metres × people of everybody, when this drawn place, or all proposed places, are added to the fixed
 *   ones
 * @moved: metres by which it was moved from its village's seat to reach allowed ground; 0 where it was not moved, or
 *   was drawn
 */
typedef struct
{
  TucePosition position;
  char *name;
  char *village_code;
  gboolean allowed;
  GArray *grounds;
  GArray *services;
  guint households;
  guint people;
  double mean;
  double farthest;
  double total;
  double moved;
  TuceSurroundings *surroundings; /* owns the names in grounds and services */
} TuceCandidate;

/** tuce_candidate_free: Frees one candidate. */
void tuce_candidate_free (TuceCandidate *candidate);

/** TuceDrawn: a place that somebody set. @name: (nullable) */
typedef struct
{
  TucePosition position;
  const char *name;
} TuceDrawn;

/**
 * TuceSiting: what candidates are worked out from. Made on the county's thread; then one worker thread may use it.
 */
typedef struct _TuceSiting TuceSiting;

/**
 * tuce_siting_new:
 * @surroundings: takes a reference
 * @origins: (transfer full): who needs a place
 *
 * The caller owns the result. TUCE_ERROR_REFUSED where nobody needs a place.
 */
TuceSiting *tuce_siting_new (TuceCounty *county, TuceSurroundings *surroundings, TuceOrigins *origins,
                             GCancellable *cancellable, GError **error);

/** tuce_siting_free: Frees it with its origins. */
void tuce_siting_free (TuceSiting *siting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiting, tuce_siting_free)

/** tuce_siting_fix: Adds a place that exists in any case, such as an open site. */
void tuce_siting_fix (TuceSiting *siting, TucePosition position);

/**
 * tuce_siting_propose:
 * @n: how many
 *
 * Proposes places near villages so that the distances of all people together are as short as possible (p-median). None
 * lies where a constraint layer forbids it: a village whose seat is forbidden is represented by the nearest allowed
 * place around it, or not at all. Any thread. TUCE_ERROR_REFUSED where @n is 0 or no village has an allowed place.
 *
 * Returns: (transfer full) (element-type TuceCandidate): most people first; fewer than @n where more would serve
 * nobody.
 */
GPtrArray *tuce_siting_propose (TuceSiting *siting, guint n, GCancellable *cancellable, GError **error);

/**
 * tuce_siting_rank:
 * Gives the same figures for @n places that were drawn, each for itself alone: allowed ones first, then by total. Any
 * thread. TUCE_ERROR_REFUSED where @n is 0.
 * Returns: (transfer full) (element-type TuceCandidate)
 */
GPtrArray *tuce_siting_rank (TuceSiting *siting, const TuceDrawn *drawn, guint n, GCancellable *cancellable, GError **error);

/**
 * tuce_candidate_reasons:
 * Gives, for people, what speaks for and against a place: who would go there and how far, what is near, which ground is
 * forbidden or unknown.
 * Returns: (transfer full) (element-type utf8): one sentence each
 */
GPtrArray *tuce_candidate_reasons (const TuceCandidate *candidate, const TuceDictionary *dictionary);
