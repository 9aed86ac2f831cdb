/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-painter-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-text-style.h"
#include "tuce-text.h"

#define EDGE 8.0
#define PAD 8.0
#define LINE 19.0
#define MARK 10.0
#define BAR_MOST 120.0

double
tuce_paint_scale_length (double metres_per_unit, double most, char **label)
{
  double room = metres_per_unit * most, step = pow (10, floor (log10 (room)));
  double metres = room >= 5 * step ? 5 * step : room >= 2 * step ? 2 * step : step;

  /* Translators: the length of a scale bar */
  *label = metres >= 1000 ? g_strdup_printf (_("%g km"), metres / 1000) : g_strdup_printf (_("%g m"), metres);
  return metres / metres_per_unit;
}

static PangoLayout *
layout_of (TucePainting *painting, TuceStyleItem item, const char *text)
{
  PangoContext *context = tuce_text_style_context ();
  PangoLayout *layout = tuce_text_style_layout (context, item, painting->scale, text);

  g_object_unref (context);
  return layout;
}

static double
text_width (TucePainting *painting, TuceStyleItem item, const char *text)
{
  g_autoptr (PangoLayout) layout = layout_of (painting, item, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Shows @text with the middle of its line at @y. */
static void
show_text (TucePainting *painting, TuceStyleItem item, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = layout_of (painting, item, text);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_move_to (painting->cairo, x, y - height / 2.0);
  tuce_style_set_colour (painting->cairo, item, painting->look, 1);
  pango_cairo_show_layout (painting->cairo, layout);
}

static void
paint_panel (TucePainting *painting, double x, double y, double width, double height)
{
  cairo_new_path (painting->cairo);
  cairo_rectangle (painting->cairo, x, y, width, height);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PANEL, painting->look, 1);
  cairo_fill_preserve (painting->cairo);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PANEL_EDGE, painting->look, 1);
  cairo_set_line_width (painting->cairo, tuce_style_get (TUCE_STYLE_PANEL_EDGE)->width * painting->scale);
  cairo_stroke (painting->cairo);
}

static const char *
line_label (TucePainting *painting, const TuceLegendLine *line)
{
  return painting->look == TUCE_LOOK_PAPER ? line->label_zh : line->label;
}

static void
paint_legend_line (TucePainting *painting, const TuceLegendLine *line, double x, double right, double y)
{
  g_autofree char *count = tuce_text_number (line->count);
  const double *colour = tuce_mark_colour (line->mark, painting->look);

  cairo_set_source_rgb (painting->cairo, colour[0], colour[1], colour[2]);
  tuce_mark_paint (painting->cairo, line->mark, x + MARK / 2 * painting->scale, y, MARK * painting->scale);
  if (painting->look == TUCE_LOOK_PAPER)
    {
      tuce_mark_trace (painting->cairo, line->mark, x + MARK / 2 * painting->scale, y, MARK * painting->scale);
      cairo_set_source_rgb (painting->cairo, 0, 0, 0);
      cairo_set_line_width (painting->cairo, 0.8 * painting->scale);
      cairo_stroke (painting->cairo);
    }
  show_text (painting, TUCE_STYLE_PANEL_TEXT, line_label (painting, line), x + (MARK + 8) * painting->scale, y);
  show_text (painting, TUCE_STYLE_PANEL_TEXT, count, right - text_width (painting, TUCE_STYLE_PANEL_TEXT, count), y);
}

static GPtrArray *
legend_of (TucePainting *painting)
{
  return painting->options->legend ? painting->options->legend : painting->scene->legend;
}

/* Sets where the legend stands. Returns: whether there is one. */
static gboolean
measure_legend (TucePainting *painting, cairo_rectangle_t *at)
{
  GPtrArray *legend = legend_of (painting);
  double unit = painting->scale, words = 0, counts = 0;

  if (legend->len == 0)
    return FALSE;
  for (guint i = 0; i < legend->len; i++)
    {
      const TuceLegendLine *line = legend->pdata[i];
      g_autofree char *count = tuce_text_number (line->count);

      words = MAX (words, text_width (painting, TUCE_STYLE_PANEL_TEXT, line_label (painting, line)));
      counts = MAX (counts, text_width (painting, TUCE_STYLE_PANEL_TEXT, count));
    }
  at->width = words + counts + (2 * PAD + MARK + 8 + 16) * unit;
  at->height = (legend->len * LINE + 2 * PAD - 4) * unit;
  at->x = painting->view->width - EDGE * unit - at->width;
  at->y = painting->view->height - EDGE * unit - at->height;
  return TRUE;
}

void
tuce_paint_legend (TucePainting *painting)
{
  GPtrArray *legend = legend_of (painting);
  double unit = painting->scale;
  cairo_rectangle_t at;

  if (!measure_legend (painting, &at))
    return;
  paint_panel (painting, at.x, at.y, at.width, at.height);
  for (guint i = 0; i < legend->len; i++)
    paint_legend_line (painting, legend->pdata[i], at.x + PAD * unit, at.x + at.width - PAD * unit,
                       at.y + (PAD - 2 + LINE * (i + 0.5)) * unit);
}

