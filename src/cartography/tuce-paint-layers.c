/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints the imported layers: hatched areas, lines, symbols. */
#include "tuce-layer-style.h"
#include "tuce-painter-private.h"

#include <math.h>

#define HATCH_WIDTH 0.6
#define CASING 0.45 /* share of a cased line's width that is land, between its two edges */

static gboolean
is_shown (const TucePainting *painting, guint layer)
{
  return (painting->options->layers & 1u << layer) && painting->scene->features[layer]->len > 0
         && painting->zoom >= tuce_layer_style_nth (layer)->from_zoom;
}

static void
set_source (TucePainting *painting, const TuceLayerStyle *style)
{
  const double *colour = style->colour[painting->look];

  cairo_set_source_rgb (painting->cairo, colour[0], colour[1], colour[2]);
}

/* A point where a line of the hatching crosses the outline. */
typedef struct
{
  gint64 line;
  double at;
} Crossing;

static int
compare_crossings (gconstpointer a, gconstpointer b)
{
  const Crossing *one = a, *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return (one->at > other->at) - (one->at < other->at);
}

/*
 * The lines of a hatching lie on a grid of the whole Mercator square, not of the view, so that they continue from tile
 * to tile. A point has the coordinates @along, along the lines, and @over, across them in steps of the hatching.
 */
typedef struct
{
  TucePainting *painting;
  double across, up;       /* the direction of the lines */
  double step;
  double first, last;      /* range of the lines that cross the view */
  double from, to;         /* range along the lines that lies in the view */
  GArray *crossings;       /* Crossing */
} Hatching;

static void
turn (const Hatching *hatching, double x, double y, double *along, double *over)
{
  x += hatching->painting->left;
  y += hatching->painting->top;
  *along = x * hatching->across + y * hatching->up;
  *over = (y * hatching->across - x * hatching->up) / hatching->step;
}

static void
begin_hatching (Hatching *hatching, TucePainting *painting, double degrees, double step)
{
  double width = painting->view->width, height = painting->view->height;
  const double corners[][2] = { { 0, 0 }, { width, 0 }, { width, height }, { 0, height } };

  hatching->painting = painting;
  hatching->across = cos (degrees * G_PI / 180);
  hatching->up = -sin (degrees * G_PI / 180);
  hatching->step = step;
  hatching->first = hatching->from = G_MAXDOUBLE;
  hatching->last = hatching->to = -G_MAXDOUBLE;
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double along, over;

      turn (hatching, corners[i][0], corners[i][1], &along, &over);
      hatching->first = MIN (hatching->first, ceil (over));
      hatching->last = MAX (hatching->last, floor (over));
      hatching->from = MIN (hatching->from, along);
      hatching->to = MAX (hatching->to, along);
    }
}

static void
cross_edge (Hatching *hatching, TuceMercator from, TuceMercator to)
{
  double x, y, along, over, next_along, next_over;

  tuce_painting_units (hatching->painting, from.x, from.y, &x, &y);
  turn (hatching, x, y, &along, &over);
  tuce_painting_units (hatching->painting, to.x, to.y, &x, &y);
  turn (hatching, x, y, &next_along, &next_over);
  /* Where a line goes through a corner, only one of the two edges there counts. */
  for (double line = MAX (ceil (MIN (over, next_over)), hatching->first);
       line < MAX (over, next_over) && line <= hatching->last; line++)
    {
      Crossing crossing = { (gint64) line, along + (line - over) / (next_over - over) * (next_along - along) };

      g_array_append_val (hatching->crossings, crossing);
    }
}

/* Puts into the path those parts of the lines that lie inside the outline. */
static void
trace_stretches (Hatching *hatching)
{
  TucePainting *painting = hatching->painting;

  g_array_sort (hatching->crossings, compare_crossings);
  for (guint i = 0; i + 1 < hatching->crossings->len; i += 2)
    {
      const Crossing *in = &g_array_index (hatching->crossings, Crossing, i);
      const Crossing *out = &g_array_index (hatching->crossings, Crossing, i + 1);
      double over = (double) in->line * hatching->step;
      double start = MAX (in->at, hatching->from), end = MIN (out->at, hatching->to);

      if (in->line != out->line || start >= end)
        continue;
      cairo_move_to (painting->cairo, start * hatching->across - over * hatching->up - painting->left,
                     start * hatching->up + over * hatching->across - painting->top);
      cairo_line_to (painting->cairo, end * hatching->across - over * hatching->up - painting->left,
                     end * hatching->up + over * hatching->across - painting->top);
    }
}

