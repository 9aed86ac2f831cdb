/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-painter-private.h"

#include <math.h>

/* A vertex nearer to the one before than this makes no visible difference, in units. */
#define NEAR 0.35
/* Cairo counts in numbers of 24.8 bits: a point further outside than this is moved to this distance. */
#define FAR 4e6
/* Distance between lines of a hatching, and their width: light enough to read a name on them. */
#define HATCH 9.0
#define HATCH_WIDTH 0.6
/* A place that fills at most this share of the view counts as a part of the map. */
#define SMALL_SHARE 0.4

static void
trace (TucePainting *painting, const TuceMercator *points, guint n, gboolean closed)
{
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      tuce_painting_units (painting, points[i].x, points[i].y, &x, &y);
      x = CLAMP (x, -FAR, FAR);
      y = CLAMP (y, -FAR, FAR);
      if (i == 0)
        cairo_move_to (painting->cairo, x, y);
      else if (i + 1 < n && fabs (x - last_x) < NEAR && fabs (y - last_y) < NEAR)
        continue;
      else
        cairo_line_to (painting->cairo, x, y);
      last_x = x;
      last_y = y;
    }
  if (closed)
    cairo_close_path (painting->cairo);
}

void
tuce_painting_trace_outline (TucePainting *painting, const TuceOutline *outline)
{
  for (guint ring = 0; ring < outline->shape->n_rings; ring++)
    trace (painting, outline->points + outline->shape->starts[ring],
           outline->shape->starts[ring + 1] - outline->shape->starts[ring],
           outline->shape->kind == TUCE_SHAPE_POLYGON);
}

static void
fill_layer (TucePainting *painting, TuceSceneLayer layer, TuceStyleItem style)
{
  tuce_style_set_colour (painting->cairo, style, painting->look, 1);
  cairo_set_fill_rule (painting->cairo, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < painting->scene->outlines->len; i++)
    {
      const TuceOutline *outline = painting->scene->outlines->pdata[i];

      if (outline->layer != layer || !tuce_extent_meets (&outline->extent, &painting->extent))
        continue;
      cairo_new_path (painting->cairo);
      tuce_painting_trace_outline (painting, outline);
      cairo_fill (painting->cairo);
    }
}

/* Puts the lines of a layer into the path. Returns: whether there are any. */
static gboolean
trace_layer (TucePainting *painting, TuceSceneLayer layer, gboolean schematic)
{
  const TuceLines *lines = &painting->scene->lines[layer];
  gboolean any = FALSE;

  cairo_new_path (painting->cairo);
  for (guint i = 0; i < lines->stretches->len; i++)
    {
      const TuceStretch *stretch = &g_array_index (lines->stretches, TuceStretch, i);

      if (stretch->schematic != schematic || !tuce_extent_meets (&stretch->extent, &painting->extent))
        continue;
      trace (painting, &g_array_index (lines->points, TuceMercator, stretch->first), stretch->n, stretch->closed);
      any = TRUE;
    }
  return any;
}

/* A schematic border is dotted. Before that, the minor borders along the same line are covered with the colour of the
   land. */
static void
stroke_layer (TucePainting *painting, TuceSceneLayer layer, TuceStyleItem item)
{
  const TuceStyle *style = tuce_style_get (item);
  double width = style->width * painting->scale, dot = MAX (width, painting->scale);

  if (painting->zoom < style->from_zoom)
    return;
  cairo_set_line_join (painting->cairo, CAIRO_LINE_JOIN_ROUND);
  for (guint schematic = 0; schematic < 2; schematic++)
    {
      if (!trace_layer (painting, layer, schematic == 1))
        continue;
      if (schematic && layer != TUCE_LAYER_VILLAGE)
        {
          cairo_set_line_width (painting->cairo, width + painting->scale);
          tuce_style_set_colour (painting->cairo, TUCE_STYLE_LAND, painting->look, 1);
          cairo_stroke_preserve (painting->cairo);
        }
      if (schematic)
        cairo_set_dash (painting->cairo, (double[]){ dot, 2 * dot }, 2, 0);
      else if (style->dash[0] > 0)
        cairo_set_dash (painting->cairo, (double[]){ style->dash[0] * painting->scale, style->dash[1] * painting->scale },
                        2, 0);
      cairo_set_line_width (painting->cairo, width);
      tuce_style_set_colour (painting->cairo, item, painting->look, 1);
      cairo_stroke (painting->cairo);
      cairo_set_dash (painting->cairo, NULL, 0, 0);
    }
}

