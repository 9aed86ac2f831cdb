/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-figure-strip.h"

struct _TuceFigureStrip
{
  GtkWidget parent_instance;

  GtkBox *box;
  GPtrArray *figures; /* Figure: boxes are kept for the next ones */
  guint n;
};

typedef struct
{
  GtkWidget *box, *caption, *figure;
} Figure;

G_DEFINE_FINAL_TYPE (TuceFigureStrip, tuce_figure_strip, GTK_TYPE_WIDGET)

static void
tuce_figure_strip_dispose (GObject *object)
{
  TuceFigureStrip *self = TUCE_FIGURE_STRIP (object);

  if (self->box)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  G_OBJECT_CLASS (tuce_figure_strip_parent_class)->dispose (object);
}

static void
tuce_figure_strip_finalize (GObject *object)
{
  g_ptr_array_unref (TUCE_FIGURE_STRIP (object)->figures);
  G_OBJECT_CLASS (tuce_figure_strip_parent_class)->finalize (object);
}

static void
tuce_figure_strip_class_init (TuceFigureStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_figure_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_figure_strip_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "figurestrip");
}

static void
tuce_figure_strip_init (TuceFigureStrip *self)
{
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
tuce_figure_strip_new (void)
{
  return g_object_new (TUCE_TYPE_FIGURE_STRIP, NULL);
}

static GtkWidget *
new_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static Figure *
figure_at (TuceFigureStrip *self, guint position)
{
  Figure *figure;

  if (position < self->figures->len)
    return self->figures->pdata[position];
  figure = g_new0 (Figure, 1);
  figure->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  figure->caption = new_label ("caption");
  figure->figure = new_label ("figure");
  gtk_widget_add_css_class (figure->figure, "numeric");
  gtk_box_append (GTK_BOX (figure->box), figure->caption);
  gtk_box_append (GTK_BOX (figure->box), figure->figure);
  gtk_widget_set_hexpand (figure->box, TRUE);
  gtk_box_append (self->box, figure->box);
  g_ptr_array_add (self->figures, figure);
  return figure;
}

void
tuce_figure_strip_begin (TuceFigureStrip *self)
{
  g_return_if_fail (TUCE_IS_FIGURE_STRIP (self));
  self->n = 0;
}

void
tuce_figure_strip_add (TuceFigureStrip *self, const char *caption, const char *text, const char *whole,
                       gboolean is_problem)
{
  g_autofree char *marked = g_strdup_printf ("%s%s", is_problem ? "! " : "", text);
  Figure *figure;

  g_return_if_fail (TUCE_IS_FIGURE_STRIP (self));
  figure = figure_at (self, self->n++);
  gtk_label_set_text (GTK_LABEL (figure->caption), caption);
  gtk_label_set_text (GTK_LABEL (figure->figure), marked);
  if (is_problem)
    gtk_widget_add_css_class (figure->figure, "problem");
  else
    gtk_widget_remove_css_class (figure->figure, "problem");
  gtk_widget_set_tooltip_text (figure->box, whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (figure->figure), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  whole ? whole : "", -1);
  gtk_widget_set_visible (figure->box, TRUE);
}

void
tuce_figure_strip_end (TuceFigureStrip *self)
{
  g_return_if_fail (TUCE_IS_FIGURE_STRIP (self));
  for (guint i = self->n; i < self->figures->len; i++)
    gtk_widget_set_visible (((Figure *) self->figures->pdata[i])->box, FALSE);
}

const char *
tuce_figure_strip_get (TuceFigureStrip *self, const char *caption)
{
  g_return_val_if_fail (TUCE_IS_FIGURE_STRIP (self), NULL);
  for (guint i = 0; i < self->n; i++)
    {
      Figure *figure = self->figures->pdata[i];

      if (g_str_equal (gtk_label_get_text (GTK_LABEL (figure->caption)), caption))
        return gtk_label_get_text (GTK_LABEL (figure->figure));
    }
  return NULL;
}
