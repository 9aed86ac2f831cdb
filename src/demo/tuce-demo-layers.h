/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-sites.h"
#include "tuce-demo-writer.h"

/**
 * TuceDemoFeature: something invented on the map. All of it is schematic, and its name says that it is an example.
 * @layer: code of feature_layer
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
 * @sites: (element-type TuceDemoSite): none lies on what nothing may be built on, unless that is its planted mistake
 * @rivers: (element-type TuceShape)
 * @outline: of the county
 *
 * Returns: (element-type TuceDemoFeature): hazards, farmland, ecological red lines, flood zones, roads, schools, clinics
 * and industry bases.
 */
GPtrArray *tuce_demo_layers_new (TuceDemoWorld *world, GPtrArray *townships, GArray *sites, GPtrArray *rivers,
                                 const TuceShape *outline);

/** tuce_demo_nearest: Gives the feature on @layer nearest to @position and how many metres away, or %NULL. */
const TuceDemoFeature *tuce_demo_nearest (GPtrArray *layers, const char *layer, TucePosition position, double *metres);

/** tuce_demo_write_layers: Adds @layers (element-type TuceDemoFeature). */
gboolean tuce_demo_write_layers (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GPtrArray *layers,
                                 GError **error);
