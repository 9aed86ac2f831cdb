/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-shape.h"

/**
 * tuce_voronoi_cells:
 * @outline: the polygon to divide
 * @seeds: one position inside it for each cell
 * @n_seeds: how many
 *
 * Divides @outline among @seeds: every place goes to the nearest seed, without gap or overlap (GEOS). Such cells
 * are schematic, not surveyed, and must be marked so wherever they are shown.
 *
 * Returns: (transfer full) (element-type TuceShape): one polygon a seed, in the order of the seeds, or %NULL with
 * @error when a seed lies outside or two coincide.
 */
GPtrArray *tuce_voronoi_cells (const TuceShape *outline, const TucePosition *seeds, guint n_seeds, GError **error);

/**
 * tuce_voronoi_seeds:
 * @outline: the polygon to spread seeds in
 * @n_seeds: how many
 * @random: where chance comes from: the same state gives the same seeds
 *
 * Spreads seeds by chance and then moves each to the middle of its cell, twice (Lloyd's method), so that the cells
 * are of similar size. Returns: (transfer full) (array length=n_seeds): positions inside @outline, or %NULL with @error.
 */
TucePosition *tuce_voronoi_seeds (const TuceShape *outline, guint n_seeds, GRand *random, GError **error);
