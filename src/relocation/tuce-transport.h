/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * The transport problem with few sites: supplies (households, or their people) go to sites of limited capacity, as many
 * as possible, at the least total cost. Exact, by successive shortest augmenting paths. The paths run over sites only,
 * not over households: for each pair of sites a heap holds the cost of making room at one by moving somebody on to the
 * other.
 */

/** TUCE_TRANSPORT_FORBIDDEN: the cost where a supply may not go to a site. */
#define TUCE_TRANSPORT_FORBIDDEN G_MAXINT64

/**
 * TuceTransport:
 * @costs: of one unit of supply i at site j: costs[i * n_sites + j], from 0 to 2^40, or TUCE_TRANSPORT_FORBIDDEN
 * @supplies: how many units each supply has; %NULL for one each
 * @capacities: how many units each site takes
 * @penalty: the cost of a unit that is left out; 0 means more than any placing costs, so that as many as possible are
 *   placed
 */
typedef struct
{
  guint n_supplies;
  guint n_sites;
  const gint64 *costs;
  const guint *supplies;
  const guint *capacities;
  gint64 penalty;
} TuceTransport;

/** TucePart: a number of units of one supply at one site. */
typedef struct
{
  guint supply;
  guint site;
  guint units;
} TucePart;

/**
 * TuceTransported:
 * @parts: (element-type TucePart): by supply; where supplies have one unit, one part for each that was placed
 * @placed: units placed: as many as possible, unless a penalty is given
 * @cost: of those; the least possible, together with the penalties of the others
 */
typedef struct
{
  GArray *parts;
  gint64 placed;
  gint64 cost;
} TuceTransported;

/**
 * tuce_transport_solve:
 * Gives a best transport, which the caller owns; %NULL when cancelled. Uses nothing but its arguments: any thread.
 */
TuceTransported *tuce_transport_solve (const TuceTransport *problem, GCancellable *cancellable);

/** tuce_transported_free: Frees the result. */
void tuce_transported_free (TuceTransported *transported);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTransported, tuce_transported_free)
