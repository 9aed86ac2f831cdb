/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-overlay-private.h"
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

/* Shows @text with the middle of its line at the height @y. */
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

/* A line of the legend: a state, a stage of sites, or a layer. */
typedef struct
{
  const char *label; /* owned by the scene or by the array that legend_rows() sets */
  char *count;       /* or NULL */
  const TuceMark *mark;
  TuceOverlaySite *site;
  const TuceLayerLine *layer;
} LegendRow;

static void
legend_row_clear (LegendRow *row)
{
  g_free (row->count);
  g_free (row->site);
}

static void
add_states (TucePainting *painting, GPtrArray *lines, gboolean of_sites, GArray *rows)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TuceLegendLine *line = lines->pdata[i];
      LegendRow row = { painting->look == TUCE_LOOK_PAPER ? line->label_zh : line->label, tuce_text_number (line->count),
                        line->mark, NULL, NULL };

      if (of_sites)
        {
          row.site = g_new0 (TuceOverlaySite, 1);
          row.site->mark = line->mark;
          row.site->used = TRUE;
          row.site->occupancy = 0.5;
        }
      g_array_append_val (rows, row);
    }
}

static void
add_layers (TucePainting *painting, GArray *rows)
{
  for (guint i = 0; i < painting->scene->layers->len; i++)
    {
      const TuceLayerLine *line = painting->scene->layers->pdata[i];
      LegendRow row = { painting->look == TUCE_LOOK_PAPER ? line->label_zh : line->label, NULL, NULL, NULL, line };

      if ((painting->options->layers & 1u << line->index)
          && painting->zoom >= tuce_layer_style_nth (line->index)->from_zoom)
        g_array_append_val (rows, row);
    }
}

/* Gives (transfer full) (element-type LegendRow) the rows of the legend. @of_sites: (out) (transfer full): the array
   that owns the labels of sites */
static GArray *
legend_rows (TucePainting *painting, GPtrArray **of_sites)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LegendRow));
  const TucePaintOptions *options = painting->options;

  g_array_set_clear_func (rows, (GDestroyNotify) legend_row_clear);
  add_states (painting, options->legend ? options->legend : painting->scene->legend, FALSE, rows);
  *of_sites = options->overlay && (options->overlay_options.parts & TUCE_OVERLAY_SITES)
                ? tuce_overlay_states (options->overlay)
                : g_ptr_array_new ();
  add_states (painting, *of_sites, TRUE, rows);
  add_layers (painting, rows);
  return rows;
}

static void
paint_legend_mark (TucePainting *painting, const LegendRow *row, double x, double y)
{
  double unit = painting->scale, size = MARK * unit;

  if (row->site)
    {
      tuce_paint_overlay_symbol (painting->cairo, row->site, x + size / 2, y + unit, size * 0.55, unit, painting->look);
      return;
    }
  if (row->layer)
    {
      tuce_layer_style_paint_swatch (painting->cairo, tuce_layer_style_nth (row->layer->index), row->layer->areas,
                                     row->layer->lines, x - 2 * unit, y - size / 2, size + 4 * unit, size, unit,
                                     painting->look);
      return;
    }
  tuce_mark_paint_edged (painting->cairo, row->mark, x + size / 2, y, size, unit, painting->look);
}

static void
paint_legend_row (TucePainting *painting, const LegendRow *row, double x, double right, double y)
{
  paint_legend_mark (painting, row, x, y);
  show_text (painting, TUCE_STYLE_PANEL_TEXT, row->label, x + (MARK + 8) * painting->scale, y);
  if (row->count)
    show_text (painting, TUCE_STYLE_PANEL_TEXT, row->count,
               right - text_width (painting, TUCE_STYLE_PANEL_TEXT, row->count), y);
}

/* Sets the place of the legend. Returns: whether there is one. */
static gboolean
measure_legend (TucePainting *painting, GArray *rows, cairo_rectangle_t *at)
{
  double unit = painting->scale, words = 0, counts = 0;

  if (rows->len == 0)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const LegendRow *row = &g_array_index (rows, LegendRow, i);

      words = MAX (words, text_width (painting, TUCE_STYLE_PANEL_TEXT, row->label));
      counts = MAX (counts, row->count ? text_width (painting, TUCE_STYLE_PANEL_TEXT, row->count) : 0);
    }
  at->width = words + counts + (2 * PAD + MARK + 8 + 16) * unit;
  at->height = (rows->len * LINE + 2 * PAD - 4) * unit;
  at->x = painting->view->width - EDGE * unit - at->width;
  at->y = painting->view->height - EDGE * unit - at->height;
  return TRUE;
}

void
tuce_paint_legend (TucePainting *painting)
{
  g_autoptr (GPtrArray) of_sites = NULL;
  g_autoptr (GArray) rows = legend_rows (painting, &of_sites);
  double unit = painting->scale;
  cairo_rectangle_t at;

  if (!measure_legend (painting, rows, &at))
    return;
  paint_panel (painting, at.x, at.y, at.width, at.height);
  for (guint i = 0; i < rows->len; i++)
    paint_legend_row (painting, &g_array_index (rows, LegendRow, i), at.x + PAD * unit, at.x + at.width - PAD * unit,
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

/* The contents of the panel with the scale, and its place. */
typedef struct
{
  char *label;
  const char *schematic; /* the word shown where any outline in view is schematic, or NULL */
  const char *attribution; /* or NULL */
  double bar;            /* its length in units */
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

  if (parts & TUCE_PAINT_LEGEND)
    {
      g_autoptr (GPtrArray) of_sites = NULL;
      g_autoptr (GArray) rows = legend_rows (painting, &of_sites);

      if (measure_legend (painting, rows, &at))
        g_array_append_val (rooms, at);
    }
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
