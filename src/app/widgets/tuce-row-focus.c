/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-row-focus.h"

#define ITEM "tuce-list-item"
#define MAX_FRAMES 12

typedef struct
{
  guint position;
  guint frames;
} Wish;

void
tuce_row_focus_mark (GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), ITEM, item);
}

/* Rows of a list hold our child, rows of a column view hold cells that hold it. */
static GtkListItem *
find_item (GtkWidget *widget)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (widget), ITEM);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !item;
       child = gtk_widget_get_next_sibling (child))
    item = find_item (child);
  return item;
}

static GtkWidget *
find_list (GtkWidget *view)
{
  if (GTK_IS_LIST_VIEW (view))
    return view;
  for (GtkWidget *child = gtk_widget_get_first_child (view); child; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      return child;
  return NULL;
}

gboolean
tuce_row_focus_now (GtkWidget *view, guint position)
{
  for (GtkWidget *row = gtk_widget_get_first_child (find_list (view)); row; row = gtk_widget_get_next_sibling (row))
    {
      GtkListItem *item = find_item (row);

      if (item && gtk_list_item_get_item (item) && gtk_list_item_get_position (item) == position)
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}

static gboolean
on_tick (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Wish *wish = data;
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (focus && focus != view && !gtk_widget_is_ancestor (focus, view))
    return G_SOURCE_REMOVE;
  if (wish->frames++ == 0) /* laid out in this very frame */
    return G_SOURCE_CONTINUE;
  return !tuce_row_focus_now (view, wish->position) && wish->frames < MAX_FRAMES;
}

void
tuce_row_scroll (GtkWidget *view, guint position)
{
  GtkWidget *list = find_list (view);

  if (list)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

void
tuce_row_focus (GtkWidget *view, guint position)
{
  Wish *wish = g_new0 (Wish, 1);

  gtk_widget_grab_focus (view);
  tuce_row_scroll (view, position);
  wish->position = position;
  gtk_widget_add_tick_callback (view, on_tick, wish, g_free);
}
