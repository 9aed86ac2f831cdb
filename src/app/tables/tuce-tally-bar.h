/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-rollup.h"
#include "tuce-verdict.h"

/**
 * TuceTallyBar:
 *
 * How many are met, unmet and not checked, as one bar in three parts whose numbers stand in them, each with its sign (✓ ✗ ·).
 * A click on a part, or Enter, asks for the list behind it.
 *
 * ::activated (int result): a TuceResult: by the keyboard what is unmet, or else what is not checked
 */
#define TUCE_TYPE_TALLY_BAR (tuce_tally_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceTallyBar, tuce_tally_bar, TUCE, TALLY_BAR, GtkWidget)

GtkWidget *tuce_tally_bar_new (void);

/** tuce_tally_bar_set: @what: what is counted, for the tooltip and a screen reader: "静边镇, H4 住房". */
void tuce_tally_bar_set (TuceTallyBar *bar, const TuceTally *tally, const char *what, TuceDictionary *dictionary);

/** tuce_tally_bar_get: Returns: the number that stands in the part of @result. */
gint64 tuce_tally_bar_get (TuceTallyBar *bar, TuceResult result);

/** tuce_tally_bar_activate: as a click on the part of @result does. */
void tuce_tally_bar_activate (TuceTallyBar *bar, TuceResult result);
