/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-member-row.h"

#define GAP 10
#define WIDEST 150
#define LEAST_CELLS 3
#define NAME_CELL 1

struct _TuceMemberRow
{
  GtkWidget parent_instance;
  GArray *widths;
};

G_DEFINE_FINAL_TYPE (TuceMemberRow, tuce_member_row, GTK_TYPE_WIDGET)

static int
column_width (TuceMemberRow *self, guint column)
{
  return column < self->widths->len ? g_array_index (self->widths, int, column) : 0;
}

/* Gives how many cells fit into @width, and in @rest what they leave over. */
static guint
count_fitting (TuceMemberRow *self, int width, int *rest)
{
  guint fitting = 0;

  *rest = width + GAP;
  for (guint i = 0; i < self->widths->len; i++)
    {
      int wanted = column_width (self, i) + GAP;

      if (wanted > *rest && i >= LEAST_CELLS)
        break;
      *rest -= wanted;
      fitting++;
    }
  *rest = MAX (*rest, 0);
  return fitting;
}

static void
tuce_member_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TuceMemberRow *self = TUCE_MEMBER_ROW (widget);
  guint column = 0;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural = MAX (*natural, child_natural);
      else
        {
          *natural += column_width (self, column) + GAP;
          if (column < LEAST_CELLS)
            *minimum += child_minimum + GAP;
          column++;
        }
    }
}

static void
tuce_member_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TuceMemberRow *self = TUCE_MEMBER_ROW (widget);
  int rest, x = 0;
  guint fitting = count_fitting (self, width, &rest);
  guint column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, wanted = column_width (self, column) + (column == NAME_CELL ? rest : 0);

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      wanted = MAX (wanted, minimum);
      gtk_widget_set_child_visible (child, column < fitting);
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, wanted, height }, -1);
      x += wanted + GAP;
      column++;
    }
}

static void
tuce_member_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_pointer (&TUCE_MEMBER_ROW (object)->widths, g_array_unref);
  G_OBJECT_CLASS (tuce_member_row_parent_class)->dispose (object);
}

static void
tuce_member_row_class_init (TuceMemberRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_member_row_dispose;
  widget_class->measure = tuce_member_row_measure;
  widget_class->size_allocate = tuce_member_row_size_allocate;
}

static void
tuce_member_row_init (TuceMemberRow *self)
{
}

GtkWidget *
tuce_member_row_new (GArray *widths)
{
  TuceMemberRow *self = g_object_new (TUCE_TYPE_MEMBER_ROW, NULL);

  self->widths = g_array_ref (widths);
  for (guint i = 0; i < widths->len; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

void
tuce_member_row_set_cell (TuceMemberRow *self, guint column, const char *text, gboolean to_the_right)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (label && column-- > 0)
    label = gtk_widget_get_next_sibling (label);
  g_return_if_fail (label);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), to_the_right ? 1 : 0);
  gtk_widget_set_tooltip_text (label, *text ? text : NULL);
}

void
tuce_member_row_widen (TuceMemberRow *self)
{
  guint column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child), column++)
    {
      int natural, *width = &g_array_index (self->widths, int, column);

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      *width = MAX (*width, MIN (natural, WIDEST));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
