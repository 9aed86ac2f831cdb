/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-scroll-focus.h"

#define CALM_FRAMES 6  /* by then all is laid out */
#define MOST_FRAMES 60 /* after a second somebody scrolls by himself */
#define MARGIN 48.0    /* pixels kept around it: its label, what is wrong with it */

/* What is waited for: that the focus stays where it is. */
typedef struct
{
  guint frames;
  guint calm;
  float y;
} Wait;

static gboolean
find_bounds (GtkWidget *focus, GtkScrolledWindow *scrolled, graphene_rect_t *bounds)
{
  GtkWidget *view = gtk_scrolled_window_get_child (scrolled);
  GtkWidget *content = GTK_IS_VIEWPORT (view) ? gtk_viewport_get_child (GTK_VIEWPORT (view)) : NULL;

  return content && gtk_widget_compute_bounds (focus, content, bounds);
}

/* At once: the animation of gtk_adjustment_clamp_page() stops half-way where something is laid out meanwhile. */
static void
scroll_to (GtkAdjustment *adjustment, double top, double bottom)
{
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  if (bottom > value + page)
    value = bottom - page;
  if (top < value)
    value = top;
  gtk_adjustment_set_value (adjustment, value);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (!focus || !scrolled || !gtk_widget_is_ancestor (focus, widget) || wait->frames++ == MOST_FRAMES)
    return G_SOURCE_REMOVE;
  if (!find_bounds (focus, GTK_SCROLLED_WINDOW (scrolled), &bounds))
    return G_SOURCE_CONTINUE;
  wait->calm = wait->frames > 1 && bounds.origin.y == wait->y ? wait->calm + 1 : 0;
  wait->y = bounds.origin.y;
  scroll_to (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), bounds.origin.y - MARGIN,
             bounds.origin.y + bounds.size.height + MARGIN);
  return wait->calm < CALM_FRAMES;
}

void
tuce_scroll_focus (GtkWidget *widget)
{
  gtk_widget_add_tick_callback (widget, on_tick, g_new0 (Wait, 1), g_free);
}
