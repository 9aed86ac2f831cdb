/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

/* The largest photo that is kept: what a camera or a telephone makes, not what a scanner could. */
#define TUCE_PICTURE_MOST_BYTES (32 * 1024 * 1024)
#define TUCE_PICTURE_MOST_PIXELS (64 * 1000 * 1000)

/**
 * tuce_picture_check:
 * @path: a file
 * @name: what to call it in the sentence
 *
 * Reads the picture at @path from beginning to end. Any thread.
 * Returns: the ending that files of its kind have ("jpg", "png"); %NULL with TUCE_ERROR_REFUSED and a sentence for what is
 * no picture, too large, or damaged.
 */
const char *tuce_picture_check (const char *path, const char *name, GError **error);

/**
 * tuce_picture_load:
 * @width, @height: pixels it has to fit into; it is never enlarged
 *
 * Gives the picture at @path, upright as the camera was held. Any thread.
 */
GdkPixbuf *tuce_picture_load (const char *path, int width, int height, GError **error);

/** tuce_picture_endings: Returns: (array zero-terminated): the endings of all kinds that are kept. */
const char *const *tuce_picture_endings (void);
