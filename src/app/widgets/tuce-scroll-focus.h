/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * tuce_scroll_focus:
 * @widget: something inside the GtkScrolledWindow
 *
 * Brings what has the focus into view once what was just unfolded is laid out: a view scrolls to a focus when it comes,
 * and then the place of an unfolding section is not known yet.
 */
void tuce_scroll_focus (GtkWidget *widget);
