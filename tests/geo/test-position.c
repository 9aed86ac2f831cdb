/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-mercator.h"
#include "tuce-position.h"

#include <math.h>

/* One place in 渠县 in the three datums, computed with the published formulas (see src/geo/tuce-position.c). */
static const TucePosition wgs84 = { 106.9736, 30.8366 };
static const TucePosition gcj02 = { 106.977755814, 30.834071164 };
static const TucePosition bd09 = { 106.984341807, 30.839750752 };

static void
assert_near (TucePosition is, TucePosition should, double within)
{
  g_assert_cmpfloat_with_epsilon (is.lon, should.lon, within);
  g_assert_cmpfloat_with_epsilon (is.lat, should.lat, within);
}

static void
test_datum_vectors (void)
{
  assert_near (tuce_position_from_wgs84 (wgs84, TUCE_DATUM_GCJ02), gcj02, 1e-9);
  assert_near (tuce_position_from_wgs84 (wgs84, TUCE_DATUM_BD09), bd09, 1e-9);
  assert_near (tuce_position_to_wgs84 (gcj02, TUCE_DATUM_GCJ02), wgs84, 1e-8);
  assert_near (tuce_position_to_wgs84 (bd09, TUCE_DATUM_BD09), wgs84, 1e-8);
  assert_near (tuce_position_to_wgs84 (wgs84, TUCE_DATUM_WGS84), wgs84, 1e-15);
}

static void
test_datum_there_and_back (void)
{
  for (double lon = 74; lon < 134; lon += 3.37)
    for (double lat = 18; lat < 53; lat += 2.71)
      for (TuceDatum datum = TUCE_DATUM_WGS84; datum <= TUCE_DATUM_BD09; datum++)
        {
          TucePosition here = { lon, lat };

          assert_near (tuce_position_to_wgs84 (tuce_position_from_wgs84 (here, datum), datum), here, 1e-8);
        }
}

/* The shift at 渠县 is about 486 m (GCJ-02) and 1084 m (BD-09), computed with the published formulas. */
static void
test_distance (void)
{
  TucePosition north = { wgs84.lon, wgs84.lat + 1 };

  g_assert_cmpfloat_with_epsilon (tuce_position_distance (wgs84, gcj02), 486, 1);
  g_assert_cmpfloat_with_epsilon (tuce_position_distance (wgs84, bd09), 1084, 1);
  g_assert_cmpfloat_with_epsilon (tuce_position_distance (wgs84, north), 6371008.8 * G_PI / 180, 1e-3);
  g_assert_cmpfloat (tuce_position_distance (wgs84, wgs84), ==, 0);
}

static void
test_gcj_outside_china (void)
{
  TucePosition abroad = { 2.35, 48.86 };

  assert_near (tuce_position_from_wgs84 (abroad, TUCE_DATUM_GCJ02), abroad, 1e-15);
}

static void
test_mercator (void)
{
  TuceMercator origin = tuce_mercator_from_position ((TucePosition){ 0, 0 });
  TuceMercator corner = tuce_mercator_from_position ((TucePosition){ -180, 85.0511287798066 });
  TuceMercator here = tuce_mercator_from_position (wgs84);

  g_assert_cmpfloat_with_epsilon (origin.x, 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (origin.y, 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (corner.x, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (corner.y, 0, 1e-12);
  assert_near (tuce_mercator_to_position (here), wgs84, 1e-11);

  /* One step north of a metre on the ground is a metre of the square there. */
  TuceMercator north = tuce_mercator_from_position ((TucePosition){ wgs84.lon, wgs84.lat + 0.001 });

  g_assert_cmpfloat_with_epsilon ((here.y - north.y) * tuce_mercator_metres (wgs84.lat),
                                  0.001 * G_PI / 180 * 6378137, 0.01);
}

static void
test_box (void)
{
  TuceBox box = TUCE_BOX_EMPTY, other = { 10, 10, 11, 11 };

  g_assert_true (tuce_box_is_empty (&box));
  g_assert_false (tuce_box_meets (&box, &other));
  tuce_box_join (&other, &box);
  g_assert_cmpfloat (other.east, ==, 11);

  tuce_box_extend (&box, wgs84);
  g_assert_false (tuce_box_is_empty (&box));
  g_assert_true (tuce_box_contains (&box, wgs84));
  g_assert_false (tuce_box_contains (&box, gcj02));
  tuce_box_extend (&box, gcj02);
  g_assert_true (tuce_box_contains (&box, gcj02));
  g_assert_false (tuce_box_meets (&box, &other));
  tuce_box_join (&box, &other);
  g_assert_cmpfloat (box.west, ==, 10);
  g_assert_cmpfloat (box.north, ==, wgs84.lat);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/position/datum-vectors", test_datum_vectors);
  g_test_add_func ("/position/datum-there-and-back", test_datum_there_and_back);
  g_test_add_func ("/position/distance", test_distance);
  g_test_add_func ("/position/gcj-outside-china", test_gcj_outside_china);
  g_test_add_func ("/position/mercator", test_mercator);
  g_test_add_func ("/position/box", test_box);
  return g_test_run ();
}
