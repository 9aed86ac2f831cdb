/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "tuce-style.h"

/*
 * Letters on the map: the one place that turns a line of the style table into a font. Pango keeps a font map for each
 * thread, so a context belongs to the thread that made it.
 */
PangoContext *tuce_text_style_context (void);

/** tuce_text_style_layout: Gives a layout of @text, @scale times as large as the table says, in one line. */
PangoLayout *tuce_text_style_layout (PangoContext *context, TuceStyleItem item, double scale, const char *text);