static void
hatch (TucePainting *painting, const TuceLayerStyle *style, const TuceOutline *area)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));

  cairo_new_path (painting->cairo);
  for (guint i = 0; i < style->n_hatch; i++)
    {
      Hatching hatching = { .crossings = crossings };

      g_array_set_size (crossings, 0);
      begin_hatching (&hatching, painting, style->hatch[i], style->spacing * painting->scale);
      for (guint ring = 0; ring < area->shape->n_rings; ring++)
        {
          guint first = area->shape->starts[ring], n = area->shape->starts[ring + 1] - first;

          for (guint k = 0; k < n; k++)
            cross_edge (&hatching, area->points[first + k], area->points[first + (k + 1) % n]);
        }
      trace_stretches (&hatching);
    }
  cairo_set_line_width (painting->cairo, HATCH_WIDTH * painting->scale);
  cairo_stroke (painting->cairo);
}

static void
stroke_outline (TucePainting *painting, const TuceLayerStyle *style, const TuceOutline *outline)
{
  double dash[G_N_ELEMENTS (style->dash)];

  for (guint i = 0; i < style->n_dash; i++)
    dash[i] = style->dash[i] * painting->scale;
  cairo_new_path (painting->cairo);
  tuce_painting_trace_outline (painting, outline);
  cairo_set_dash (painting->cairo, dash, (int) style->n_dash, 0);
  cairo_set_line_width (painting->cairo, style->width * painting->scale);
  cairo_set_line_join (painting->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (painting->cairo);
  cairo_set_dash (painting->cairo, NULL, 0, 0);
}

/* First the edges of all lines, then the land between them, so that roads join where they meet. */
static void
paint_cased (TucePainting *painting, const TuceLayerStyle *style, GPtrArray *lines)
{
  cairo_new_path (painting->cairo);
  for (guint i = 0; i < lines->len; i++)
    tuce_painting_trace_outline (painting, lines->pdata[i]);
  cairo_set_line_join (painting->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (painting->cairo, style->width * painting->scale);
  set_source (painting, style);
  cairo_stroke_preserve (painting->cairo);
  cairo_set_line_width (painting->cairo, style->width * CASING * painting->scale);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_LAND, painting->look, 1);
  cairo_stroke (painting->cairo);
}

/* Gives (transfer container) the features of a layer that have this kind of shape and lie in the view. */
static GPtrArray *
in_view (const TucePainting *painting, guint layer, TuceShapeKind kind)
{
  GPtrArray *features = painting->scene->features[layer], *found = g_ptr_array_new ();

  for (guint i = 0; i < features->len; i++)
    {
      TuceOutline *feature = features->pdata[i];

      if (feature->shape->kind == kind && tuce_extent_meets (&feature->extent, &painting->extent))
        g_ptr_array_add (found, feature);
    }
  return found;
}

void
tuce_paint_layer_areas (TucePainting *painting)
{
  for (guint layer = 0; layer < tuce_layer_style_count (); layer++)
    {
      const TuceLayerStyle *style = tuce_layer_style_nth (layer);
      g_autoptr (GPtrArray) areas = is_shown (painting, layer) ? in_view (painting, layer, TUCE_SHAPE_POLYGON) : NULL;

      for (guint i = 0; areas && i < areas->len; i++)
        {
          set_source (painting, style);
          hatch (painting, style, areas->pdata[i]);
          stroke_outline (painting, style, areas->pdata[i]);
        }
    }
}

static void
paint_points (TucePainting *painting, const TuceLayerStyle *style, GPtrArray *features)
{
  for (guint i = 0; i < features->len; i++)
    {
      const TuceOutline *feature = features->pdata[i];

      for (guint k = 0; k < feature->shape->starts[feature->shape->n_rings]; k++)
        {
          double x, y;

          tuce_painting_units (painting, feature->points[k].x, feature->points[k].y, &x, &y);
          tuce_layer_style_paint_symbol (painting->cairo, style, x, y, painting->scale, painting->look);
        }
    }
}

void
tuce_paint_layer_lines (TucePainting *painting)
{
  for (guint layer = 0; layer < tuce_layer_style_count (); layer++)
    {
      const TuceLayerStyle *style = tuce_layer_style_nth (layer);
      g_autoptr (GPtrArray) lines = is_shown (painting, layer) ? in_view (painting, layer, TUCE_SHAPE_LINE) : NULL;

      if (lines && style->symbol == TUCE_SYMBOL_CASED)
        paint_cased (painting, style, lines);
      else
        for (guint i = 0; lines && i < lines->len; i++)
          {
            set_source (painting, style);
            stroke_outline (painting, style, lines->pdata[i]);
          }
    }
}

void
tuce_paint_layer_points (TucePainting *painting)
{
  for (guint layer = 0; layer < tuce_layer_style_count (); layer++)
    if (is_shown (painting, layer))
      {
        g_autoptr (GPtrArray) points = in_view (painting, layer, TUCE_SHAPE_POINT);

        paint_points (painting, tuce_layer_style_nth (layer), points);
      }
}
