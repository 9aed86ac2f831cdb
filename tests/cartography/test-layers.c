/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-scene.h"
#include "tuce-painter.h"

#include <math.h>
#include <string.h>

#define SIZE 256

static guint
layer (const char *code)
{
  int index = tuce_layer_style_find (code);

  g_assert_cmpint (index, >=, 0);
  return (guint) index;
}

static TuceShape *
square (TucePosition middle, double half)
{
  TucePosition corners[] = { { middle.lon - half, middle.lat - half }, { middle.lon + half, middle.lat - half },
                             { middle.lon + half, middle.lat + half }, { middle.lon - half, middle.lat + half } };

  return tuce_shape_new (TUCE_SHAPE_POLYGON, corners, (guint[]){ 0, 4 }, 1);
}

static const TucePosition middle = { 107.0, 30.9 };

/* A county with one area of @code in the middle, twice @half wide; with no area when @code is NULL. */
static TuceScene *
scene_new (const char *code, double half)
{
  TuceScene *scene = tuce_scene_new ("511725");
  g_autoptr (TuceShape) county = square (middle, 0.2);
  g_autoptr (TuceShape) area = square (middle, half);

  tuce_scene_add_state (scene, "", "", "", tuce_mark_find (""));
  tuce_scene_add_outline (scene, TUCE_LAYER_COUNTY, "511725", "渠县", county, FALSE, "");
  if (code)
    {
      tuce_scene_add_feature (scene, layer (code), "示例", area, TRUE, "© 某局");
      tuce_scene_name_layer (scene, layer (code), code, "图层");
    }
  tuce_scene_finish (scene);
  return scene;
}

static cairo_surface_t *
paint (TuceScene *scene, const TuceView *view, TuceLook look, TucePaintParts parts, guint layers)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) view->width, (int) view->height);
  cairo_t *cairo = cairo_create (surface);
  TucePaintOptions options = { .look = look, .parts = parts, .layers = layers };

  tuce_paint (cairo, scene, view, &options);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static const guint8 *
pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
}

static guint
differing (cairo_surface_t *a, cairo_surface_t *b, int most)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      {
        int unlike = 0;

        for (int c = 0; c < 3; c++)
          unlike = MAX (unlike, ABS (pixel (a, x, y)[c] - pixel (b, x, y)[c]));
        n += unlike > most;
      }
  return n;
}

static TuceView
view_at (double zoom)
{
  return (TuceView){ tuce_mercator_from_position (middle), zoom, SIZE, SIZE };
}

/*
 * In every look an area is shown by lines: some of its ground is painted, but more of it stays as it was. And no two
 * layers of areas look alike in black and white.
 */
static void
test_hatched (void)
{
  static const char *const areas[] = { "hazard", "farmland", "ecological", "flood", "industry" };
  g_autoptr (TuceScene) bare = scene_new (NULL, 0.1);
  TuceView view = view_at (12);

  for (TuceLook look = TUCE_LOOK_LIGHT; look <= TUCE_LOOK_PAPER; look++)
    {
      cairo_surface_t *pictures[G_N_ELEMENTS (areas)], *ground = paint (bare, &view, look, TUCE_PAINT_GROUND, G_MAXUINT);

      for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
        {
          g_autoptr (TuceScene) scene = scene_new (areas[i], 0.1);
          guint painted;

          pictures[i] = paint (scene, &view, look, TUCE_PAINT_GROUND, 1u << layer (areas[i]));
          painted = differing (pictures[i], ground, 12);
          g_assert_cmpuint (painted, >, SIZE * SIZE / 40);
          g_assert_cmpuint (painted, <, SIZE * SIZE / 2);
          for (guint k = 0; k < i; k++)
            g_assert_cmpuint (differing (pictures[i], pictures[k], 60), >, SIZE * SIZE / 40);
        }
      for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
        cairo_surface_destroy (pictures[i]);
      cairo_surface_destroy (ground);
    }
}

