/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

/* The largest file that is accepted, in bytes: a limit for what a camera or telephone makes, not for a scanner. */
#define TUCE_PICTURE_MOST_BYTES (32 * 1024 * 1024)
#define TUCE_PICTURE_MOST_PIXELS (64 * 1000 * 1000)

/**
 * tuce_picture_check:
 * @path: a file
 * @name: what the error message calls it
 *
 * Reads the picture at @path from beginning to end. Any thread.
 * Returns: the file name ending of its format ("jpg", "png"), not to be freed; %NULL with TUCE_ERROR_REFUSED and a
 * sentence where it is no picture, too large, or damaged.
 */
const char *tuce_picture_check (const char *path, const char *name, GError **error);

/**
 * tuce_picture_load:
 * @width, @height: pixels it must fit into; it is never enlarged
 *
 * Gives the picture at @path, turned upright according to its EXIF data. The caller owns it; %NULL with @error. Any
 * thread.
 */
GdkPixbuf *tuce_picture_load (const char *path, int width, int height, GError **error);

/**
 * tuce_picture_endings:
 * Returns: (array zero-terminated) (transfer none): the file name endings of all accepted formats.
 */
const char *const *tuce_picture_endings (void);
