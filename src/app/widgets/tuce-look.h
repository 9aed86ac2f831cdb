/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** tuce_look_is_dark: whether @widget's text is light, and so its ground dark: which of two colours to paint with. */
gboolean tuce_look_is_dark (GtkWidget *widget);
