/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-scene.h"
#include "tuce-painter.h"

#include <math.h>
#include <string.h>

static cairo_surface_t *
paint (TuceScene *scene, const TuceView *view, TuceLook look, TucePaintParts parts, gint64 household)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) view->width, (int) view->height);
  cairo_t *cairo = cairo_create (surface);
  TucePaintOptions options = { .look = look, .parts = parts, .highlight_household = household };

  tuce_paint (cairo, scene, view, &options);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
equal (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize length = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), length) == 0;
}

static void
test_same_bytes (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (400, TRUE);
  g_autoptr (TuceScene) again = small_scene_new (400, TRUE);
  TuceBox box = tuce_scene_box (scene);
  TuceView view = tuce_view_fit (&box, 640, 480, 10);

  for (TuceLook look = TUCE_LOOK_LIGHT; look <= TUCE_LOOK_PAPER; look++)
    {
      cairo_surface_t *one = paint (scene, &view, look, TUCE_PAINT_ALL, 0);
      cairo_surface_t *two = paint (again, &view, look, TUCE_PAINT_ALL, 0);

      g_assert_true (equal (one, two));
      cairo_surface_destroy (one);
      cairo_surface_destroy (two);
    }
}

/* Tiles side by side are the same picture as the whole, to the grey of an edge. */
static void
test_tiles_meet (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (4000, FALSE);
  TuceMercator corner = { 6528 / 8192.0, 3355 / 8192.0 };
  double unit = 1 / (256 * exp2 (13));
  TuceView whole = { { corner.x + 256 * unit, corner.y + 256 * unit }, 13, 512, 512 };
  cairo_surface_t *picture = paint (scene, &whole, TUCE_LOOK_LIGHT, TUCE_PAINT_TILE, 0);
  guint32 first = *(guint32 *) cairo_image_surface_get_data (picture);
  guint unlike = 0, drawn = 0;

  for (int t = 0; t < 4; t++)
    {
      TuceView view = { { corner.x + (t % 2 * 256 + 128) * unit, corner.y + (t / 2 * 256 + 128) * unit }, 13, 256, 256 };
      cairo_surface_t *tile = paint (scene, &view, TUCE_LOOK_LIGHT, TUCE_PAINT_TILE, 0);

      for (int y = 0; y < 256; y++)
        for (int x = 0; x < 256; x++)
          {
            const guint8 *in_tile = cairo_image_surface_get_data (tile) + y * cairo_image_surface_get_stride (tile) + x * 4;
            const guint8 *in_whole = cairo_image_surface_get_data (picture)
                                     + (y + t / 2 * 256) * cairo_image_surface_get_stride (picture) + (x + t % 2 * 256) * 4;

            drawn += *(const guint32 *) in_tile != first;
            for (int c = 0; c < 3; c++)
              unlike += ABS (in_tile[c] - in_whole[c]) > 24;
          }
      cairo_surface_destroy (tile);
    }
  g_assert_cmpuint (drawn, >, 1000);
  g_assert_cmpuint (unlike, <, 20);
  cairo_surface_destroy (picture);
}

static void
test_looks_and_parts_differ (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (400, TRUE);
  TuceBox box = tuce_scene_box (scene);
  TuceView view = tuce_view_fit (&box, 640, 480, 10);
  static const TucePaintParts parts[] = { TUCE_PAINT_GROUND, TUCE_PAINT_POINTS, TUCE_PAINT_NAMES, TUCE_PAINT_LEGEND,
                                          TUCE_PAINT_SCALE, TUCE_PAINT_NORTH };
  cairo_surface_t *empty = paint (scene, &view, TUCE_LOOK_LIGHT, 0, 0);
  cairo_surface_t *ringed = paint (scene, &view, TUCE_LOOK_LIGHT, 0, 7);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      cairo_surface_t *light = paint (scene, &view, TUCE_LOOK_LIGHT, parts[i], 0);
      cairo_surface_t *dark = paint (scene, &view, TUCE_LOOK_DARK, parts[i], 0);
      cairo_surface_t *paper = paint (scene, &view, TUCE_LOOK_PAPER, parts[i], 0);

      g_assert_false (equal (light, empty));
      g_assert_false (equal (light, dark));
      g_assert_false (equal (light, paper));
      cairo_surface_destroy (light);
      cairo_surface_destroy (dark);
      cairo_surface_destroy (paper);
    }
  g_assert_false (equal (ringed, empty));
  cairo_surface_destroy (ringed);
  cairo_surface_destroy (empty);
}

static void
test_scale_bar (void)
{
  static const struct
  {
    double metres_per_unit;
    const char *label;
    double length;
  } cases[] = { { 10, "1 km", 100 }, { 4.5, "500 m", 500 / 4.5 }, { 100, "10 km", 100 }, { 0.3, "20 m", 20 / 0.3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = NULL;

      g_assert_cmpfloat_with_epsilon (tuce_paint_scale_length (cases[i].metres_per_unit, 120, &label), cases[i].length,
                                      1e-6);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/same-bytes", test_same_bytes);
  g_test_add_func ("/painter/tiles-meet", test_tiles_meet);
  g_test_add_func ("/painter/looks-and-parts-differ", test_looks_and_parts_differ);
  g_test_add_func ("/painter/scale-bar", test_scale_bar);
  return g_test_run ();
}
