/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-surroundings.h"

/*
 * Where a site could lie: places drawn by somebody or proposed from where people live, each with its reasons in figures.
 * Straight distances throughout; say so wherever they are shown (直线距离).
 */

/** TuceOrigin: people who live together now (a villager group) and need a place. */
typedef struct
{
  TucePosition position; /* the middle of their houses, else the village's */
  guint households;
  guint people;
} TuceOrigin;

/**
 * TuceOrigins: who needs a place, and where they live.
 * @origins: (element-type TuceOrigin)
 * @households, @people: all of them
 * @lost: households left out, because nobody knows where they or their village lie
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
 * Households with a relocation record and not scattered (resettle_type 2), by villager group. On the county's thread.
 */
TuceOrigins *tuce_origins_load (TuceCounty *county, const char *candidates, const char *place, GCancellable *cancellable,
                                GError **error);
void tuce_origins_free (TuceOrigins *origins);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOrigins, tuce_origins_free)

/**
 * TuceCandidate: a place where a site could lie, with reasons.
 * @name: what it is called: its village's name where proposed
 * @village_code: of the village whose seat is nearest, or %NULL
 * @allowed: no constraint layer is concerned
 * @grounds: (element-type TuceGround): each constraint layer
 * @services: (element-type TuceNear): each service layer, in the order of tuce_surrounding_layers()
 * @households, @people: who would go there: nearer than to any fixed place, and, of proposed places, to any other
 * @mean, @farthest: metres those have to it: mean by people
 * @total: metres times people that all have together when this place is added to the fixed ones (drawn), or all proposed are
 * @moved: metres from its village's seat that it was moved to get clear of constraints; 0 where it lies at it or was drawn
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
  TuceSurroundings *surroundings; /* holds the names that grounds and services tell */
} TuceCandidate;

void tuce_candidate_free (TuceCandidate *candidate);

/** TuceDrawn: a place somebody set. @name: (nullable) */
typedef struct
{
  TucePosition position;
  const char *name;
} TuceDrawn;

/**
 * TuceSiting: what candidates are worked out from. Made on the county's thread, then used by one worker.
 */
typedef struct _TuceSiting TuceSiting;

/**
 * tuce_siting_new:
 * @surroundings: counted up
 * @origins: (transfer full): who needs a place
 *
 * Refused where nobody needs one.
 */
TuceSiting *tuce_siting_new (TuceCounty *county, TuceSurroundings *surroundings, TuceOrigins *origins,
                             GCancellable *cancellable, GError **error);
void tuce_siting_free (TuceSiting *siting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiting, tuce_siting_free)

/** tuce_siting_fix: A place that stands whatever is proposed: an open site. */
void tuce_siting_fix (TuceSiting *siting, TucePosition position);

/**
 * tuce_siting_propose:
 * @n: how many
 *
 * Proposes places near villages so that people have the shortest ways together (p-median), none of them where a
 * constraint layer is concerned: a village whose seat is concerned counts with the nearest clear place around it, or not
 * at all. Any thread. Refused where @n is 0 or no village has a place that is clear.
 *
 * Returns: (element-type TuceCandidate): most people first; fewer than @n where more would serve nobody.
 */
GPtrArray *tuce_siting_propose (TuceSiting *siting, guint n, GCancellable *cancellable, GError **error);

/**
 * tuce_siting_rank:
 * Gives the same figures for places that were drawn, each looked at for itself: allowed ones first, then by total. Any
 * thread. Refused where @n is 0.
 * Returns: (element-type TuceCandidate)
 */
GPtrArray *tuce_siting_rank (TuceSiting *siting, const TuceDrawn *drawn, guint n, GCancellable *cancellable, GError **error);

/**
 * tuce_candidate_reasons:
 * Gives what speaks for and against, for people: who would go there and how far, what is near, which ground is concerned or unknown.
 * Returns: (transfer full) (element-type utf8): one sentence each
 */
GPtrArray *tuce_candidate_reasons (const TuceCandidate *candidate, const TuceDictionary *dictionary);
