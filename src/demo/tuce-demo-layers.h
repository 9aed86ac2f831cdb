/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-sites.h"
#include "tuce-demo-writer.h"

/**
 * TuceDemoFeature: an invented feature of the map. All are schematic, and their names say that they are examples.
 * @layer: a code of the list feature_layer
 */
typedef struct
{
  const char *layer;
  char *name;
  TuceShape *shape;
} TuceDemoFeature;

/**
 * tuce_demo_layers_new:
 * @townships: (element-type TuceDemoTownship)
 * @sites: (element-type TuceDemoSite): no ground on which nothing may be built is placed on them, except on a site whose
 *   planted mistake that is
 * @rivers: (element-type TuceShape)
 * @outline: of the county
 *
 * Returns: (transfer full) (element-type TuceDemoFeature): hazards, farmland, ecological red lines, flood zones, roads,
 * schools, clinics and industry bases.
 */
GPtrArray *tuce_demo_layers_new (TuceDemoWorld *world, GPtrArray *townships, GArray *sites, GPtrArray *rivers,
                                 const TuceShape *outline);

/**
 * tuce_demo_nearest: Returns: (transfer none) (nullable): the feature on @layer nearest to @position; sets @metres to its
 * distance.
 */
const TuceDemoFeature *tuce_demo_nearest (GPtrArray *layers, const char *layer, TucePosition position, double *metres);

/** tuce_demo_write_layers: Adds the features @layers (element-type TuceDemoFeature) to @edit. */
gboolean tuce_demo_write_layers (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GPtrArray *layers,
                                 GError **error);
