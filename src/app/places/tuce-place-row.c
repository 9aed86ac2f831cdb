/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-place-row.h"

#include <glib/gi18n-lib.h>

#include "tuce-place.h"
#include "tuce-row-focus.h"
#include "tuce-text.h"

typedef struct
{
  GtkWidget *expander;
  GtkLabel *name;
  GtkWidget *poor;
  GtkLabel *households;
} Row;

static void
show_households (TucePlace *place, GParamSpec *pspec, GtkListItem *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "tuce-row");
  gint64 n = tuce_place_get_households (place);
  g_autofree char *number = tuce_text_number (MAX (n, 0));
  g_autofree char *spoken = g_strdup_printf (
      ngettext ("%s, %s household", "%s, %s households", (gulong) MAX (n, 0)),
      tuce_place_get_name (place), number);

  gtk_label_set_text (row->households, n >= 0 ? number : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  row->expander = gtk_tree_expander_new ();
  row->name = GTK_LABEL (gtk_label_new (NULL));
  row->poor = gtk_label_new ("◆");
  row->households = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (row->name, 0);
  gtk_label_set_ellipsize (row->name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (row->name), TRUE);
  gtk_widget_set_tooltip_text (row->poor, _("poor village"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->poor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("poor village"), -1);
  gtk_widget_add_css_class (row->poor, "poor-village");
  gtk_widget_add_css_class (GTK_WIDGET (row->households), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (row->households), "dim-label");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->name));
  gtk_box_append (GTK_BOX (box), row->poor);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->households));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (row->expander), box);
  gtk_list_item_set_child (item, row->expander);
  tuce_row_focus_mark (item);
  g_object_set_data_full (G_OBJECT (item), "tuce-row", row, g_free);
}

static void
bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "tuce-row");
  GtkTreeListRow *list_row = gtk_list_item_get_item (item);
  g_autoptr (TucePlace) place = gtk_tree_list_row_get_item (list_row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (row->expander), list_row);
  gtk_label_set_text (row->name, tuce_place_get_name (place));
  gtk_widget_set_visible (row->poor, tuce_place_is_poor (place));
  g_signal_connect (place, "notify::households", G_CALLBACK (show_households), item);
  show_households (place, NULL, item);
}

static void
unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "tuce-row");
  g_autoptr (TucePlace) place = gtk_tree_list_row_get_item (gtk_list_item_get_item (item));

  if (place)
    g_signal_handlers_disconnect_by_func (place, show_households, item);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (row->expander), NULL);
}

GtkListItemFactory *
tuce_place_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind), NULL);
  return factory;
}
