/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"

/**
 * TuceSheetPhotos:
 * The photos a run of sheets draws, as fine as paper needs. The latest are kept, so that a preview that is drawn again
 * need not read them again. Belongs to the thread that made it.
 */
typedef struct _TuceSheetPhotos TuceSheetPhotos;

TuceSheetPhotos *tuce_sheet_photos_new (void);
void tuce_sheet_photos_free (TuceSheetPhotos *photos);

/** tuce_sheet_photos_draw: draws the photo at @path into the middle of @at. Returns: whether it could be read. */
gboolean tuce_sheet_photos_draw (TuceSheetPhotos *photos, cairo_t *cairo, const char *path, const TuceRectangle *at);
