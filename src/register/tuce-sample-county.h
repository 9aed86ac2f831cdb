/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_sample_county_new:
 * @year: the year its year records are about
 *
 * Gives a county that lies in memory alone: a few dozen records of every entity of the dictionary, filled by chance (the
 * same chance every time) with values of every kind their fields may hold, none among them. Invented throughout, and of
 * no meaning: to try rules on before they meet a county. It has no parameters. Open for writing on this thread; it can't
 * be read from another.
 */
TuceCounty *tuce_sample_county_new (int year, GError **error);
