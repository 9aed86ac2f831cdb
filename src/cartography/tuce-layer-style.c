/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-layer-style.h"

#include <math.h>
#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"

#define HATCH_WIDTH 0.7

static const char *const symbol_names[] = { "", "warning", "flag", "cross", "works", "cased" };
static const char *const look_columns[TUCE_N_LOOKS] = { "light", "dark", "paper" };

/* Reads up to @most numbers separated by blanks. Returns: how many */
static guint
read_numbers (const char *text, double *numbers, guint most)
{
  guint n = 0;

  while (n < most)
    {
      char *end;
      double number = g_ascii_strtod (text, &end);

      if (end == text)
        break;
      numbers[n++] = number;
      text = end;
    }
  return n;
}

static gboolean
read_style (TuceCsv *csv, guint row, TuceLayerStyle *style)
{
  const char *symbol = tuce_csv_cell (csv, row, "symbol");

  for (guint look = 0; look < TUCE_N_LOOKS; look++)
    if (!tuce_style_parse_colour (tuce_csv_cell (csv, row, look_columns[look]), style->colour[look]))
      return FALSE;
  style->layer = g_strdup (tuce_csv_cell (csv, row, "layer"));
  style->width = g_ascii_strtod (tuce_csv_cell (csv, row, "width"), NULL);
  style->n_dash = read_numbers (tuce_csv_cell (csv, row, "dash"), style->dash, G_N_ELEMENTS (style->dash));
  style->n_hatch = read_numbers (tuce_csv_cell (csv, row, "hatch"), style->hatch, G_N_ELEMENTS (style->hatch));
  style->spacing = MAX (g_ascii_strtod (tuce_csv_cell (csv, row, "spacing"), NULL), 2);
  style->size = g_ascii_strtod (tuce_csv_cell (csv, row, "size"), NULL);
  style->from_zoom = g_ascii_strtod (tuce_csv_cell (csv, row, "from_zoom"), NULL);
  style->visible = g_str_equal (tuce_csv_cell (csv, row, "visible"), "yes");
  for (guint i = 0; i < G_N_ELEMENTS (symbol_names); i++)
    if (g_str_equal (symbol, symbol_names[i]))
      {
        style->symbol = i;
        return TRUE;
      }
  return FALSE;
}

static GArray *
load_styles (void)
{
  g_autofree char *path = tuce_data_path ("cartography", "layers.csv", NULL);
  GArray *styles = g_array_new (FALSE, TRUE, sizeof (TuceLayerStyle));
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, &error);

  if (!csv)
    g_warning ("%s", error->message);
  for (guint row = 0; csv && row < MIN (tuce_csv_n_rows (csv), TUCE_MOST_LAYERS); row++)
    {
      TuceLayerStyle style = { 0 };

      if (read_style (csv, row, &style))
        g_array_append_val (styles, style);
      else
        g_warning ("%s, line %u: a colour is not #rrggbb, or there is no such symbol", path, tuce_csv_line (csv, row));
    }
  return styles;
}

static GArray *
all_styles (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_styles ());
  return (GArray *) loaded;
}

guint
tuce_layer_style_count (void)
{
  return all_styles ()->len;
}

const TuceLayerStyle *
tuce_layer_style_nth (guint index)
{
  return &g_array_index (all_styles (), TuceLayerStyle, index);
}

int
tuce_layer_style_find (const char *layer)
{
  for (guint i = 0; i < tuce_layer_style_count (); i++)
    if (g_str_equal (tuce_layer_style_nth (i)->layer, layer))
      return (int) i;
  return -1;
}

guint
tuce_layer_style_usual (void)
{
  guint set = 0;

  for (guint i = 0; i < tuce_layer_style_count (); i++)
    if (tuce_layer_style_nth (i)->visible)
      set |= 1u << i;
  return set;
}

static void
trace_warning (cairo_t *cairo, double x, double y, double half)
{
  cairo_move_to (cairo, x, y - half * 1.05);
  cairo_line_to (cairo, x + half * 1.1, y + half * 0.85);
  cairo_line_to (cairo, x - half * 1.1, y + half * 0.85);
  cairo_close_path (cairo);
}

static void
trace_flag (cairo_t *cairo, double x, double y, double half)
{
  double left = x - half * 0.6, pole = MAX (half * 0.22, 0.7);

  cairo_move_to (cairo, left, y + half);
  cairo_line_to (cairo, left, y - half);
  cairo_line_to (cairo, left + half * 1.6, y - half * 0.4);
  cairo_line_to (cairo, left + pole, y + half * 0.15);
  cairo_line_to (cairo, left + pole, y + half);
  cairo_close_path (cairo);
}

