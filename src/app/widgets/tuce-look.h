/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** tuce_look_is_dark: whether @widget's text is light, and so its ground dark: which of two colours to paint with. */
gboolean tuce_look_is_dark (GtkWidget *widget);

/** tuce_look_set_class: gives @widget the class @name of the style sheet, or takes it away. */
void tuce_look_set_class (GtkWidget *widget, const char *name, gboolean on);
