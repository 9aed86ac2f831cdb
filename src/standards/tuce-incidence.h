/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/** TuceIncidence: how many people of one place are poor; -1 for a number that is not known. */
typedef struct
{
  gint64 registered_households, registered_people;
  gint64 poor_households, poor_people;
  gint64 population; /* rural people, the base of the rate; not known while one village of the place lacks the number */
} TuceIncidence;

/**
 * tuce_incidences:
 *
 * Counts all places of the county. Villages are counted by the facts "village_households" (data/standards/facts/),
 * larger places are the sum of their villages. Takes about 0.1 s for a county: call it on a worker thread with a read
 * connection.
 *
 * Returns: (transfer full): division code → TuceIncidence; %NULL with @error
 */
GHashTable *tuce_incidences (TuceCounty *county, GError **error);

/** tuce_incidences_add_reads: Adds to @reads what tuce_incidences() counts. */
void tuce_incidences_add_reads (TuceReads *reads);

/**
 * tuce_incidence_rate:
 * Gives "1.7 %", or "—" where it is not known. One decimal: a convention of this program, no official rule is known.
 * The caller owns the text.
 */
char *tuce_incidence_rate (const TuceIncidence *incidence);

/** tuce_incidence_fraction: Gives "17 people ÷ 996 people = 1.7 %". The caller owns the text. */
char *tuce_incidence_fraction (const TuceIncidence *incidence);

/** tuce_incidence_value: Gives the rate as a share of 1, for sorting; -1 where it is not known. */
double tuce_incidence_value (const TuceIncidence *incidence);
