/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form-model.h"

/** tuce_sheet_photo_draw: draws the photo at @path into the middle of @at, as fine as paper needs. Returns: whether it could be read. */
gboolean tuce_sheet_photo_draw (cairo_t *cairo, const char *path, const TuceRectangle *at);
