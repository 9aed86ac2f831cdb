/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"

/**
 * TuceSheetPhotos:
 * The photos that a run of sheets draws, at a resolution for paper. The latest ones are kept, so that drawing a preview
 * again need not read them again. To be used only on the thread that made it.
 */
typedef struct _TuceSheetPhotos TuceSheetPhotos;

/** tuce_sheet_photos_new: Gives an empty cache of photos, which the caller owns. */
TuceSheetPhotos *tuce_sheet_photos_new (void);

/** tuce_sheet_photos_free: Frees it with the photos it keeps. */
void tuce_sheet_photos_free (TuceSheetPhotos *photos);

/** tuce_sheet_photos_draw: Draws the photo at @path in the middle of @at. Returns: whether it could be read */
gboolean tuce_sheet_photos_draw (TuceSheetPhotos *photos, cairo_t *cairo, const char *path, const TuceRectangle *at);
