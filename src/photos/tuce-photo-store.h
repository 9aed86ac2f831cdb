/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "tuce-county.h"

/*
 * Where photos are kept: a folder beside the county file, NAME.photos for NAME.tuce, each file named by the SHA-256 of
 * what is in it, so that a photo that is taken twice is kept once and one that was altered is noticed. The records of
 * photos (entity "photo") stand in the county file; undoing one leaves the file, so that it can be redone. A copied county
 * takes its photos along when the folder is copied with it.
 */

/** tuce_photo_folder: Gives the folder of the county file at @county_path, whether it is there or not. */
char *tuce_photo_folder (const char *county_path);

/**
 * tuce_photo_keep:
 * @path: the photo, wherever it lies
 *
 * Checks the photo (tuce-picture.h) and copies it into the folder of the county file at @county_path, safe on disk on
 * return: before the record that names it is written. Any thread.
 * Returns: its hash, to be kept as photo.hash; %NULL with a sentence.
 */
char *tuce_photo_keep (const char *county_path, const char *path, GError **error);

/** tuce_photo_find: Gives the path of the photo @hash, or %NULL with TUCE_ERROR_NOT_FOUND when its file is missing. Any thread. */
char *tuce_photo_find (const char *county_path, const char *hash, GError **error);

/** tuce_photo_is_whole: whether the file at @path still holds what its name says. */
gboolean tuce_photo_is_whole (const char *path, GCancellable *cancellable, GError **error);

/**
 * tuce_photo_thumbnail:
 * Gives the photo @hash small: no larger than @side by @side pixels. Kept beside the photos where that folder may be
 * written, so that it is made once. Any thread.
 */
GdkPixbuf *tuce_photo_thumbnail (const char *county_path, const char *hash, int side, GError **error);
