/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the menu of a heading does. */
#include "tuce-record-table-private.h"

static void
sort (GtkWidget *widget, const char *action, GVariant *path)
{
  tuce_record_table_sort (TUCE_RECORD_TABLE (widget), g_variant_get_string (path, NULL),
                             g_str_equal (action, "table.sort-descending"));
}

static void
move (GtkWidget *widget, const char *action, GVariant *path)
{
  tuce_record_table_move_column (TUCE_RECORD_TABLE (widget), g_variant_get_string (path, NULL),
                                    g_str_equal (action, "table.move-left") ? -1 : 1);
}

static void
hide (GtkWidget *widget, const char *action, GVariant *path)
{
  tuce_record_table_show_column (TUCE_RECORD_TABLE (widget), g_variant_get_string (path, NULL),
                                    FALSE);
}

/* The page has the button, and with it the popover. */
static void
choose (GtkWidget *widget, const char *action, GVariant *path)
{
  gtk_widget_activate_action (gtk_widget_get_parent (widget), "page.choose-columns", NULL);
}

void
tuce_record_table_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.sort-ascending", "s", sort);
  gtk_widget_class_install_action (widget_class, "table.sort-descending", "s", sort);
  gtk_widget_class_install_action (widget_class, "table.move-left", "s", move);
  gtk_widget_class_install_action (widget_class, "table.move-right", "s", move);
  gtk_widget_class_install_action (widget_class, "table.hide", "s", hide);
  gtk_widget_class_install_action (widget_class, "table.choose", "s", choose);
}
