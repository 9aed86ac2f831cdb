/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceFigureStrip:
 *
 * Some figures beside each other, each under its caption; what a figure is made of ("400 people ÷ 450 people") stands in
 * its tooltip, and is read out with it.
 */
#define TUCE_TYPE_FIGURE_STRIP (tuce_figure_strip_get_type ())
G_DECLARE_FINAL_TYPE (TuceFigureStrip, tuce_figure_strip, TUCE, FIGURE_STRIP, GtkWidget)

GtkWidget *tuce_figure_strip_new (void);

/** tuce_figure_strip_begin: what follows replaces what stands there now, until tuce_figure_strip_end(). */
void tuce_figure_strip_begin (TuceFigureStrip *strip);

/**
 * tuce_figure_strip_add:
 * @whole: (nullable): what it is made of
 * @is_problem: whether it tells that something is wrong: then a "!" stands before it
 */
void tuce_figure_strip_add (TuceFigureStrip *strip, const char *caption, const char *figure, const char *whole,
                            gboolean is_problem);
void tuce_figure_strip_end (TuceFigureStrip *strip);

/** tuce_figure_strip_get: Returns: (nullable): the figure under @caption; for tests. */
const char *tuce_figure_strip_get (TuceFigureStrip *strip, const char *caption);
