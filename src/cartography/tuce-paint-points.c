/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-focus-private.h"
#include "tuce-painter-private.h"

#include <math.h>

#define POINT_SMALLEST 5.0
#define POINT_LARGEST 12.0
#define POINT_GROWTH 1.5 /* units for each level of zoom */
#define RING_SMALLEST 4.0
#define RING_LARGEST 15.0
#define RING_PER_ROOT 0.42
#define RING_HOLE 0.5

double
tuce_paint_household_size (double zoom)
{
  double from = tuce_style_get (TUCE_STYLE_POINTS)->from_zoom;

  return zoom < from ? 0 : MIN (POINT_SMALLEST + (zoom - from) * POINT_GROWTH, POINT_LARGEST);
}

double
tuce_paint_reach (double zoom)
{
  double size = tuce_paint_household_size (zoom);

  return 2 + (size > 0 ? size : RING_LARGEST);
}

gboolean
tuce_shares_layer (double zoom, TuceSceneLayer *layer)
{
  if (zoom >= tuce_style_get (TUCE_STYLE_POINTS)->from_zoom)
    return FALSE;
  *layer = zoom >= tuce_style_get (TUCE_STYLE_VILLAGE_SHARES)->from_zoom ? TUCE_LAYER_VILLAGE : TUCE_LAYER_TOWNSHIP;
  return TRUE;
}

/* The area of the ring grows with the number of households. */
double
tuce_shares_radius (const TucePlace *place, double scale)
{
  double radius = RING_PER_ROOT * sqrt (place->households);

  return place->households == 0 ? 0 : CLAMP (radius, RING_SMALLEST, RING_LARGEST) * scale;
}

static void
set_mark_source (TucePainting *painting, const TuceMark *mark)
{
  const double *colour = tuce_mark_colour (mark, painting->look);

  cairo_set_source_rgb (painting->cairo, colour[0], colour[1], colour[2]);
}

/* On paper, what does not stand out is painted as an outline only. */
static void
set_dimmed_source (TucePainting *painting)
{
  tuce_style_set_colour (painting->cairo, painting->look == TUCE_LOOK_PAPER ? TUCE_STYLE_LAND : TUCE_STYLE_DIMMED,
                         painting->look, 1);
}

/* Paints one arc of a ring, from @angle. Gives the angle where it ends. */
static double
paint_share (TucePainting *painting, double x, double y, double radius, double angle, double share)
{
  double next = angle + 2 * G_PI * share;

  cairo_arc (painting->cairo, x, y, radius, angle, next);
  cairo_arc_negative (painting->cairo, x, y, radius * RING_HOLE, next, angle);
  cairo_close_path (painting->cairo);
  if (painting->look == TUCE_LOOK_PAPER)
    {
      cairo_fill_preserve (painting->cairo);
      tuce_style_set_colour (painting->cairo, TUCE_STYLE_VILLAGE_SHARES, painting->look, 1);
      cairo_set_line_width (painting->cairo, tuce_style_get (TUCE_STYLE_VILLAGE_SHARES)->width * painting->scale);
      cairo_stroke (painting->cairo);
    }
  else
    cairo_fill (painting->cairo);
  return next;
}

/* First the households that stand out, by mark; then the rest of the ring. */
static void
paint_ring (TucePainting *painting, const TucePlace *place)
{
  const TuceFocus *focus = painting->options->focus;
  guint index = (guint) (place - (const TucePlace *) painting->scene->places->data);
  const guint *counts = focus ? focus->counts[index] : place->counts;
  double radius = tuce_shares_radius (place, painting->scale), x, y, angle = -G_PI / 2;
  guint rest = place->households;

  tuce_painting_units (painting, place->anchor.x, place->anchor.y, &x, &y);
  cairo_new_path (painting->cairo);
  cairo_arc (painting->cairo, x, y, radius + painting->scale, 0, 2 * G_PI);
  tuce_style_set_colour (painting->cairo, TUCE_STYLE_LAND, painting->look, 0.9);
  cairo_fill (painting->cairo);

  for (guint mark = 0; mark < tuce_mark_count () && mark < TUCE_MOST_MARKS; mark++)
    {
      if (counts[mark] == 0)
        continue;
      set_mark_source (painting, tuce_mark_nth (mark));
      angle = paint_share (painting, x, y, radius, angle, (double) counts[mark] / place->households);
      rest -= counts[mark];
    }
  if (rest == 0)
    return;
  set_dimmed_source (painting);
  paint_share (painting, x, y, radius, angle, (double) rest / place->households);
}

