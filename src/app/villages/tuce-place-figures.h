/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_place_figures_add:
 * @columns: (element-type TuceRecordColumn): of a table of places
 * @incidences: a pointer to the pointer to the table id → TuceIncidence (which may be %NULL while it is not known)
 *
 * Adds what is counted of places: registered households, those still poor, the poverty incidence with its fraction. A
 * TuceRecordFigures.
 */
void tuce_place_figures_add (GPtrArray *columns, gpointer incidences);
