/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * The p-median problem: choose p of m places so that the sum of the distances of all people to their nearest chosen
 * place is as small as possible. Method: greedy start, then exchanges of one place for another as long as the sum gets
 * smaller (M. B. Teitz, P. Bart, Operations Research 16, 1968, in the fast form of R. A. Whitaker, INFOR 21, 1983),
 * from several starting points. The result is the best one found, without proof.
 */

/**
 * TuceMedian:
 * @weights: of each demand: people
 * @distances: from demand i to place j: distances[i * n_places + j], ≥ 0
 * @fixed: (nullable): places that are always chosen
 * @n_open: how many to choose besides those
 */
typedef struct
{
  guint n_demands;
  guint n_places;
  const guint *weights;
  const float *distances;
  const guint *fixed;
  guint n_fixed;
  guint n_open;
} TuceMedian;

/**
 * tuce_median_solve:
 * @cost: (out) (optional): Σ weight × distance to the nearest chosen or fixed place
 *
 * Returns: (transfer full) (element-type guint): the chosen places without the fixed ones, ascending: @n_open of them,
 * or all there are where that is fewer; %NULL when cancelled. Uses no state but its arguments: any thread. The same
 * problem gives the same answer.
 */
GArray *tuce_median_solve (const TuceMedian *problem, double *cost, GCancellable *cancellable);