/* There is no hatching outside the area, nor in a hole in it. */
static void
test_bounds (void)
{
  TuceScene *scene = tuce_scene_new ("511725");
  g_autoptr (TuceScene) bare = scene_new (NULL, 0.1);
  TuceView view = view_at (12);
  double unit = 360 / (256 * exp2 (12)), down = unit * cos (middle.lat * G_PI / 180);
  /* 200 × 200 units with a hole of 100 × 100 in the middle */
  TucePosition corners[] = { { middle.lon - 100 * unit, middle.lat - 100 * down }, { middle.lon + 100 * unit, middle.lat - 100 * down },
                             { middle.lon + 100 * unit, middle.lat + 100 * down }, { middle.lon - 100 * unit, middle.lat + 100 * down },
                             { middle.lon - 50 * unit, middle.lat - 50 * down }, { middle.lon + 50 * unit, middle.lat - 50 * down },
                             { middle.lon + 50 * unit, middle.lat + 50 * down }, { middle.lon - 50 * unit, middle.lat + 50 * down } };
  g_autoptr (TuceShape) shape = tuce_shape_new (TUCE_SHAPE_POLYGON, corners, (guint[]){ 0, 4, 8 }, 2);
  g_autoptr (TuceShape) county = square (middle, 0.2);
  cairo_surface_t *picture, *ground;

  tuce_scene_add_state (scene, "", "", "", tuce_mark_find (""));
  tuce_scene_add_outline (scene, TUCE_LAYER_COUNTY, "511725", "渠县", county, FALSE, "");
  tuce_scene_add_feature (scene, layer ("hazard"), "", shape, FALSE, "");
  tuce_scene_finish (scene);
  picture = paint (scene, &view, TUCE_LOOK_LIGHT, TUCE_PAINT_GROUND, G_MAXUINT);
  ground = paint (bare, &view, TUCE_LOOK_LIGHT, TUCE_PAINT_GROUND, G_MAXUINT);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        int away = MAX (ABS (x - SIZE / 2), ABS (y - SIZE / 2));

        if (away < 46 || away > 104)
          g_assert_cmpint (memcmp (pixel (picture, x, y), pixel (ground, x, y), 3), ==, 0);
      }
  g_assert_cmpuint (differing (picture, ground, 12), >, 2000);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (ground);
  tuce_scene_unref (scene);
}

/* The lines of a hatching continue from one tile to the next. */
static void
test_tiles_meet (void)
{
  g_autoptr (TuceScene) scene = scene_new ("hazard", 0.1);
  TuceView whole = { { 6534.5 / 8192.0, 3353.3 / 8192.0 }, 13, 2 * SIZE, 2 * SIZE };
  double unit = 1 / (256 * exp2 (13));
  cairo_surface_t *picture;
  guint unlike = 0;

  whole.centre = tuce_mercator_from_position (middle);
  picture = paint (scene, &whole, TUCE_LOOK_LIGHT, TUCE_PAINT_TILE, G_MAXUINT);
  for (int t = 0; t < 4; t++)
    {
      TuceView view = { { whole.centre.x + (t % 2 - 0.5) * SIZE * unit, whole.centre.y + (t / 2 - 0.5) * SIZE * unit }, 13, SIZE, SIZE };
      cairo_surface_t *tile = paint (scene, &view, TUCE_LOOK_LIGHT, TUCE_PAINT_TILE, G_MAXUINT);

      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
          for (int c = 0; c < 3; c++)
            unlike += ABS (pixel (tile, x, y)[c] - pixel (picture, x + t % 2 * SIZE, y + t / 2 * SIZE)[c]) > 24;
      cairo_surface_destroy (tile);
    }
  g_assert_cmpuint (unlike, <, 40);
  cairo_surface_destroy (picture);
}

