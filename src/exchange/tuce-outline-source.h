/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-geodata.h"

/**
 * TuceOutlineSource:
 * A file of geodata looked at as outlines of a county's places: which of its areas carry the code of a place that the
 * county has. Not to be used by two threads at once; may be handed from one to another.
 */
typedef struct _TuceOutlineSource TuceOutlineSource;

/**
 * tuce_outline_source_load:
 * @datum: as for tuce_geodata_load()
 * @county: whose codes count; read here only
 *
 * Reads the file whole (seconds for a large one: a worker's job). Refused like tuce_geodata_load().
 */
TuceOutlineSource *tuce_outline_source_load (const char *path, TuceDatum datum, TuceCounty *county, GError **error);
void tuce_outline_source_free (TuceOutlineSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOutlineSource, tuce_outline_source_free)

/** tuce_outline_source_geodata: Returns: (transfer none): the file itself. */
TuceGeodata *tuce_outline_source_geodata (TuceOutlineSource *source);

/** tuce_outline_source_has_areas: whether anything in it could be an outline. */
gboolean tuce_outline_source_has_areas (TuceOutlineSource *source);

/** tuce_outline_levels: Returns: (array zero-terminated=1): the entities that have outlines: "county", "township", "village". */
const char *const *tuce_outline_levels (void);

/**
 * TuceOutlineMatch:
 * @places: of the level, in the county
 * @matched: of those, with an area in the file
 * @unmatched: features that are no area or whose code no place of the level has
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
 * Sets @level and @key to those under which most features find a place. Returns: whether any finds one; else @level and
 * @key say what to try first.
 */
gboolean tuce_outline_source_guess (TuceOutlineSource *source, const char **level, const char **key);

/**
 * tuce_outline_source_areas:
 * Gives (transfer full) code → GArray of guint: the features of each place of @level, of codes the county has only.
 * Sets @unmatched likewise.
 */
GHashTable *tuce_outline_source_areas (TuceOutlineSource *source, const char *level, const char *key, guint *unmatched);
