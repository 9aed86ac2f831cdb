/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-mistake-list.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 130

struct _TuceMistakeList
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *list; /* GtkListBox */
  GPtrArray *mistakes;
};

G_DEFINE_FINAL_TYPE (TuceMistakeList, tuce_mistake_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static GtkWidget *
new_row (const TuceMistake *mistake)
{
  g_autofree char *place = mistake->column ? g_strdup_printf (_("line %u, column %u"), mistake->line, mistake->column)
                                           : g_strdup_printf (_("line %u"), mistake->line);
  g_autofree char *text = *mistake->item ? g_strdup_printf ("%s · %s · %s", place, mistake->item, mistake->sentence)
                                         : g_strdup_printf ("%s · %s", place, mistake->sentence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (mistake->doubt ? "dialog-question-symbolic"
                                                                              : "dialog-error-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

static void
on_row (TuceMistakeList *self, GtkListBoxRow *row)
{
  tuce_mistake_list_choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
tuce_mistake_list_dispose (GObject *object)
{
  TuceMistakeList *self = TUCE_MISTAKE_LIST (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->mistakes, g_ptr_array_unref);
  G_OBJECT_CLASS (tuce_mistake_list_parent_class)->dispose (object);
}

static void
tuce_mistake_list_class_init (TuceMistakeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_mistake_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_MISTAKE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_UINT, G_TYPE_UINT);
}

static void
tuce_mistake_list_init (TuceMistakeList *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Mistakes"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scrolled, -1, HEIGHT);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tuce_mistake_list_new (void)
{
  return g_object_new (TUCE_TYPE_MISTAKE_LIST, NULL);
}

void
tuce_mistake_list_show (TuceMistakeList *self, GPtrArray *mistakes)
{
  GtkWidget *row;

  g_return_if_fail (TUCE_IS_MISTAKE_LIST (self));
  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_clear_pointer (&self->mistakes, g_ptr_array_unref);
  self->mistakes = mistakes ? g_ptr_array_ref (mistakes) : NULL;
  for (guint i = 0; mistakes && i < mistakes->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (mistakes->pdata[i]));
}

void
tuce_mistake_list_choose (TuceMistakeList *self, guint position)
{
  const TuceMistake *mistake;

  g_return_if_fail (TUCE_IS_MISTAKE_LIST (self));
  g_return_if_fail (self->mistakes && position < self->mistakes->len);
  mistake = self->mistakes->pdata[position];
  g_signal_emit (self, chosen_signal, 0, mistake->line, mistake->column);
}
