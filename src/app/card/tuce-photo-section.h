/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-photo-tile.h"

/**
 * TucePhotoSection:
 *
 * The part of the card with the photos of the selected site, or of the selected household when it moves or has any:
 * to be added from files or by dropping them, named by what they show, opened, removed. Follows the workspace; each
 * change is one edit that can be undone.
 */
#define TUCE_TYPE_PHOTO_SECTION (tuce_photo_section_get_type ())
G_DECLARE_FINAL_TYPE (TucePhotoSection, tuce_photo_section, TUCE, PHOTO_SECTION, GtkWidget)

GtkWidget *tuce_photo_section_new (TuceWorkspace *workspace);

/** tuce_photo_section_add: takes the files at @paths, as what is chosen in the section; refused ones are reported. */
void tuce_photo_section_add (TucePhotoSection *section, const char *const *paths);

/** tuce_photo_section_is_busy: Returns: whether files are being taken. */
gboolean tuce_photo_section_is_busy (TucePhotoSection *section);

guint tuce_photo_section_get_n_photos (TucePhotoSection *section);

/** tuce_photo_section_get_tile: Returns: (transfer none): the tile at @index. */
TucePhotoTile *tuce_photo_section_get_tile (TucePhotoSection *section, guint index);
