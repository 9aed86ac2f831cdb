/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceMemberRow:
 *
 * One line of the small table on the card: as many of its cells as fit, from the first on, each as wide as the widest
 * of its column. The second cell, which holds the name, takes what is left.
 */
#define TUCE_TYPE_MEMBER_ROW (tuce_member_row_get_type ())
G_DECLARE_FINAL_TYPE (TuceMemberRow, tuce_member_row, TUCE, MEMBER_ROW, GtkWidget)

/** tuce_member_row_new: @widths: (element-type int): the widths of the columns, shared by all rows of a table. */
GtkWidget *tuce_member_row_new (GArray *widths);

/** tuce_member_row_set_cell: puts @text into cell @column, counted from 0. */
void tuce_member_row_set_cell (TuceMemberRow *row, guint column, const char *text, gboolean to_the_right);

/** tuce_member_row_widen: makes the shared widths at least what this row needs. Set them to 0 first to begin anew. */
void tuce_member_row_widen (TuceMemberRow *row);
