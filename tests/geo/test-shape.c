/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-error.h"
#include "tuce-shape.h"

#include <math.h>

/* A square with a square hole in which an island lies, and a second square to the east. */
static const TucePosition lake_positions[] = {
  { 0, 0 }, { 4, 0 }, { 4, 4 }, { 0, 4 }, { 0, 0 },
  { 1, 1 }, { 1, 3 }, { 3, 3 }, { 3, 1 }, { 1, 1 },
  { 1.5, 1.5 }, { 2.5, 1.5 }, { 2.5, 2.5 }, { 1.5, 2.5 },
  { 6, 0 }, { 7, 0 }, { 7, 1 }, { 6, 1 },
};
static const guint lake_starts[] = { 0, 5, 10, 14, 18 };

static TuceShape *
lake (void)
{
  return tuce_shape_new (TUCE_SHAPE_POLYGON, lake_positions, lake_starts, 4);
}

static void
assert_same (const TuceShape *a, const TuceShape *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->n_rings, ==, b->n_rings);
  g_assert_cmpmem (a->starts, (a->n_rings + 1) * sizeof (guint), b->starts, (b->n_rings + 1) * sizeof (guint));
  g_assert_cmpmem (a->positions, a->starts[a->n_rings] * sizeof (TucePosition), b->positions,
                   b->starts[b->n_rings] * sizeof (TucePosition));
}

static TuceShape *
there_and_back (const TuceShape *shape)
{
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (wkb, &length);
  TuceShape *back = tuce_shape_from_wkb (data, length, &error);

  g_assert_no_error (error);
  return back;
}

static void
test_inside (void)
{
  g_autoptr (TuceShape) shape = lake ();

  g_assert_cmpuint (shape->starts[1], ==, 4); /* the repeated corner is gone */
  g_assert_true (tuce_shape_contains (shape, (TucePosition){ 0.5, 0.5 }));
  g_assert_false (tuce_shape_contains (shape, (TucePosition){ 1.2, 1.2 }));
  g_assert_true (tuce_shape_contains (shape, (TucePosition){ 2, 2 }));
  g_assert_true (tuce_shape_contains (shape, (TucePosition){ 6.5, 0.5 }));
  g_assert_false (tuce_shape_contains (shape, (TucePosition){ 5, 0.5 }));
  for (guint ring = 0; ring < 4; ring++)
    g_assert_cmpuint (tuce_shape_ring_depth (shape, ring), ==, ((guint[]){ 0, 1, 2, 0 })[ring]);
}

static void
test_area (void)
{
  g_autoptr (TuceShape) shape = lake ();
  double degree = 6371008.8 * G_PI / 180, around_equator = degree * degree;

  /* 16 - 4 + 1 + 1 square degrees, at most 4° from the equator. */
  g_assert_cmpfloat_with_epsilon (tuce_shape_area (shape) / around_equator, 14, 14 * 0.002);
}

static void
test_wkb_round_trip (void)
{
  static const guint line_starts[] = { 0, 3, 5 }, point_starts[] = { 0, 1, 2 };
  g_autoptr (TuceShape) polygons = lake ();
  g_autoptr (TuceShape) lines = tuce_shape_new (TUCE_SHAPE_LINE, lake_positions, line_starts, 2);
  g_autoptr (TuceShape) points = tuce_shape_new (TUCE_SHAPE_POINT, lake_positions, point_starts, 2);
  g_autoptr (TuceShape) lines_back = there_and_back (lines);
  g_autoptr (TuceShape) points_back = there_and_back (points);
  g_autoptr (TuceShape) back = there_and_back (polygons);
  g_autoptr (TuceShape) again = there_and_back (back);

  assert_same (lines, lines_back);
  assert_same (points, points_back);
  assert_same (polygons, back);
  assert_same (back, again);
}

static void
test_wkb_big_endian (void)
{
  static const guint8 point[] = { 0, 0, 0, 0, 1, 0x40, 0x5a, 0xc0, 0, 0, 0, 0, 0, 0x40, 0x3f, 0, 0, 0, 0, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceShape) shape = tuce_shape_from_wkb (point, sizeof point, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (shape->positions[0].lon, ==, 107);
  g_assert_cmpfloat (shape->positions[0].lat, ==, 31);
}

static void
test_wkb_junk (void)
{
  g_autoptr (TuceShape) shape = lake ();
  g_autoptr (GBytes) wkb = tuce_shape_to_wkb (shape);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize length;
  const guint8 *data = g_bytes_get_data (wkb, &length);

  /* Every cut is refused, and whatever bytes are altered, nothing worse than a refusal comes of it. */
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree guint8 *copy = g_memdup2 (data, cut);

      g_assert_null (tuce_shape_from_wkb (copy, cut, &error));
      g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
    }
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      TuceShape *altered;

      for (guint k = 0; k < 3; k++)
        copy[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int (random);
      altered = tuce_shape_from_wkb (copy, length, NULL);
      if (altered)
        tuce_shape_unref (altered);
    }
}

static void
test_label (void)
{
  static const TucePosition bent[] = { { 0, 0 }, { 10, 0 }, { 10, 1 }, { 1, 1 }, { 1, 10 }, { 0, 10 } };
  static const guint bent_starts[] = { 0, 6 }, line_starts[] = { 0, 2, 5 };
  static const TucePosition line[] = { { 0, 0 }, { 0, 1 }, { 5, 0 }, { 5, 1 }, { 5, 4 } };
  g_autoptr (TuceShape) shape = lake ();
  g_autoptr (TuceShape) corner = tuce_shape_new (TUCE_SHAPE_POLYGON, bent, bent_starts, 1);
  g_autoptr (TuceShape) river = tuce_shape_new (TUCE_SHAPE_LINE, line, line_starts, 2);
  TucePosition middle = tuce_shape_label_position (river);

  g_assert_true (tuce_shape_contains (shape, tuce_shape_label_position (shape)));
  g_assert_true (tuce_shape_contains (corner, tuce_shape_label_position (corner)));
  g_assert_cmpfloat_with_epsilon (middle.lat, 2, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/inside", test_inside);
  g_test_add_func ("/shape/area", test_area);
  g_test_add_func ("/shape/wkb-round-trip", test_wkb_round_trip);
  g_test_add_func ("/shape/wkb-big-endian", test_wkb_big_endian);
  g_test_add_func ("/shape/wkb-junk", test_wkb_junk);
  g_test_add_func ("/shape/label", test_label);
  return g_test_run ();
}
