/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-record-columns.h"
#include "tuce-site-board.h"

/*
 * What a table of villages tells of those who move away: households, people, who moved in, how far it is.
 */

/** tuce_origin_figures_add: a TuceRecordFigures; @data: where a GHashTable * (id of a village → TuceOriginMoves) or %NULL stands. */
void tuce_origin_figures_add (GPtrArray *columns, gpointer data);

/** tuce_origin_figure: Gives the number behind the figure @path ("@people", …) for sorting; -1 where it is not known. */
double tuce_origin_figure (const TuceOriginMoves *origin, const char *path);
