/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "tuce-style.h"

/*
 * Letters on the map: the only place where a line of the style table becomes a font. Pango keeps one font map for each
 * thread, so a context must be used on the thread that made it.
 */
PangoContext *tuce_text_style_context (void);

/**
 * tuce_text_style_layout:
 * Gives a layout of @text in one line, which the caller owns. @scale: how many times as large as the table says
 */
PangoLayout *tuce_text_style_layout (PangoContext *context, TuceStyleItem item, double scale, const char *text);
