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

/* Tiles side by side give the same picture as the whole, but for small differences of grey at edges. */
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
  static const TucePaintParts parts[] = { TUCE_PAINT_GROUND, TUCE_PAINT_BORDERS, TUCE_PAINT_POINTS, TUCE_PAINT_NAMES, TUCE_PAINT_LEGEND,
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

static cairo_surface_t *
paint_focused (TuceScene *scene, const TuceView *view, TuceFocus *focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) view->width, (int) view->height);
  cairo_t *cairo = cairo_create (surface);
  TucePaintOptions options = { .look = TUCE_LOOK_LIGHT, .parts = TUCE_PAINT_TILE, .focus = focus };

  tuce_paint (cairo, scene, view, &options);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

/* Gives how many pixels of @surface have the colour of @style. */
static guint
pixels_of (cairo_surface_t *surface, TuceStyleItem style)
{
  const double *colour = tuce_style_get (style)->colour[TUCE_LOOK_LIGHT];
  guint32 wanted = 0xff000000u | (guint32) round (colour[0] * 255) << 16 | (guint32) round (colour[1] * 255) << 8
                   | (guint32) round (colour[2] * 255);
  guint n = 0;

  for (int i = 0; i < cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface); i++)
    n += ((const guint32 *) cairo_image_surface_get_data (surface))[i] == wanted;
  return n;
}

/* Points and shares of households that do not stand out are dim; when all stand out, the picture is the usual one. */
static void
test_focus (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (400, FALSE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  TuceBox box = tuce_scene_box (scene);

  for (gint64 id = 1; id <= 400; id++)
    g_array_append_val (ids, id);
  for (double zoom = 10; zoom <= 13; zoom += 3)
    {
      g_autoptr (TuceFocus) all = tuce_focus_new (scene, ids);
      g_autoptr (GArray) few = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (TuceFocus) some = NULL;
      TuceView view = tuce_view_fit (&box, 640, 480, 10);
      cairo_surface_t *usual, *whole, *dimmed;

      view.zoom = zoom;
      g_array_append_vals (few, ids->data, 200);
      some = tuce_focus_new (scene, few);
      g_assert_true (tuce_focus_has (some, 200));
      g_assert_false (tuce_focus_has (some, 201));
      usual = paint_focused (scene, &view, NULL);
      whole = paint_focused (scene, &view, all);
      dimmed = paint_focused (scene, &view, some);
      g_assert_true (equal (usual, whole));
      g_assert_cmpuint (pixels_of (usual, TUCE_STYLE_DIMMED), ==, 0);
      g_assert_cmpuint (pixels_of (dimmed, TUCE_STYLE_DIMMED), >, 20);
      cairo_surface_destroy (usual);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (dimmed);
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
  g_test_add_func ("/painter/focus", test_focus);
  return g_test_run ();
}
