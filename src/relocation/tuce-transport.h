/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * The transport problem with few sites: supplies (households, or their people) go to sites of limited capacity at the
 * least total cost, as many as possible of them. Exact, by successive shortest augmenting paths over the sites alone: what it
 * costs to make room at a site by moving somebody on to another is kept in a heap for each pair of sites, so that a path is
 * found among sites, not among households.
 *
 * R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), §9.7 (successive shortest paths with potentials).
 */

/** No way from this supply to this site. */
#define TUCE_TRANSPORT_FORBIDDEN G_MAXINT64

/**
 * TuceTransport:
 * @costs: of one unit of supply i at site j: costs[i * n_sites + j], from 0 to 2^40, or TUCE_TRANSPORT_FORBIDDEN
 * @supplies: how many units each supply has; %NULL: one
 * @capacities: how many units each site takes
 * @penalty: what a unit that is left out counts as; 0: more than any placing, so that as many as possible are placed
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

/** TucePart: so many units of one supply at one site. */
typedef struct
{
  guint supply;
  guint site;
  guint units;
} TucePart;

/**
 * TuceTransported:
 * @parts: (element-type TucePart): by supply; with supplies of one unit, one part for each that was placed
 * @placed: units placed: the most that can be, unless a penalty says otherwise
 * @cost: of those; least, together with the penalty of the others
 */
typedef struct
{
  GArray *parts;
  gint64 placed;
  gint64 cost;
} TuceTransported;

/** tuce_transport_solve: Gives a best transport, or %NULL when cancelled. Pure: any thread. */
TuceTransported *tuce_transport_solve (const TuceTransport *problem, GCancellable *cancellable);
void tuce_transported_free (TuceTransported *transported);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTransported, tuce_transported_free)
