/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-geodata.h"

/*
 * The layers of the map that are brought in from files and are no outlines of places: hazards, roads, schools, …
 * (data/relocation/surroundings.csv says which, and what each is drawn as).
 */

/**
 * tuce_layer_kinds: Returns: (transfer none) (array zero-terminated=1): their codes (list feature_layer), or %NULL with
 * @error. Any thread.
 */
const char *const *tuce_layer_kinds (GError **error);

/** tuce_layer_accepts: Returns: whether @layer may hold shapes of @kind; farmland, for example, holds areas only. */
gboolean tuce_layer_accepts (const char *layer, TuceShapeKind kind);

/**
 * tuce_layer_reach: Sets @reach to the box around the county's outline and its villages, wider on each side by the parameter
 * county_margin_deg: features outside it are not of this county. An empty box where the file has neither outline nor
 * positions of villages. Returns: %FALSE with @error where the county can't be read.
 */
gboolean tuce_layer_reach (TuceCounty *county, TuceBox *reach, GError **error);

/**
 * TuceLayerMatch:
 * @taken: how many features an import as the layer would take
 * @outside: how many are too far from the county
 * @wrong: how many have a kind of shape that the layer can't hold
 */
typedef struct
{
  guint taken;
  guint outside;
  guint wrong;
} TuceLayerMatch;

/** tuce_layer_match: Sets @match to what an import of @geodata as @layer would find, with @reach from tuce_layer_reach(). Quick. */
void tuce_layer_match (TuceGeodata *geodata, const char *layer, const TuceBox *reach, TuceLayerMatch *match);

/**
 * tuce_layer_guess: Returns: (transfer none): the layer that @geodata is likely to be: by the file's name, else the first
 * layer that may hold its shapes.
 */
const char *tuce_layer_guess (TuceGeodata *geodata, const TuceDictionary *dictionary);

/** tuce_layer_guess_name: Returns: (transfer none) (nullable): the attribute that is likely to hold the names. */
const char *tuce_layer_guess_name (TuceGeodata *geodata);
