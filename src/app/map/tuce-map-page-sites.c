/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The resettlement sites on the map page. */
#include "tuce-map-page-private.h"

/* How close the map comes when a site is selected elsewhere, so that one can tell where people come from. */
#define SITE_ZOOM 10

/* The sites, as many of them as are wanted, with the flows to the selected one; and what the key says of them. */
void
tuce_map_page_show_sites (TuceMapPage *self)
{
  gboolean is_site = g_strcmp0 (tuce_workspace_get_selected_entity (self->workspace), "site") == 0;
  gboolean wanted = tuce_map_options_get_sites (self->options);
  TuceOverlayOptions options = { .parts = TUCE_OVERLAY_USUAL };
  TuceView view = tuce_map_view_get_view (self->map);

  if (!(tuce_map_options_get_parts (self->options) & TUCE_PAINT_NAMES))
    options.parts &= ~TUCE_OVERLAY_NAMES;
  if (is_site)
    options.selected = tuce_workspace_get_selected_id (self->workspace);
  tuce_map_view_set_overlay (self->map, wanted ? self->sites : NULL, &options);
  tuce_map_key_show (self->key, tuce_map_view_get_scene (self->map), tuce_map_options_get_layers (self->options),
                     wanted ? self->sites : NULL, view.zoom);
}

/* Brings a site that was selected elsewhere into view, with the villages people come from. */
void
tuce_map_page_reveal_site (TuceMapPage *self, gint64 id)
{
  const TuceOverlaySite *site = self->sites ? tuce_overlay_find (self->sites, id, 0) : NULL;
  TuceView view = tuce_map_view_get_view (self->map);
  TuceBox shown = tuce_view_box (&view), box;

  if (!site || !site->placed || self->picking || !tuce_map_options_get_sites (self->options))
    return;
  if (tuce_overlay_box (self->sites, id, 0, &box)
      && !(tuce_box_contains (&shown, (TucePosition){ box.west, box.south })
           && tuce_box_contains (&shown, (TucePosition){ box.east, box.north }) && view.zoom >= SITE_ZOOM))
    tuce_map_view_fit_box (self->map, &box);
}
