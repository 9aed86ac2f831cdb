/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-error.h"
#include "tuce-voronoi.h"

#include <math.h>
#include <string.h>

/* A horseshoe, so that cells are cut by the outline. */
static const TucePosition horseshoe[] = {
  { 106.6, 30.6 }, { 107.3, 30.6 }, { 107.3, 31.2 }, { 107.1, 31.2 },
  { 107.1, 30.8 }, { 106.8, 30.8 }, { 106.8, 31.2 }, { 106.6, 31.2 },
};
static const guint horseshoe_starts[] = { 0, 8 };

static TuceShape *
outline_new (void)
{
  return tuce_shape_new (TUCE_SHAPE_POLYGON, horseshoe, horseshoe_starts, 1);
}

static TucePosition *
seeds_new (const TuceShape *outline, guint n, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  TucePosition *seeds = tuce_voronoi_seeds (outline, n, random, &error);

  g_assert_no_error (error);
  return seeds;
}

static void
test_cover (void)
{
  g_autoptr (TuceShape) outline = outline_new ();
  g_autofree TucePosition *seeds = seeds_new (outline, 60, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cells = tuce_voronoi_cells (outline, seeds, 60, &error);
  double sum = 0, smallest = G_MAXDOUBLE, largest = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (cells->len, ==, 60);
  for (guint i = 0; i < cells->len; i++)
    {
      double area = tuce_shape_area (cells->pdata[i]);

      g_assert_true (tuce_shape_contains (cells->pdata[i], seeds[i]));
      sum += area;
      smallest = MIN (smallest, area);
      largest = MAX (largest, area);
    }
  g_assert_cmpfloat_with_epsilon (sum / tuce_shape_area (outline), 1, 1e-6);
  g_assert_cmpfloat (largest / smallest, <, 12); /* of like size */

  /* Every place lies in one cell: that of the nearest seed. */
  for (guint i = 0; i < 2000; i++)
    {
      TucePosition place = { g_rand_double_range (random, 106.5, 107.4), g_rand_double_range (random, 30.5, 31.3) };
      guint found = 0, in = 0;
      double nearest = G_MAXDOUBLE;

      for (guint c = 0; c < cells->len; c++)
        {
          if (tuce_shape_contains (cells->pdata[c], place))
            {
              found++;
              in = c;
            }
          nearest = MIN (nearest, tuce_position_distance (place, seeds[c]));
        }
      g_assert_cmpuint (found, ==, tuce_shape_contains (outline, place) ? 1 : 0);
      if (found)
        g_assert_cmpfloat (tuce_position_distance (place, seeds[in]), <=, nearest * 1.01 + 1);
    }
}

static void
test_chance_repeats (void)
{
  g_autoptr (TuceShape) outline = outline_new ();
  g_autofree TucePosition *first = seeds_new (outline, 20, 7);
  g_autofree TucePosition *second = seeds_new (outline, 20, 7);
  g_autofree TucePosition *other = seeds_new (outline, 20, 8);

  g_assert_cmpmem (first, 20 * sizeof *first, second, 20 * sizeof *second);
  g_assert_true (memcmp (first, other, 20 * sizeof *first) != 0);
}

static void
test_one_and_two (void)
{
  g_autoptr (TuceShape) outline = outline_new ();

  for (guint n = 1; n <= 2; n++)
    {
      g_autofree TucePosition *seeds = seeds_new (outline, n, 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) cells = tuce_voronoi_cells (outline, seeds, n, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (cells->len, ==, n);
    }
}

static void
test_refusals (void)
{
  static const TucePosition outside[] = { { 106.7, 30.7 }, { 106.95, 31.1 } };
  static const TucePosition twice[] = { { 106.7, 30.7 }, { 106.7, 30.7 } };
  static const TucePosition bow[] = { { 0, 0 }, { 2, 2 }, { 2, 0 }, { 0, 2 } };
  static const TucePosition in_bow[] = { { 0.2, 1 }, { 1.8, 1 } };
  static const guint bow_starts[] = { 0, 4 };
  g_autoptr (TuceShape) outline = outline_new ();
  g_autoptr (TuceShape) crossed = tuce_shape_new (TUCE_SHAPE_POLYGON, bow, bow_starts, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (tuce_voronoi_cells (outline, outside, 2, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tuce_voronoi_cells (outline, twice, 2, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tuce_voronoi_cells (crossed, in_bow, 2, &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/voronoi/cover", test_cover);
  g_test_add_func ("/voronoi/chance-repeats", test_chance_repeats);
  g_test_add_func ("/voronoi/one-and-two", test_one_and_two);
  g_test_add_func ("/voronoi/refusals", test_refusals);
  return g_test_run ();
}
