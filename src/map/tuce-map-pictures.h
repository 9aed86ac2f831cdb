/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "tuce-names.h"

/**
 * TuceMapPictures:
 * Names and symbols of sites as textures. Each is painted once and then shown in every frame while the map moves. Belongs to
 * the main thread.
 */
typedef struct _TuceMapPictures TuceMapPictures;

/* How far the halo of a name reaches beyond its box, in units of the widget. */
#define TUCE_NAME_EDGE 3

/** tuce_map_pictures_new: Returns: (transfer full): an empty store. */
TuceMapPictures *tuce_map_pictures_new (void);

/** tuce_map_pictures_free: Frees @pictures with all textures. */
void tuce_map_pictures_free (TuceMapPictures *pictures);

/** tuce_map_pictures_clear: Drops all textures. To be called when another scene or overlay is shown. */
void tuce_map_pictures_clear (TuceMapPictures *pictures);

/**
 * tuce_map_pictures_set_look: Sets how pictures are painted from now on. @scale: how many device pixels a unit of the widget
 * has.
 */
void tuce_map_pictures_set_look (TuceMapPictures *pictures, TuceLook look, int scale);

/** tuce_map_pictures_name: Returns: (transfer none): a texture of the name, with TUCE_NAME_EDGE units of margin on every side. */
GdkTexture *tuce_map_pictures_name (TuceMapPictures *pictures, const TucePlacedName *name);

/**
 * tuce_map_pictures_site: Returns: (transfer none): a square texture with the symbol of site number @index of @overlay in
 * its middle, in its size at @zoom.
 */
GdkTexture *tuce_map_pictures_site (TuceMapPictures *pictures, TuceOverlay *overlay, guint index, double zoom);
