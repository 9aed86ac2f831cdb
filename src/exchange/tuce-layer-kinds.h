/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-geodata.h"

/*
 * The layers of the map that are brought in from files and are no outlines of places: hazards, roads, schools, …
 * (data/relocation/surroundings.csv says which, and what each is drawn as).
 */

/** tuce_layer_kinds: Returns: (array zero-terminated=1): their codes of the list feature_layer, or %NULL with @error. Any thread. */
const char *const *tuce_layer_kinds (GError **error);

/** tuce_layer_accepts: whether @layer may hold shapes of @kind: farmland is areas only. */
gboolean tuce_layer_accepts (const char *layer, TuceShapeKind kind);

/** tuce_layer_reach: Sets @reach to where shapes of @county may lie: around its outline, or villages; empty where nobody knows. */
gboolean tuce_layer_reach (TuceCounty *county, TuceBox *reach, GError **error);

/**
 * TuceLayerMatch:
 * @taken: features that an import as the layer would take
 * @outside: those too far from the county
 * @wrong: those drawn as something the layer can't hold
 */
typedef struct
{
  guint taken;
  guint outside;
  guint wrong;
} TuceLayerMatch;

/** tuce_layer_match: Sets @match to what an import of @geodata as @layer would find. Quick. */
void tuce_layer_match (TuceGeodata *geodata, const char *layer, const TuceBox *reach, TuceLayerMatch *match);

/** tuce_layer_guess: Returns: the layer that @geodata is likely to be: by the file's name, else the first that may hold its shapes. */
const char *tuce_layer_guess (TuceGeodata *geodata, const TuceDictionary *dictionary);

/** tuce_layer_guess_name: Returns: (nullable): the attribute that is likely to hold the names. */
const char *tuce_layer_guess_name (TuceGeodata *geodata);