void
tuce_paint_ground (TucePainting *painting)
{
  TucePaintParts parts = painting->options->parts;

  if (parts & TUCE_PAINT_BASE)
    {
      tuce_style_set_colour (painting->cairo, TUCE_STYLE_OUTSIDE, painting->look, 1);
      cairo_paint (painting->cairo);
      fill_layer (painting, TUCE_LAYER_COUNTY, TUCE_STYLE_LAND);
      tuce_paint_layer_areas (painting);
      stroke_layer (painting, TUCE_LAYER_NEIGHBOUR, TUCE_STYLE_NEIGHBOUR);
    }
  if (parts & TUCE_PAINT_RIVERS)
    stroke_layer (painting, TUCE_LAYER_RIVER, TUCE_STYLE_RIVER);
  if (parts & TUCE_PAINT_BASE)
    tuce_paint_layer_lines (painting);
  if (parts & TUCE_PAINT_BORDERS)
    {
      stroke_layer (painting, TUCE_LAYER_VILLAGE, TUCE_STYLE_VILLAGE);
      stroke_layer (painting, TUCE_LAYER_TOWNSHIP, TUCE_STYLE_TOWNSHIP);
    }
  if (parts & TUCE_PAINT_BASE)
    {
      stroke_layer (painting, TUCE_LAYER_COUNTY, TUCE_STYLE_COUNTY);
      tuce_paint_layer_points (painting);
    }
}

/* On paper a place is emphasised by hatching, which a copier keeps. */
static void
hatch (TucePainting *painting)
{
  double step = HATCH * painting->scale, height = painting->view->height;

  cairo_save (painting->cairo);
  cairo_clip_preserve (painting->cairo);
  cairo_new_path (painting->cairo);
  for (double x = -height; x < painting->view->width; x += step)
    {
      cairo_move_to (painting->cairo, x, height);
      cairo_line_to (painting->cairo, x + height, 0);
    }
  cairo_set_line_width (painting->cairo, HATCH_WIDTH * painting->scale);
  cairo_stroke (painting->cairo);
  cairo_restore (painting->cairo);
}

/* Whether the place is only a part of the map. If it fills the map it gets no hatching, which would hide what lies in
   it. */
static gboolean
is_small (TucePainting *painting, const TuceOutline *outline)
{
  double width = (outline->extent.right - outline->extent.left) * painting->across;
  double height = (outline->extent.bottom - outline->extent.top) * painting->across;

  return width < painting->view->width * SMALL_SHARE && height < painting->view->height * SMALL_SHARE;
}

void
tuce_paint_place_highlight (TucePainting *painting)
{
  TuceOutline *outline = g_hash_table_lookup (painting->scene->outline_by_code, painting->options->highlight_place);

  if (!outline)
    return;
  cairo_new_path (painting->cairo);
  cairo_set_fill_rule (painting->cairo, CAIRO_FILL_RULE_EVEN_ODD);
  tuce_painting_trace_outline (painting, outline);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PLACE_HIGHLIGHT, painting->look,
                         painting->look == TUCE_LOOK_PAPER ? 1 : 0.1);
  if (painting->look == TUCE_LOOK_PAPER)
    {
      if (is_small (painting, outline))
        hatch (painting);
      tuce_painting_trace_outline (painting, outline);
    }
  else
    cairo_fill_preserve (painting->cairo);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_PLACE_HIGHLIGHT, painting->look, 1);
  cairo_set_line_width (painting->cairo, tuce_style_get (TUCE_STYLE_PLACE_HIGHLIGHT)->width * painting->scale);
  cairo_set_line_join (painting->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (painting->cairo);
}
