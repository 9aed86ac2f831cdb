/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"

/** TuceIncidence: how many of the people of one place are poor; what is not known is -1. */
typedef struct
{
  gint64 registered_households, registered_people;
  gint64 poor_households, poor_people;
  gint64 population; /* rural, the base of the rate; not known as long as one village lacks it */
} TuceIncidence;

/**
 * tuce_incidences:
 *
 * Counts all places of the county: villages by the facts "village_households" (data/standards/facts/), larger places by what
 * lies in them. A tenth of a second for a county: give it a reader on a worker.
 *
 * Returns: (transfer full): division code → TuceIncidence
 */
GHashTable *tuce_incidences (TuceCounty *county, GError **error);

/** tuce_incidences_add_reads: Adds what they are counted from. */
void tuce_incidences_add_reads (TuceReads *reads);

/** tuce_incidence_rate: Gives "1.7 %", "—" where it is not known. One decimal (domain.md §2.3). */
char *tuce_incidence_rate (const TuceIncidence *incidence);

/** tuce_incidence_fraction: Gives "17 people ÷ 996 people = 1.7 %". */
char *tuce_incidence_fraction (const TuceIncidence *incidence);

/** tuce_incidence_value: Returns: the rate as a share, to sort by; -1 where it is not known. */
double tuce_incidence_value (const TuceIncidence *incidence);
