/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-geodata.h"

/**
 * TuceOutlineSource:
 * A file of geodata as a source of outlines for a county's places: which of its areas have the code of a place that the
 * county has. May be passed from one thread to another, but not used by two at once.
 */
typedef struct _TuceOutlineSource TuceOutlineSource;

/**
 * tuce_outline_source_load:
 * @datum: as for tuce_geodata_load()
 * @county: the county whose codes are looked for; it is read in this call only
 *
 * Reads the whole file, which takes seconds for a large one and belongs on a worker thread. Fails like tuce_geodata_load().
 */
TuceOutlineSource *tuce_outline_source_load (const char *path, TuceDatum datum, TuceCounty *county, GError **error);

/** tuce_outline_source_free: Frees @source with its TuceGeodata. */
void tuce_outline_source_free (TuceOutlineSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOutlineSource, tuce_outline_source_free)

/** tuce_outline_source_geodata: Returns: (transfer none): the file itself. */
TuceGeodata *tuce_outline_source_geodata (TuceOutlineSource *source);

/** tuce_outline_source_has_areas: Returns: whether the file has any area, which could be an outline. */
gboolean tuce_outline_source_has_areas (TuceOutlineSource *source);

/** tuce_outline_levels: Returns: (array zero-terminated=1): the entities that have outlines: "county", "township", "village". */
const char *const *tuce_outline_levels (void);

/**
 * TuceOutlineMatch:
 * @places: how many places of the level the county has
 * @matched: how many of them have an area in the file
 * @unmatched: how many features are no area, or have a code that no place of the level has
 */
typedef struct
{
  guint places;
  guint matched;
  guint unmatched;
} TuceOutlineMatch;

/** tuce_outline_source_match: Sets @match to what an import as @level by the attribute @key would find. Quick. */
void tuce_outline_source_match (TuceOutlineSource *source, const char *level, const char *key, TuceOutlineMatch *match);

/**
 * tuce_outline_source_guess:
 * Sets @level and @key (both transfer none) to the level and attribute with which most places of the county get an outline.
 * Returns: whether any place gets one; else @level and @key are only what the user may try first.
 */
gboolean tuce_outline_source_guess (TuceOutlineSource *source, const char **level, const char **key);

/**
 * tuce_outline_source_areas:
 * Gives (transfer full) code → GArray of guint: the features of each place of @level that the county has.
 * Sets @unmatched to the number of the other features, as in TuceOutlineMatch.
 */
GHashTable *tuce_outline_source_areas (TuceOutlineSource *source, const char *level, const char *key, guint *unmatched);
