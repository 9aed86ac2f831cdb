/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "tuce-names.h"

/**
 * TuceMapPictures:
 * Names and symbols of sites as textures, painted once: they are shown in every frame while the map moves. Belongs to
 * the main thread.
 */
typedef struct _TuceMapPictures TuceMapPictures;

/* A name's halo reaches this far beyond its box. */
#define TUCE_NAME_EDGE 3

TuceMapPictures *tuce_map_pictures_new (void);
void tuce_map_pictures_free (TuceMapPictures *pictures);

/** tuce_map_pictures_clear: forgets all: another scene or overlay is shown. */
void tuce_map_pictures_clear (TuceMapPictures *pictures);

/** tuce_map_pictures_set_look: @scale: device pixels in a unit. */
void tuce_map_pictures_set_look (TuceMapPictures *pictures, TuceLook look, int scale);

/** tuce_map_pictures_name: Returns: (transfer none): the name, TUCE_NAME_EDGE away from its corner. */
GdkTexture *tuce_map_pictures_name (TuceMapPictures *pictures, const TucePlacedName *name);

/** tuce_map_pictures_site: Returns: (transfer none): the symbol of the site @index as it is at @zoom, in the middle of a square. */
GdkTexture *tuce_map_pictures_site (TuceMapPictures *pictures, TuceOverlay *overlay, guint index, double zoom);
