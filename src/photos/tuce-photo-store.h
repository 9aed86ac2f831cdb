/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "tuce-county.h"

/*
 * Where photos are stored: in a folder beside the county file, NAME.photos for NAME.tuce. Each file is named by the
 * SHA-256 of its contents: a photo added twice is stored once, and one that was altered is noticed. The records of
 * photos (entity "photo") are in the county file; undoing one leaves its file, so that it can be redone. When a county
 * file is copied, its folder must be copied with it.
 */

/**
 * tuce_photo_folder:
 * Gives the path of the folder for the county file at @county_path, whether the folder exists or not. The caller owns
 * it.
 */
char *tuce_photo_folder (const char *county_path);

/**
 * tuce_photo_keep:
 * @path: the photo, anywhere
 *
 * Checks the photo (tuce-picture.h) and copies it into the folder of the county file at @county_path. When this
 * returns, the copy is safe on disk; so call it before the record that names it is written. Any thread.
 * Returns: (transfer full): its hash, for photo.hash; %NULL with a sentence in @error.
 */
char *tuce_photo_keep (const char *county_path, const char *path, GError **error);

/**
 * tuce_photo_find:
 * Gives the path of the photo @hash, which the caller owns; %NULL with TUCE_ERROR_NOT_FOUND when its file is missing.
 * Any thread.
 */
char *tuce_photo_find (const char *county_path, const char *hash, GError **error);

/**
 * tuce_photo_is_whole:
 * Whether the contents of the file at @path still match its name. %FALSE without @error where they don't; with @error
 * where it can't be read or was cancelled.
 */
gboolean tuce_photo_is_whole (const char *path, GCancellable *cancellable, GError **error);

/**
 * tuce_photo_thumbnail:
 * Gives a small picture of the photo @hash, at most @side by @side pixels; the caller owns it, %NULL with @error. It is
 * stored beside the photos, if that folder can be written, so that it is made only once. Any thread.
 */
GdkPixbuf *tuce_photo_thumbnail (const char *county_path, const char *hash, int side, GError **error);
