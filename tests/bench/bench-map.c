/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Painting the tiles of a county against a plain loop of Cairo calls with the same lines, rings and points, and
 * showing what is painted already against painting it again. bench-map [HOUSEHOLDS]
 */
#include "tuce-demo.h"
#include "tuce-painter.h"
#include "tuce-scene-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#define TILE 256
#define ROUNDS 5
#define PANS 50

typedef void (*TilePainter) (cairo_t *cairo, TuceScene *scene, const TuceView *view);

static void
with_tuce (cairo_t *cairo, TuceScene *scene, const TuceView *view)
{
  TucePaintOptions options = { .look = TUCE_LOOK_LIGHT, .parts = TUCE_PAINT_TILE };

  tuce_paint (cairo, scene, view, &options);
}

static void
plain_lines (cairo_t *cairo, TuceScene *scene, TuceSceneLayer layer, TuceStyleItem item, const TuceView *view,
             const TuceExtent *extent)
{
  const TuceLines *lines = &scene->lines[layer];
  const TuceStyle *style = tuce_style_get (item);

  if (view->zoom < style->from_zoom)
    return;
  for (guint i = 0; i < lines->stretches->len; i++)
    {
      const TuceStretch *stretch = &g_array_index (lines->stretches, TuceStretch, i);

      if (!tuce_extent_meets (&stretch->extent, extent))
        continue;
      for (guint k = 0; k < stretch->n; k++)
        {
          double x, y;

          tuce_view_to_units (view, g_array_index (lines->points, TuceMercator, stretch->first + k), &x, &y);
          cairo_line_to (cairo, x, y);
        }
      if (stretch->closed)
        cairo_close_path (cairo);
      cairo_new_sub_path (cairo);
    }
  if (layer == TUCE_LAYER_TOWNSHIP)
    {
      cairo_set_line_width (cairo, style->width + 1);
      cairo_set_source_rgb (cairo, 1, 1, 1);
      cairo_stroke_preserve (cairo);
    }
  if (layer == TUCE_LAYER_VILLAGE || layer == TUCE_LAYER_TOWNSHIP)
    cairo_set_dash (cairo, (double[]){ MAX (style->width, 1), 2 * MAX (style->width, 1) }, 2, 0);
  cairo_set_line_width (cairo, style->width);
  cairo_set_source_rgb (cairo, 0.5, 0.5, 0.5);
  cairo_stroke (cairo);
  cairo_set_dash (cairo, NULL, 0, 0);
}

static void
plain_shares (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TuceExtent *extent)
{
  TuceSceneLayer layer = view->zoom >= tuce_style_get (TUCE_STYLE_VILLAGE_SHARES)->from_zoom ? TUCE_LAYER_VILLAGE
                                                                                           : TUCE_LAYER_TOWNSHIP;

  for (guint i = 0; i < scene->places->len; i++)
    {
      const TucePlace *place = &g_array_index (scene->places, TucePlace, i);
      double x, y, angle = -G_PI / 2, radius = CLAMP (0.42 * sqrt (place->households), 4, 15);

      if (place->layer != layer || place->households == 0 || place->anchor.x < extent->left
          || place->anchor.x > extent->right || place->anchor.y < extent->top || place->anchor.y > extent->bottom)
        continue;
      tuce_view_to_units (view, place->anchor, &x, &y);
      cairo_arc (cairo, x, y, radius + 1, 0, 2 * G_PI);
      cairo_set_source_rgba (cairo, 1, 1, 1, 0.9);
      cairo_fill (cairo);
      for (guint mark = 0; mark < TUCE_MOST_MARKS; mark++)
        {
          double next = angle + 2 * G_PI * place->counts[mark] / place->households;

          if (!place->counts[mark])
            continue;
          cairo_arc (cairo, x, y, radius, angle, next);
          cairo_arc_negative (cairo, x, y, radius / 2, next, angle);
          cairo_close_path (cairo);
          cairo_set_source_rgb (cairo, 0.1, 0.5, 0.3);
          cairo_fill (cairo);
          angle = next;
        }
    }
}

static void
plain_points (cairo_t *cairo, TuceScene *scene, const TuceView *view, const TuceExtent *extent)
{
  double size = tuce_paint_household_size (view->zoom);

  cairo_set_line_width (cairo, 1.6);
  for (guint i = 0; i < scene->points->len; i++)
    {
      const TucePoint *point = &g_array_index (scene->points, TucePoint, i);
      double x, y;

      if (point->x < extent->left || point->x > extent->right || point->y < extent->top || point->y > extent->bottom)
        continue;
      tuce_view_to_units (view, (TuceMercator){ point->x, point->y }, &x, &y);
      tuce_mark_trace (cairo, tuce_mark_nth (point->mark), x, y, size);
      cairo_set_source_rgb (cairo, 1, 1, 1);
      cairo_stroke_preserve (cairo);
      cairo_set_source_rgb (cairo, 0.1, 0.5, 0.3);
      cairo_fill (cairo);
    }
}

