/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-overlay.h"
#include "tuce-scene-private.h"

struct _TuceOverlay
{
  gatomicrefcount count;
  GPtrArray *sites;  /* TuceOverlaySite: most people first */
  GPtrArray *flows;  /* TuceOverlayFlow: most people first */
  TuceMercator *at;  /* for each site */
  gboolean *shown;   /* for each site: FALSE where it has no position, or where the site of another series at the same
                        place is shown instead */
  double (*names)[2]; /* width and height of each site's name, at text scale 1 */
};

/* tuce_overlay_radius() gives how far the symbol of @site reaches from its middle, in units at text scale 1. */
double tuce_overlay_radius (const TuceOverlaySite *site, double zoom);

/* Whether names of sites are shown at @zoom. */
gboolean tuce_overlay_has_names (double zoom, const TuceOverlayOptions *options);

/* Paint sites, flows and distances one by one: the window keeps the symbols as pictures. @zoom: see
   tuce_effective_zoom() */
void tuce_paint_overlay_flows (cairo_t *cairo, TuceOverlay *overlay, TuceScene *scene, const TuceView *view, TuceLook look,
                               double text_scale, const TuceOverlayOptions *options);
void tuce_paint_overlay_symbol (cairo_t *cairo, const TuceOverlaySite *site, double x, double y, double radius,
                                double scale, TuceLook look);
void tuce_paint_overlay_ring (cairo_t *cairo, double x, double y, double radius, double scale, TuceLook look);

gboolean tuce_overlay_is_selected (const TuceOverlaySite *site, const TuceOverlayOptions *options);
