/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-layers.h"
#include "tuce-demo-sites.h"
#include "tuce-demo-writer.h"

/**
 * tuce_demo_write_sites: Adds @sites (element-type TuceDemoSite), who builds them, and who inspected them.
 * @layers: (element-type TuceDemoFeature): among which the nearest school, clinic, road and industry base are looked up
 */
gboolean tuce_demo_write_sites (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GArray *sites,
                                GPtrArray *layers, GError **error);

/** tuce_demo_write_move: Adds how @household of @village moves, if it does. */
gboolean tuce_demo_write_move (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDemoVillage *village, const TuceDemoHousehold *household, GError **error);
