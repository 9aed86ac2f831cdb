/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-legend.h"

#include <glib/gi18n-lib.h>

#include "tuce-text.h"

#define MARK_SIZE 10

struct _TuceMapLegend
{
  GtkBox parent_instance;

  TuceLook look;
  gboolean pressing; /* a line is set, not clicked */
};

G_DEFINE_FINAL_TYPE (TuceMapLegend, tuce_map_legend, GTK_TYPE_BOX)

static guint chosen_signal;

static const TuceLegendLine *
line_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "line");
}

static void
draw_mark (GtkDrawingArea *area, cairo_t *cairo, int width, int height, gpointer data)
{
  const TuceMark *mark = data;
  TuceMapLegend *legend = TUCE_MAP_LEGEND (gtk_widget_get_ancestor (GTK_WIDGET (area), TUCE_TYPE_MAP_LEGEND));
  const double *colour = tuce_mark_colour (mark, legend ? legend->look : TUCE_LOOK_LIGHT);

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
  tuce_mark_paint (cairo, mark, width / 2.0, height / 2.0, MARK_SIZE);
}

static void
on_toggled (GtkToggleButton *button, TuceMapLegend *self)
{
  if (!self->pressing)
    g_signal_emit (self, chosen_signal, 0, line_of (GTK_WIDGET (button))->code);
}

static void
say_count (GtkWidget *button, gint64 count)
{
  GtkWidget *number = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = tuce_text_number (count);
  /* Translators: the words of a line of the legend, how many households, what a click does */
  g_autofree char *name = g_strdup_printf (_("%s: %s households. Show only these"), line_of (button)->label, text);

  gtk_label_set_text (GTK_LABEL (number), text);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_line (TuceMapLegend *self, const TuceLegendLine *line)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_drawing_area_new (), *label = gtk_label_new (line->label), *number = gtk_label_new (NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (mark), MARK_SIZE + 6);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (mark), draw_mark, (gpointer) line->mark, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_object_set_data (G_OBJECT (button), "line", (gpointer) line);
  say_count (button, line->count);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return button;
}

static void
tuce_map_legend_class_init (TuceMapLegendClass *klass)
{
  chosen_signal = g_signal_new ("chosen", TUCE_TYPE_MAP_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
}

static void
tuce_map_legend_init (TuceMapLegend *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "map-box");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The same states in the same order: their buttons stay, and with them the focus of the keyboard. */
static gboolean
has_the_lines (TuceMapLegend *self, GPtrArray *lines)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint i = 0;

  for (; lines && i < lines->len && button; i++, button = gtk_widget_get_next_sibling (button))
    if (!g_str_equal (gtk_widget_get_name (button), ((TuceLegendLine *) lines->pdata[i])->code))
      return FALSE;
  return lines && i == lines->len && !button;
}

void
tuce_map_legend_show (TuceMapLegend *self, GPtrArray *lines)
{
  GtkWidget *child;
  guint i = 0;

  if (has_the_lines (self, lines))
    {
      for (child = gtk_widget_get_first_child (GTK_WIDGET (self)); child; child = gtk_widget_get_next_sibling (child))
        {
          g_object_set_data (G_OBJECT (child), "line", lines->pdata[i++]);
          say_count (child, line_of (child)->count);
        }
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  for (i = 0; lines && i < lines->len; i++)
    {
      child = new_line (self, lines->pdata[i]);
      gtk_widget_set_name (child, ((TuceLegendLine *) lines->pdata[i])->code);
      gtk_box_append (GTK_BOX (self), child);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), lines && lines->len > 0);
}

void
tuce_map_legend_set_counts (TuceMapLegend *self, GHashTable *counts)
{
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line; line = gtk_widget_get_next_sibling (line))
    {
      const gint64 *count = counts ? g_hash_table_lookup (counts, line_of (line)->code) : NULL;

      say_count (line, counts ? (count ? *count : 0) : line_of (line)->count);
    }
}

void
tuce_map_legend_set_pressed (TuceMapLegend *self, const char *const *codes)
{
  self->pressing = TRUE;
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line; line = gtk_widget_get_next_sibling (line))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (line), codes && g_strv_contains (codes, line_of (line)->code));
  self->pressing = FALSE;
}

void
tuce_map_legend_set_look (TuceMapLegend *self, TuceLook look)
{
  self->look = look;
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self)); line; line = gtk_widget_get_next_sibling (line))
    gtk_widget_queue_draw (gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (line))));
}