static void
paint_bar (TucePainting *painting, double x, double y, double length)
{
  double tick = 3 * painting->scale;

  cairo_new_path (painting->cairo);
  cairo_move_to (painting->cairo, x, y - tick);
  cairo_line_to (painting->cairo, x, y + tick);
  cairo_move_to (painting->cairo, x, y);
  cairo_line_to (painting->cairo, x + length, y);
  cairo_move_to (painting->cairo, x + length, y - tick);
  cairo_line_to (painting->cairo, x + length, y + tick);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PANEL_TEXT, painting->look, 1);
  cairo_set_line_width (painting->cairo, 1.4 * painting->scale);
  cairo_stroke (painting->cairo);
}

/* What stands in the panel of the scale, and where. */
typedef struct
{
  char *label;
  const char *schematic; /* the word for it where any outline in view is, or NULL */
  const char *attribution; /* or NULL */
  double bar;            /* units */
  double width;          /* of the first line */
  cairo_rectangle_t at;
} Scale;

static void
measure_scale (TucePainting *painting, Scale *scale)
{
  double unit = painting->scale, note;
  TuceBox box = tuce_view_box (painting->view);
  gboolean schematic = tuce_scene_is_schematic (painting->scene, &box);

  scale->bar = tuce_paint_scale_length (tuce_view_metres_per_unit (painting->view), BAR_MOST * unit, &scale->label);
  /* Translators: stands beside the scale where borders are drawn that nobody surveyed */
  scale->schematic = !schematic ? NULL : painting->look == TUCE_LOOK_PAPER ? "示意" : _("Schematic borders"); /* paper is Chinese */
  scale->attribution = *painting->scene->attribution ? painting->scene->attribution : NULL;
  scale->width = scale->bar + 8 * unit + text_width (painting, TUCE_STYLE_PANEL_TEXT, scale->label);
  if (schematic)
    scale->width += 14 * unit + text_width (painting, TUCE_STYLE_SCHEMATIC, scale->schematic);
  note = scale->attribution ? text_width (painting, TUCE_STYLE_PANEL_NOTE, scale->attribution) : 0;
  scale->at.x = EDGE * unit;
  scale->at.width = MAX (scale->width, note) + 2 * PAD * unit;
  scale->at.height = ((scale->attribution ? 2 : 1) * LINE + 2 * PAD - 4) * unit;
  scale->at.y = painting->view->height - EDGE * unit - scale->at.height;
}

void
tuce_paint_scale (TucePainting *painting)
{
  double unit = painting->scale, x, y;
  Scale scale;

  measure_scale (painting, &scale);
  paint_panel (painting, scale.at.x, scale.at.y, scale.at.width, scale.at.height);
  x = scale.at.x + PAD * unit;
  y = scale.at.y + (PAD - 2 + LINE / 2) * unit;
  paint_bar (painting, x, y, scale.bar);
  show_text (painting, TUCE_STYLE_PANEL_TEXT, scale.label, x + scale.bar + 8 * unit, y);
  if (scale.schematic)
    show_text (painting, TUCE_STYLE_SCHEMATIC, scale.schematic,
               x + scale.width - text_width (painting, TUCE_STYLE_SCHEMATIC, scale.schematic), y);
  if (scale.attribution)
    show_text (painting, TUCE_STYLE_PANEL_NOTE, scale.attribution, x, y + LINE * unit);
  g_free (scale.label);
}

GArray *
tuce_furniture_rooms (TucePainting *painting)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  TucePaintParts parts = painting->options->parts;
  cairo_rectangle_t at;
  Scale scale;

  if ((parts & TUCE_PAINT_LEGEND) && measure_legend (painting, &at))
    g_array_append_val (rooms, at);
  if (parts & TUCE_PAINT_SCALE)
    {
      measure_scale (painting, &scale);
      g_array_append_val (rooms, scale.at);
      g_free (scale.label);
    }
  if (parts & TUCE_PAINT_NORTH)
    {
      at = (cairo_rectangle_t){ painting->view->width - 36 * painting->scale, 8 * painting->scale, 24 * painting->scale,
                                40 * painting->scale };
      g_array_append_val (rooms, at);
    }
  return rooms;
}

void
tuce_paint_north (TucePainting *painting)
{
  double unit = painting->scale, x = painting->view->width - 24 * unit, y = 30 * unit, half = 6 * unit;
  /* Translators: north, on a map */
  const char *north = painting->look == TUCE_LOOK_PAPER ? "北" : _("N");

  cairo_new_path (painting->cairo);
  cairo_move_to (painting->cairo, x, y - 18 * unit);
  cairo_line_to (painting->cairo, x + half, y);
  cairo_line_to (painting->cairo, x, y - 4 * unit);
  cairo_line_to (painting->cairo, x - half, y);
  cairo_close_path (painting->cairo);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PANEL_TEXT, painting->look, 1);
  cairo_fill (painting->cairo);
  show_text (painting, TUCE_STYLE_PANEL_TEXT, north, x - text_width (painting, TUCE_STYLE_PANEL_TEXT, north) / 2,
             y + 9 * unit);
}