static void
paint_shares (TucePainting *painting, TuceSceneLayer layer)
{
  for (guint i = 0; i < painting->scene->places->len; i++)
    {
      const TucePlace *place = &g_array_index (painting->scene->places, TucePlace, i);
      TuceExtent spot = { place->anchor.x, place->anchor.y, place->anchor.x, place->anchor.y };

      if (place->layer == layer && place->has_anchor && place->households > 0
          && tuce_extent_meets (&spot, &painting->extent))
        paint_ring (painting, place);
    }
}

typedef struct
{
  TucePainting *painting;
  gboolean dimmed; /* whether the dimmed points are painted now, or the others */
} Points;

static void
paint_point (const TucePoint *point, gpointer data)
{
  const Points *points = data;
  TucePainting *painting = points->painting;
  const TuceFocus *focus = painting->options->focus;
  const TuceMark *mark = tuce_mark_nth (point->mark);
  double x, y;

  if (focus && points->dimmed == focus->stands_out[point - (const TucePoint *) painting->scene->points->data])
    return;
  tuce_painting_units (painting, point->x, point->y, &x, &y);
  tuce_mark_trace (painting->cairo, mark, x, y, tuce_paint_household_size (painting->zoom) * painting->scale);
  if (painting->look == TUCE_LOOK_PAPER && points->dimmed)
    tuce_style_set_colour (painting->cairo, TUCE_STYLE_DIMMED, painting->look, 1);
  else if (painting->look == TUCE_LOOK_PAPER)
    cairo_set_source_rgb (painting->cairo, 0, 0, 0);
  else
    tuce_style_set_colour (painting->cairo, TUCE_STYLE_POINTS, painting->look, 1);
  cairo_stroke_preserve (painting->cairo);
  if (points->dimmed)
    set_dimmed_source (painting);
  else
    set_mark_source (painting, mark);
  cairo_fill (painting->cairo);
}

void
tuce_paint_points (TucePainting *painting)
{
  Points points = { painting, TRUE };
  TuceSceneLayer layer;

  if (tuce_shares_layer (painting->zoom, &layer))
    {
      paint_shares (painting, layer);
      return;
    }
  cairo_new_path (painting->cairo);
  cairo_set_fill_rule (painting->cairo, CAIRO_FILL_RULE_WINDING);
  cairo_set_line_width (painting->cairo, 2 * tuce_style_get (TUCE_STYLE_POINTS)->width * painting->scale);
  if (painting->options->focus)
    tuce_scene_each_point (painting->scene, &painting->extent, paint_point, &points);
  points.dimmed = FALSE;
  tuce_scene_each_point (painting->scene, &painting->extent, paint_point, &points);
}

static void
ring (cairo_t *cairo, double x, double y, double radius, double scale, TuceLook look)
{
  double width = tuce_style_get (TUCE_STYLE_HOUSEHOLD_HIGHLIGHT)->width;

  cairo_new_path (cairo);
  cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
  tuce_style_set_colour (cairo, TUCE_STYLE_HALO, look, 0.9);
  cairo_set_line_width (cairo, (width + 2) * scale);
  cairo_stroke_preserve (cairo);
  tuce_style_set_colour (cairo, TUCE_STYLE_HOUSEHOLD_HIGHLIGHT, look, 1);
  cairo_set_line_width (cairo, width * scale);
  cairo_stroke (cairo);
}

void
tuce_paint_household_highlight (TucePainting *painting)
{
  const TuceStyle *style = tuce_style_get (TUCE_STYLE_HOUSEHOLD_HIGHLIGHT);
  TucePosition position;
  TuceMercator at;
  double x, y;

  if (!tuce_scene_household_position (painting->scene, painting->options->highlight_household, &position))
    return;
  at = tuce_mercator_from_position (position);
  tuce_painting_units (painting, at.x, at.y, &x, &y);
  ring (painting->cairo, x, y, style->size / 2 * painting->scale, painting->scale, painting->look);
}

void
tuce_paint_middle (cairo_t *cairo, double x, double y, double radius, TuceLook look)
{
  ring (cairo, x, y, radius, 0.7, look);
  cairo_arc (cairo, x, y, 1.5, 0, 2 * G_PI);
  cairo_fill (cairo);
}
