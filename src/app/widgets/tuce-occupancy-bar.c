/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-occupancy-bar.h"

#include "tuce-look.h"
#include "tuce-marks.h"

#define HEIGHT 7
#define HATCH 4.0 /* between two strokes */

struct _TuceOccupancyBar
{
  GtkWidget parent_instance;

  double moved_in, assigned, planned; /* shares of the bar's length */
};

G_DEFINE_FINAL_TYPE (TuceOccupancyBar, tuce_occupancy_bar, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cairo, GtkWidget *widget, const char *mark)
{
  const double *colour
      = tuce_mark_colour (tuce_mark_find (mark), tuce_look_is_dark (widget) ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT);

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
}

static void
fill (cairo_t *cairo, double from, double to, double height)
{
  cairo_rectangle (cairo, from, 0, to - from, height);
  cairo_fill (cairo);
}

static void
hatch (cairo_t *cairo, double from, double to, double height)
{
  cairo_save (cairo);
  cairo_rectangle (cairo, from, 0, to - from, height);
  cairo_clip (cairo);
  cairo_set_line_width (cairo, 1.2);
  for (double x = from - height; x < to; x += HATCH)
    {
      cairo_move_to (cairo, x, height);
      cairo_line_to (cairo, x + height, 0);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
tuce_occupancy_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceOccupancyBar *self = TUCE_OCCUPANCY_BAR (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double end = width * self->planned;
  cairo_t *cairo;
  GdkRGBA ink;

  if (width <= 0 || height <= 0)
    return;
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  set_colour (cairo, widget, "met");
  fill (cairo, 0, width * MIN (self->moved_in, self->planned), height);
  set_colour (cairo, widget, "planned");
  hatch (cairo, width * self->moved_in, width * MIN (self->assigned, self->planned), height);
  cairo_set_source_rgba (cairo, ink.red, ink.green, ink.blue, 0.45);
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, 0.5, 0.5, MAX (0, end - 1), height - 1);
  cairo_stroke (cairo);
  if (self->assigned > self->planned)
    {
      set_colour (cairo, widget, "unmet");
      fill (cairo, end + 2, width, height);
    }
  cairo_destroy (cairo);
}

static void
tuce_occupancy_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 30 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 80 : HEIGHT;
}

static void
tuce_occupancy_bar_class_init (TuceOccupancyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tuce_occupancy_bar_snapshot;
  widget_class->measure = tuce_occupancy_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "occupancybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tuce_occupancy_bar_init (TuceOccupancyBar *self)
{
  self->planned = 1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
tuce_occupancy_bar_new (void)
{
  return g_object_new (TUCE_TYPE_OCCUPANCY_BAR, NULL);
}

void
tuce_occupancy_bar_set (TuceOccupancyBar *self, gint64 planned, gint64 assigned, gint64 moved_in)
{
  double whole = (double) MAX (1, MAX (planned, assigned));

  g_return_if_fail (TUCE_IS_OCCUPANCY_BAR (self));
  self->moved_in = (double) moved_in / whole;
  self->assigned = (double) assigned / whole;
  self->planned = planned < 0 ? 1 : (double) planned / whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
