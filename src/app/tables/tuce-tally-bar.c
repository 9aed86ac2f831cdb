/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-tally-bar.h"

#include "tuce-condition.h"
#include "tuce-criteria-cell.h"
#include "tuce-look.h"
#include "tuce-marks.h"

#define HEIGHT 18
#define PADDING 4.0
#define SIGN 7.0
#define N_PARTS 3

/* From left to right. */
static const TuceResult parts[N_PARTS] = { TUCE_MET, TUCE_UNMET, TUCE_UNCHECKED };

struct _TuceTallyBar
{
  GtkWidget parent_instance;

  TuceTally tally;
  PangoLayout *number;
  char *words;
};

G_DEFINE_FINAL_TYPE (TuceTallyBar, tuce_tally_bar, GTK_TYPE_WIDGET)

static guint activated_signal;

gint64
tuce_tally_bar_get (TuceTallyBar *self, TuceResult result)
{
  g_return_val_if_fail (TUCE_IS_TALLY_BAR (self), 0);
  return result == TUCE_MET ? self->tally.met : result == TUCE_UNMET ? self->tally.unmet : self->tally.unchecked;
}

static double
number_width (TuceTallyBar *self, gint64 n)
{
  g_autofree char *text = tuce_text_number (n);
  int width;

  pango_layout_set_text (self->number, text, -1);
  pango_layout_get_pixel_size (self->number, &width, NULL);
  return width;
}

/* What each part takes to show its number, and its sign as well. Gives the sum. */
static double
least_lengths (TuceTallyBar *self, gboolean signs, double *least)
{
  double needed = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      gint64 n = tuce_tally_bar_get (self, parts[i]);

      least[i] = n > 0 ? number_width (self, n) + (signs ? SIGN + 3 * PADDING : 2 * PADDING) : 0;
      needed += least[i];
    }
  return needed;
}

/* Each part as long as its share, but long enough for its number, and its sign, where there is room for that. */
static void
measure_parts (TuceTallyBar *self, double width, double *lengths)
{
  gint64 total = self->tally.met + self->tally.unmet + self->tally.unchecked;
  double least[N_PARTS], needed = least_lengths (self, TRUE, least);

  if (needed > width)
    needed = least_lengths (self, FALSE, least);
  for (guint i = 0; i < N_PARTS; i++)
    {
      double share = total > 0 ? (double) tuce_tally_bar_get (self, parts[i]) / (double) total : 0;

      lengths[i] = needed < width ? least[i] + (width - needed) * share : width * least[i] / needed;
    }
}

static void
paint_part (TuceTallyBar *self, GtkSnapshot *snapshot, TuceResult result, double x, double length, double height)
{
  gboolean dark = tuce_look_is_dark (GTK_WIDGET (self));
  const double *colour = tuce_mark_colour (tuce_mark_find (tuce_result_mark (result)),
                                           dark ? TUCE_LOOK_DARK : TUCE_LOOK_LIGHT);
  double ink = dark ? 0 : 1;
  double width = number_width (self, tuce_tally_bar_get (self, result));
  gboolean signs = length >= width + SIGN + 3 * PADDING;
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x, 0, (float) length, (float) height));
  double left = x + (length - width - (signs ? SIGN + PADDING : 0)) / 2;
  int text_height;

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
  cairo_rectangle (cairo, x, 0, length - 1, height);
  cairo_fill (cairo);
  cairo_rectangle (cairo, x, 0, length, height);
  cairo_clip (cairo);
  cairo_set_source_rgb (cairo, ink, ink, ink);
  if (signs)
    tuce_result_paint (cairo, result, left + SIGN / 2, height / 2, SIGN);
  pango_layout_get_pixel_size (self->number, NULL, &text_height);
  cairo_move_to (cairo, left + (signs ? SIGN + PADDING : 0), (height - text_height) / 2);
  pango_cairo_show_layout (cairo, self->number);
  cairo_destroy (cairo);
}

static void
tuce_tally_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TuceTallyBar *self = TUCE_TALLY_BAR (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), x = 0;
  double lengths[N_PARTS];

  measure_parts (self, width, lengths);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (lengths[i] > 0)
        paint_part (self, snapshot, parts[i], x, lengths[i], height);
      x += lengths[i];
    }
}

static void
tuce_tally_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 30 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 110 : HEIGHT;
}

void
tuce_tally_bar_activate (TuceTallyBar *self, TuceResult result)
{
  g_return_if_fail (TUCE_IS_TALLY_BAR (self));
  g_signal_emit (self, activated_signal, 0, (int) result);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, TuceTallyBar *self)
{
  double lengths[N_PARTS], end = 0;

  measure_parts (self, gtk_widget_get_width (GTK_WIDGET (self)), lengths);
  for (guint i = 0; i < N_PARTS; i++)
    {
      end += lengths[i];
      if (lengths[i] > 0 && x < end)
        {
          tuce_tally_bar_activate (self, parts[i]);
          return;
        }
    }
}

static gboolean
activate_by_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  TuceTallyBar *self = TUCE_TALLY_BAR (widget);

  tuce_tally_bar_activate (self, self->tally.unmet > 0       ? TUCE_UNMET
                                 : self->tally.unchecked > 0 ? TUCE_UNCHECKED
                                                             : TUCE_MET);
  return TRUE;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, TUCE_TALLY_BAR (widget)->words);
  return TUCE_TALLY_BAR (widget)->words != NULL;
}

static void
tuce_tally_bar_finalize (GObject *object)
{
  g_clear_object (&TUCE_TALLY_BAR (object)->number);
  g_free (TUCE_TALLY_BAR (object)->words);
  G_OBJECT_CLASS (tuce_tally_bar_parent_class)->finalize (object);
}

static void
tuce_tally_bar_class_init (TuceTallyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tuce_tally_bar_finalize;
  widget_class->snapshot = tuce_tally_bar_snapshot;
  widget_class->measure = tuce_tally_bar_measure;
  widget_class->query_tooltip = query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "tallybar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_by_key, NULL);
  activated_signal = g_signal_new ("activated", TUCE_TYPE_TALLY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tuce_tally_bar_init (TuceTallyBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
tuce_tally_bar_new (void)
{
  return g_object_new (TUCE_TYPE_TALLY_BAR, NULL);
}

void
tuce_tally_bar_set (TuceTallyBar *self, const TuceTally *tally, const char *what, TuceDictionary *dictionary)
{
  g_autoptr (GString) words = g_string_new (what);

  g_return_if_fail (TUCE_IS_TALLY_BAR (self));
  self->tally = *tally;
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_autofree char *number = tuce_text_number (tuce_tally_bar_get (self, parts[i]));

      g_string_append_printf (words, "\n%s %s", tuce_result_label (dictionary, parts[i]), number);
    }
  g_free (self->words);
  self->words = g_strdup (words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
