/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-layers.h"
#include "tuce-demo-sites.h"
#include "tuce-demo-writer.h"

/**
 * tuce_demo_write_sites: Adds @sites (element-type TuceDemoSite) to @edit, with their constructors and inspections.
 * @layers: (element-type TuceDemoFeature): where the nearest school, clinic, road and industry base are looked up
 */
gboolean tuce_demo_write_sites (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GArray *sites,
                                GPtrArray *layers, GError **error);

/** tuce_demo_write_move: Adds the relocation of @household of @village to @edit, where it moves. */
gboolean tuce_demo_write_move (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDemoVillage *village, const TuceDemoHousehold *household, GError **error);
