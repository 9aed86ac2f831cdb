/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-scale.h"

#include <glib/gi18n-lib.h>

#include "tuce-painter.h"

#define BAR_MOST 120

struct _TuceMapScale
{
  GtkBox parent_instance;

  /* borrowed */
  GtkWidget *bar;
  GtkWidget *length;
  GtkWidget *schematic;
  GtkWidget *attribution;

  double units;
};

G_DEFINE_FINAL_TYPE (TuceMapScale, tuce_map_scale, GTK_TYPE_BOX)

static void
draw_bar (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  TuceMapScale *self = data;
  GdkRGBA colour;
  double y = height / 2 + 0.5;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_move_to (cairo, 0.5, y - 4);
  cairo_line_to (cairo, 0.5, y);
  cairo_line_to (cairo, self->units - 0.5, y);
  cairo_line_to (cairo, self->units - 0.5, y - 4);
  cairo_set_line_width (cairo, 1.4);
  cairo_stroke (cairo);
}

static void
tuce_map_scale_class_init (TuceMapScaleClass *klass)
{
}

static void
tuce_map_scale_init (TuceMapScale *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-box");
  self->bar = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->bar), draw_bar, self, NULL);
  self->length = gtk_label_new (NULL);
  self->schematic = gtk_label_new (_("Schematic borders"));
  gtk_widget_add_css_class (self->schematic, "schematic");
  gtk_widget_set_tooltip_text (self->schematic, _("Dotted borders are drawn by the program, not surveyed"));
  self->attribution = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->attribution), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->attribution), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->attribution), 60);
  gtk_widget_add_css_class (self->attribution, "attribution");
  gtk_box_append (GTK_BOX (row), self->bar);
  gtk_box_append (GTK_BOX (row), self->length);
  gtk_box_append (GTK_BOX (row), self->schematic);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), self->attribution);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
tuce_map_scale_show (TuceMapScale *self, TuceScene *scene, const TuceView *view)
{
  g_autofree char *label = NULL;
  TuceBox box;

  gtk_widget_set_visible (GTK_WIDGET (self), scene != NULL && view->width > 0);
  if (!scene || view->width <= 0)
    return;
  box = tuce_view_box (view);
  self->units = tuce_paint_scale_length (tuce_view_metres_per_unit (view), BAR_MOST, &label);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->bar), (int) self->units + 1);
  gtk_widget_queue_draw (self->bar);
  gtk_label_set_text (GTK_LABEL (self->length), label);
  gtk_widget_set_visible (self->schematic, tuce_scene_is_schematic (scene, &box));
  gtk_label_set_text (GTK_LABEL (self->attribution), tuce_scene_attribution (scene));
  gtk_widget_set_tooltip_text (self->attribution, tuce_scene_attribution (scene));
  gtk_widget_set_visible (self->attribution, *tuce_scene_attribution (scene) != '\0');
}
