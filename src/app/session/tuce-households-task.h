/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-query.h"
#include "tuce-read.h"

/** TuceHouseholdsFound: what a query for households brought. */
typedef struct
{
  GArray *ids; /* gint64, in order */
  gint64 people;
} TuceHouseholdsFound;

void tuce_households_found_free (TuceHouseholdsFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceHouseholdsFound, tuce_households_found_free)

/** TuceHouseholdsCounted: how many it would bring. */
typedef struct
{
  gint64 households, people;
} TuceHouseholdsCounted;

/** tuce_households_finding: what a TuceQuery for households brings: a TuceHouseholdsFound. */
extern const TuceReadKind tuce_households_finding;

/** tuce_households_counting: only how many there are: a TuceHouseholdsCounted, to be freed with g_free(). */
extern const TuceReadKind tuce_households_counting;
