/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * tuce_row_focus_mark:
 *
 * To be called in the factory's ::setup, once @item has its child: makes the row known to tuce_row_focus().
 */
void tuce_row_focus_mark (GtkListItem *item);

/**
 * tuce_row_focus:
 * @view: a GtkListView or GtkColumnView
 *
 * Brings the row at @position into view and puts the focus there, now or as soon as the row has been laid out, unless the
 * focus has gone elsewhere meanwhile: a view keeps its place by its model, and starts at the top with a new one.
 * (gtk_list_view_scroll_to() can do this from GTK 4.12 on.)
 */
void tuce_row_focus (GtkWidget *view, guint position);

/**
 * tuce_row_focus_now:
 * Puts the focus into the row at @position where it is laid out already: keys that follow at once then begin there.
 * Returns: whether it is; else there is tuce_row_focus().
 */
gboolean tuce_row_focus_now (GtkWidget *view, guint position);

/** tuce_row_scroll: brings the row at @position of @view into view. */
void tuce_row_scroll (GtkWidget *view, guint position);
