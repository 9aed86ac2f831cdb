/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-overlay.h"
#include "tuce-scene-private.h"

struct _TuceOverlay
{
  gatomicrefcount count;
  GPtrArray *sites;  /* TuceOverlaySite: many people first */
  GPtrArray *flows;  /* TuceOverlayFlow: likewise */
  TuceMercator *at;  /* of each site */
  gboolean *shown;   /* each site: not those without a place, nor the twin in another series of one that is */
  double (*names)[2]; /* width and height of each site's name at text scale 1 */
};

/* How far from its middle the symbol of @site reaches, in units at text scale 1. */
double tuce_overlay_radius (const TuceOverlaySite *site, double zoom);

/* Whether sites have names at @zoom. */
gboolean tuce_overlay_has_names (double zoom, const TuceOverlayOptions *options);

/* Sites, flows and distances, each alone: the window keeps the symbols as pictures. @zoom: the effective one. */
void tuce_paint_overlay_flows (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                               double text_scale, const TuceOverlayOptions *options);
void tuce_paint_overlay_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double radius,
                                double scale, TuceLook look);
void tuce_paint_overlay_ring (cairo_t *cairo, double x, double y, double radius, double scale, TuceLook look);

gboolean tuce_overlay_is_selected (const TuceOverlaySite *site, const TuceOverlayOptions *options);
