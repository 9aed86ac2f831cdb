/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** TuceGeodataChosen: @path: of the file somebody chose */
typedef void (*TuceGeodataChosen) (const char *path, gpointer data);

/**
 * tuce_geodata_chooser_show:
 * Asks over @parent for a file of geodata. @chosen is called once when one was chosen, never otherwise; @data is let go of
 * by @destroy afterwards either way.
 */
void tuce_geodata_chooser_show (GtkWindow *parent, TuceGeodataChosen chosen, gpointer data, GDestroyNotify destroy);