static void
trace_cross (cairo_t *cairo, double x, double y, double half)
{
  double arm = half * 0.36;
  const double corners[][2] = { { -arm, -half }, { arm, -half }, { arm, -arm }, { half, -arm }, { half, arm }, { arm, arm },
                                { arm, half }, { -arm, half }, { -arm, arm }, { -half, arm }, { -half, -arm }, { -arm, -arm } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    cairo_line_to (cairo, x + corners[i][0], y + corners[i][1]);
  cairo_close_path (cairo);
}

static void
trace_works (cairo_t *cairo, double x, double y, double half)
{
  double bottom = y + half * 0.8, eaves = y - half * 0.1, ridge = y - half * 0.85, step = half * 2 / 3;

  cairo_move_to (cairo, x - half, bottom);
  for (int tooth = 0; tooth < 3; tooth++)
    {
      cairo_line_to (cairo, x - half + tooth * step, ridge);
      cairo_line_to (cairo, x - half + (tooth + 1) * step, eaves);
    }
  cairo_line_to (cairo, x + half, bottom);
  cairo_close_path (cairo);
}

static void
trace_symbol (cairo_t *cairo, TuceLayerSymbol symbol, double x, double y, double half)
{
  cairo_new_path (cairo);
  if (symbol == TUCE_SYMBOL_FLAG)
    trace_flag (cairo, x, y, half);
  else if (symbol == TUCE_SYMBOL_CROSS)
    trace_cross (cairo, x, y, half);
  else if (symbol == TUCE_SYMBOL_WORKS)
    trace_works (cairo, x, y, half);
  else
    trace_warning (cairo, x, y, half);
}

static void
set_source (cairo_t *cairo, const TuceLayerStyle *style, TuceLook look)
{
  const double *colour = style->colour[look];

  cairo_set_source_rgb (cairo, colour[0], colour[1], colour[2]);
}

void
tuce_layer_style_paint_symbol (cairo_t *cairo, const TuceLayerStyle *style, double x, double y, double scale, TuceLook look)
{
  double half = style->size / 2 * scale;

  if (half <= 0 || style->symbol == TUCE_SYMBOL_CASED || style->symbol == TUCE_SYMBOL_NONE)
    return;
  trace_symbol (cairo, style->symbol, x, y, half);
  tuce_style_set_colour (cairo, TUCE_STYLE_LAND, look, 1);
  cairo_set_line_width (cairo, 2.6 * scale);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cairo);
  if (style->symbol != TUCE_SYMBOL_WARNING)
    {
      set_source (cairo, style, look);
      cairo_fill (cairo);
      return;
    }
  /* A warning sign is not filled, to differ from the marks of states, which are. */
  cairo_fill_preserve (cairo);
  set_source (cairo, style, look);
  cairo_set_line_width (cairo, style->width * scale);
  cairo_stroke (cairo);
  cairo_move_to (cairo, x, y - half * 0.35);
  cairo_line_to (cairo, x, y + half * 0.25);
  cairo_move_to (cairo, x, y + half * 0.45);
  cairo_line_to (cairo, x, y + half * 0.62);
  cairo_stroke (cairo);
}

static void
paint_area_swatch (cairo_t *cairo, const TuceLayerStyle *style, double x, double y, double width, double height, double scale)
{
  double reach = width + height;

  cairo_save (cairo);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_clip (cairo);
  cairo_new_path (cairo);
  for (guint i = 0; i < style->n_hatch; i++)
    for (double at = -reach; at <= reach; at += style->spacing * 0.7 * scale)
      {
        double angle = style->hatch[i] * G_PI / 180, across = cos (angle), up = -sin (angle);
        double middle_x = x + width / 2 - up * at, middle_y = y + height / 2 + across * at;

        cairo_move_to (cairo, middle_x - across * reach, middle_y - up * reach);
        cairo_line_to (cairo, middle_x + across * reach, middle_y + up * reach);
      }
  cairo_set_line_width (cairo, HATCH_WIDTH * scale);
  cairo_stroke (cairo);
  cairo_restore (cairo);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_set_line_width (cairo, style->width * scale);
  cairo_stroke (cairo);
}

void
tuce_layer_style_paint_swatch (cairo_t *cairo, const TuceLayerStyle *style, gboolean areas, gboolean lines, double x,
                               double y, double width, double height, double scale, TuceLook look)
{
  set_source (cairo, style, look);
  cairo_new_path (cairo);
  if (areas)
    paint_area_swatch (cairo, style, x, y, width, height, scale);
  else if (lines)
    {
      cairo_move_to (cairo, x, y + height / 2);
      cairo_line_to (cairo, x + width, y + height / 2);
      cairo_set_line_width (cairo, style->width * scale);
      cairo_stroke_preserve (cairo);
      tuce_style_set_colour (cairo, TUCE_STYLE_LAND, look, 1);
      cairo_set_line_width (cairo, style->symbol == TUCE_SYMBOL_CASED ? style->width * 0.45 * scale : 0);
      if (style->symbol == TUCE_SYMBOL_CASED)
        cairo_stroke (cairo);
      cairo_new_path (cairo);
    }
  else
    tuce_layer_style_paint_symbol (cairo, style, x + width / 2, y + height / 2, scale, look);
}