/* A layer that is hidden, or not shown at this zoom, paints nothing and has no line in the legend. */
static void
test_shown (void)
{
  g_autoptr (TuceScene) bare = scene_new (NULL, 0.1);
  g_autoptr (TuceScene) scene = scene_new ("farmland", 0.1);
  TuceView view = view_at (12), far = view_at (tuce_layer_style_nth (layer ("farmland"))->from_zoom - 0.5);
  guint others = ~(1u << layer ("farmland"));
  const TuceLayerLine *line;

  for (guint i = 0; i < 2; i++)
    {
      TucePaintParts parts = i ? TUCE_PAINT_LEGEND : TUCE_PAINT_GROUND;
      cairo_surface_t *ground = paint (bare, &view, TUCE_LOOK_LIGHT, parts, G_MAXUINT);
      cairo_surface_t *hidden = paint (scene, &view, TUCE_LOOK_LIGHT, parts, others);
      cairo_surface_t *shown = paint (scene, &view, TUCE_LOOK_LIGHT, parts, G_MAXUINT);
      cairo_surface_t *ground_far = paint (bare, &far, TUCE_LOOK_LIGHT, parts, G_MAXUINT);
      cairo_surface_t *shown_far = paint (scene, &far, TUCE_LOOK_LIGHT, parts, G_MAXUINT);

      g_assert_cmpuint (differing (ground, hidden, 0), ==, 0);
      g_assert_cmpuint (differing (ground, shown, 0), >, 0);
      g_assert_cmpuint (differing (ground_far, shown_far, 0), ==, 0);
      cairo_surface_destroy (ground);
      cairo_surface_destroy (hidden);
      cairo_surface_destroy (shown);
      cairo_surface_destroy (ground_far);
      cairo_surface_destroy (shown_far);
    }
  g_assert_cmpuint (tuce_scene_layers (bare)->len, ==, 0);
  g_assert_cmpuint (tuce_scene_layers (scene)->len, ==, 1);
  line = tuce_scene_layers (scene)->pdata[0];
  g_assert_cmpuint (line->index, ==, layer ("farmland"));
  g_assert_cmpint (line->count, ==, 1);
  g_assert_true (line->areas && line->schematic && !line->lines);
  g_assert_nonnull (strstr (tuce_scene_attribution (scene), "某局"));
}

static guint
features_at (TuceScene *scene, double zoom, double x, guint layers)
{
  TuceView view = view_at (zoom);
  g_autoptr (GArray) hits = tuce_scene_features_at (scene, &view, SIZE / 2.0 + x, SIZE / 2.0, 3, layers);

  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpstr (g_array_index (hits, TuceFeatureHit, i).name, ==, "示例");
  return hits->len;
}

/* An area is hit inside, a symbol near it, and neither while it is hidden. */
static void
test_pick (void)
{
  g_autoptr (TuceScene) area = scene_new ("flood", 0.01);
  TuceScene *points = tuce_scene_new ("511725");
  g_autoptr (TuceShape) point = tuce_shape_new (TUCE_SHAPE_POINT, &middle, (guint[]){ 0, 1 }, 1);
  double half = 0.01 / 360 * 256 * exp2 (13), symbol = tuce_layer_style_nth (layer ("hazard"))->size / 2;

  g_assert_cmpuint (features_at (area, 13, half - 1, G_MAXUINT), ==, 1);
  g_assert_cmpuint (features_at (area, 13, half + 1, G_MAXUINT), ==, 0);
  g_assert_cmpuint (features_at (area, 13, 0, ~(1u << layer ("flood"))), ==, 0);

  tuce_scene_add_state (points, "", "", "", tuce_mark_find (""));
  tuce_scene_add_feature (points, layer ("hazard"), "示例", point, FALSE, "");
  tuce_scene_finish (points);
  g_assert_cmpuint (features_at (points, 13, symbol + 2, G_MAXUINT), ==, 1);
  g_assert_cmpuint (features_at (points, 13, symbol + 5, G_MAXUINT), ==, 0);
  g_assert_cmpuint (features_at (points, tuce_layer_style_nth (layer ("hazard"))->from_zoom - 0.1, 0, G_MAXUINT), ==, 0);
  tuce_scene_unref (points);
}

/* A new feature makes only its own place be painted again. */
static void
test_compare (void)
{
  g_autoptr (TuceScene) before = scene_new ("flood", 0.1);
  g_autoptr (TuceScene) same = scene_new ("flood", 0.1);
  g_autoptr (TuceScene) other = scene_new ("flood", 0.05);
  g_autoptr (GArray) nothing = tuce_scene_compare (before, same);
  g_autoptr (GArray) changes = tuce_scene_compare (before, other);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (changes->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layers/hatched", test_hatched);
  g_test_add_func ("/layers/bounds", test_bounds);
  g_test_add_func ("/layers/tiles-meet", test_tiles_meet);
  g_test_add_func ("/layers/shown", test_shown);
  g_test_add_func ("/layers/pick", test_pick);
  g_test_add_func ("/layers/compare", test_compare);
  return g_test_run ();
}
