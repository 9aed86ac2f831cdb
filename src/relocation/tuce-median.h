/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * The p-median problem: which p of m places are together nearest to those who live around, each going to the nearest that
 * is chosen. Greedy, then exchange of one for another as long as the sum gets less (M. B. Teitz, P. Bart, Operations
 * Research 16, 1968, in the fast form of R. A. Whitaker, INFOR 21, 1983), from several beginnings: best found, not proven.
 */

/**
 * TuceMedian:
 * @weights: of each demand: people
 * @distances: from demand i to place j: distances[i * n_places + j], ≥ 0
 * @fixed: (nullable): places that are chosen whatever else is
 * @n_open: how many to choose beside those
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
 * Returns: (transfer full) (element-type guint): the places chosen beside the fixed ones, ascending: @n_open of them, or
 * all there are where that is fewer; %NULL when cancelled. Pure: any thread. The same problem gives the same answer.
 */
GArray *tuce_median_solve (const TuceMedian *problem, double *cost, GCancellable *cancellable);
