/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_sample_county_new:
 * @year: the year its year records are about
 *
 * Gives (transfer full) a county in memory with a few dozen records of every entity of the dictionary, or %NULL with @error.
 * Their fields have random values of every kind they may hold, or no value; the random numbers are the same every time. The
 * records are invented and mean nothing: rules are tried on them before they are used on a real county. It has no parameters.
 * Open for writing on this thread; it can't be read from another.
 */
TuceCounty *tuce_sample_county_new (int year, GError **error);
