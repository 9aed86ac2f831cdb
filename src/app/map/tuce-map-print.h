/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-scene.h"
#include "tuce-workspace.h"

/** tuce_map_print: asks for a printer and prints the leaf with the map of the division @code. @scene: what to paint it from. */
void tuce_map_print (TuceWorkspace *workspace, GtkWindow *parent, const char *code, TuceScene *scene);

/** tuce_map_print_choose_file: asks for a file, then does tuce_map_print_save(). */
void tuce_map_print_choose_file (TuceWorkspace *workspace, GtkWindow *parent, const char *code, TuceScene *scene);

/** tuce_map_print_save: writes that leaf to the PDF @path on a worker thread and reports how it went. */
void tuce_map_print_save (TuceWorkspace *workspace, const char *code, TuceScene *scene, const char *path);