static void
with_cairo (cairo_t *cairo, TuceScene *scene, const TuceView *view)
{
  TuceExtent extent = tuce_extent_of_view (view, tuce_paint_reach (view->zoom));

  cairo_set_source_rgb (cairo, 0.9, 0.9, 0.9);
  cairo_paint (cairo);
  for (guint i = 0; i < scene->outlines->len; i++)
    {
      const TuceOutline *outline = scene->outlines->pdata[i];
      double x, y;

      if (outline->layer != TUCE_LAYER_COUNTY)
        continue;
      for (guint k = 0; k < outline->shape->starts[outline->shape->n_rings]; k++)
        {
          tuce_view_to_units (view, outline->points[k], &x, &y);
          cairo_line_to (cairo, x, y);
        }
      cairo_set_source_rgb (cairo, 1, 1, 1);
      cairo_fill (cairo);
    }
  plain_lines (cairo, scene, TUCE_LAYER_NEIGHBOUR, TUCE_STYLE_NEIGHBOUR, view, &extent);
  plain_lines (cairo, scene, TUCE_LAYER_RIVER, TUCE_STYLE_RIVER, view, &extent);
  plain_lines (cairo, scene, TUCE_LAYER_VILLAGE, TUCE_STYLE_VILLAGE, view, &extent);
  plain_lines (cairo, scene, TUCE_LAYER_TOWNSHIP, TUCE_STYLE_TOWNSHIP, view, &extent);
  plain_lines (cairo, scene, TUCE_LAYER_COUNTY, TUCE_STYLE_COUNTY, view, &extent);
  if (tuce_paint_household_size (view->zoom) > 0)
    plain_points (cairo, scene, view, &extent);
  else
    plain_shares (cairo, scene, view, &extent);
}

static cairo_surface_t *
paint_tile (TuceScene *scene, TilePainter painter, const TuceView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE, TILE);
  cairo_t *cairo = cairo_create (surface);

  painter (cairo, scene, view);
  cairo_destroy (cairo);
  return surface;
}

/* Seconds for an 8 × 5 window of tiles around the middle of the county, the best of some rounds. */
static double
seconds (TuceScene *scene, TilePainter painter, double zoom)
{
  TuceBox box = tuce_scene_box (scene);
  TuceView whole = tuce_view_fit (&box, 8 * TILE, 5 * TILE, 0);
  double best = G_MAXDOUBLE, unit = 1 / (TILE * exp2 (zoom));

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (int y = -2; y <= 2; y++)
        for (int x = -4; x < 4; x++)
          {
            TuceView view = { { whole.centre.x + x * TILE * unit, whole.centre.y + y * TILE * unit }, zoom, TILE, TILE };

            cairo_surface_destroy (paint_tile (scene, painter, &view));
          }
      best = MIN (best, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
    }
  return best;
}

/* A pan over painted ground shows tiles that are there: composing 40 of them, as the window does. */
static double
seconds_of_pan (TuceScene *scene, double zoom)
{
  TuceBox box = tuce_scene_box (scene);
  TuceView view = tuce_view_fit (&box, TILE, TILE, 0);
  cairo_surface_t *window = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8 * TILE, 5 * TILE);
  cairo_t *cairo = cairo_create (window);
  cairo_surface_t *tile;
  gint64 start;

  view.zoom = zoom;
  tile = paint_tile (scene, with_tuce, &view);
  start = g_get_monotonic_time ();
  for (guint pan = 0; pan < PANS; pan++)
    for (int i = 0; i < 40; i++)
      {
        cairo_set_source_surface (cairo, tile, i % 8 * TILE - (double) pan, i / 8 * TILE);
        cairo_paint (cairo);
      }
  cairo_surface_flush (window);
  cairo_destroy (cairo);
  cairo_surface_destroy (window);
  cairo_surface_destroy (tile);
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC / PANS;
}

int
main (int argc, char **argv)
{
  static const double zooms[] = { 10.5, 12, 13, 15 };
  TuceDemoOptions options = { .seed = 1, .households = argc > 1 ? (guint) atoi (argv[1]) : 0, .without_mistakes = TRUE };
  g_autofree char *folder = g_dir_make_tmp ("tuce-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.tuce", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_demo_create (path, &options, NULL, NULL, NULL, &error);
  g_autoptr (TuceScene) scene = NULL;
  gint64 start = g_get_monotonic_time ();

  if (county)
    scene = tuce_scene_load (county, NULL, &error);
  if (!scene)
    g_error ("%s", error->message);
  g_print ("map: scene of %u points read in %.3f s\n", scene->points->len,
           (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      double plain = seconds (scene, with_cairo, zooms[i]), ours = seconds (scene, with_tuce, zooms[i]);
      double pan = seconds_of_pan (scene, zooms[i]);

      g_print ("map: zoom %.1f: 40 tiles %.1f ms, plain Cairo %.1f ms, ratio %.2f; pan %.2f ms, ratio to a full redraw "
               "%.3f\n",
               zooms[i], ours * 1e3, plain * 1e3, ours / plain, pan * 1e3, pan / ours);
    }
  tuce_county_close (county);
  tuce_county_discard (path);
  g_rmdir (folder);
  return 0;
}
