/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-assessor.h"

/**
 * TuceHarvest: what an assessor told, held until it can be kept. Its sink may be filled on one thread and read on another.
 */
typedef struct _TuceHarvest TuceHarvest;

TuceHarvest *tuce_harvest_new (void);
void tuce_harvest_free (TuceHarvest *harvest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceHarvest, tuce_harvest_free)

/** tuce_harvest_sink: Gives a sink that adds to @harvest. */
TuceAssessorSink tuce_harvest_sink (TuceHarvest *harvest);

/** What a harvest is about: kept verdicts and findings of all these, and of nobody else, are replaced by it. */
typedef struct
{
  const TuceSubject *subject; /* of places, or NULL for households and all inside them */
  const gint64 *households;   /* which households; NULL for all */
  guint n_households;
} TuceHarvestField;

/**
 * tuce_keep:
 * Brings what @county keeps into line with @harvests, within a deriving transaction: writes only what differs. A
 * finding that is no longer told is gone since @day; one told again returns with its history.
 */
gboolean tuce_keep (TuceCounty *county, TuceStandards *standards, const TuceHarvestField *field,
                    TuceHarvest *const *harvests, guint n_harvests, const char *day, GError **error);
