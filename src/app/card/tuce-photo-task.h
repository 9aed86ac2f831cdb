/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * tuce_photo_load_async:
 * @side: pixels; the photo is shown no larger
 * @small: whether it is one that is kept small beside the photos
 *
 * Reads the photo @hash of the county file at @county_path on a worker thread.
 */
void tuce_photo_load_async (const char *county_path, const char *hash, int side, gboolean small, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);
GdkTexture *tuce_photo_load_finish (GAsyncResult *result, GError **error);

/** tuce_photo_keep_async: takes the files @paths into the folder of the county file at @county_path, on a worker thread. */
void tuce_photo_keep_async (const char *county_path, const char *const *paths, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

/**
 * tuce_photo_keep_finish:
 * @refusals: (out) (element-type utf8): a sentence for each file that was not taken
 * Returns: (transfer full) (element-type TucePhotoFile): those that were; %NULL only when cancelled.
 */
GPtrArray *tuce_photo_keep_finish (GAsyncResult *result, GPtrArray **refusals, GError **error);
