/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * tuce_keyboard_focus_children:
 * The focus function of a widget that takes no focus itself but says where it goes (grab_focus). The keyboard moves among
 * its children and out of them again; with GTK's own function Shift+Tab asks grab_focus once more, and never gets out.
 */
gboolean tuce_keyboard_focus_children (GtkWidget *widget, GtkDirectionType direction);
