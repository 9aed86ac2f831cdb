/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways from a place to points, lines and areas, against the way to many points along them. */
#include <math.h>

#include "tuce-shape.h"

static TuceShape *
shape_of (TuceShapeKind kind, const TucePosition *positions, guint n)
{
  const guint starts[] = { 0, n };

  return tuce_shape_new (kind, positions, starts, 1);
}

static void
test_kinds (void)
{
  const TucePosition corners[] = { { 107.0, 30.8 }, { 107.1, 30.8 }, { 107.1, 30.9 }, { 107.0, 30.9 } };
  g_autoptr (TuceShape) points = shape_of (TUCE_SHAPE_POINT, corners, 1);
  g_autoptr (TuceShape) line = shape_of (TUCE_SHAPE_LINE, corners, 4);
  g_autoptr (TuceShape) area = shape_of (TUCE_SHAPE_POLYGON, corners, 4);
  const TucePosition west = { 106.95, 30.85 }, inside = { 107.02, 30.85 };
  TucePosition nearest;

  g_assert_cmpfloat_with_epsilon (tuce_shape_distance (points, west, &nearest), tuce_position_distance (west, corners[0]),
                                  1e-6);
  g_assert_cmpfloat (nearest.lat, ==, 30.8);
  /* The area is closed on its western side, the line is not. */
  g_assert_cmpfloat_with_epsilon (tuce_shape_distance (area, west, &nearest),
                                  tuce_position_distance (west, (TucePosition){ 107.0, 30.85 }), 0.5);
  g_assert_cmpfloat (tuce_shape_distance (line, west, NULL), >, tuce_shape_distance (area, west, NULL) + 100);
  g_assert_cmpfloat (tuce_shape_distance (area, inside, &nearest), ==, 0);
  g_assert_cmpfloat (nearest.lon, ==, inside.lon);
  g_assert_cmpfloat (tuce_shape_distance (line, inside, NULL), >, 1000);
  g_assert_cmpfloat (tuce_box_distance (&area->box, inside), ==, 0);
}

/* Against points every few metres along; and no shape is nearer than its box. */
static void
test_along (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      TucePosition ends[2], from;
      double least = G_MAXDOUBLE, told;

      for (guint i = 0; i < 2; i++)
        ends[i] = (TucePosition){ g_rand_double_range (rand, 106.9, 107.1), g_rand_double_range (rand, 30.8, 31.0) };
      from = (TucePosition){ g_rand_double_range (rand, 106.9, 107.1), g_rand_double_range (rand, 30.8, 31.0) };
      g_autoptr (TuceShape) line = shape_of (TUCE_SHAPE_LINE, ends, 2);

      for (guint i = 0; i <= 10000; i++)
        {
          double t = i / 10000.0;
          TucePosition p = { ends[0].lon + t * (ends[1].lon - ends[0].lon), ends[0].lat + t * (ends[1].lat - ends[0].lat) };

          least = MIN (least, tuce_position_distance (from, p));
        }
      told = tuce_shape_distance (line, from, NULL);
      g_assert_cmpfloat_with_epsilon (told, least, 0.5 + least * 1e-4);
      g_assert_cmpfloat (tuce_box_distance (&line->box, from), <=, told + 1 + told * 1e-4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape-distance/kinds", test_kinds);
  g_test_add_func ("/shape-distance/along", test_along);
  return g_test_run ();
}
