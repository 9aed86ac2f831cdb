/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-workspace.h"

#include <gtk/gtk.h>

/**
 * TucePhotoTile:
 * One photo on the card: small, with what it shows beneath, to be opened large, named otherwise, or removed. Each change
 * is an edit of its own; the card's photos are read anew after it.
 */
#define TUCE_TYPE_PHOTO_TILE (tuce_photo_tile_get_type ())
G_DECLARE_FINAL_TYPE (TucePhotoTile, tuce_photo_tile, TUCE, PHOTO_TILE, GtkBox)

/** tuce_photo_tile_new: @photo: a record of "photo". */
GtkWidget *tuce_photo_tile_new (TuceWorkspace *workspace, const TuceRecord *photo);

/** tuce_photo_tile_is_missing: Returns: whether its file is known not to be there. */
gboolean tuce_photo_tile_is_missing (TucePhotoTile *tile);

/** tuce_photo_tile_set_kind, remove, open: what its controls do. */
void tuce_photo_tile_set_kind (TucePhotoTile *tile, const char *kind);
void tuce_photo_tile_remove (TucePhotoTile *tile);
GtkWidget *tuce_photo_tile_open (TucePhotoTile *tile);

/** tuce_photo_kinds_new: Gives a list to choose what a photo shows, @kind chosen. */
GtkWidget *tuce_photo_kinds_new (TuceDictionary *dictionary, const char *kind);

/** tuce_photo_kinds_get: Returns: the code that is chosen in it. */
const char *tuce_photo_kinds_get (GtkWidget *kinds, TuceDictionary *dictionary);
