/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-scene.h"
#include "tuce-names.h"
#include "tuce-painter.h"

#include <string.h>

static void
test_marks_differ (void)
{
  for (guint i = 0; i < tuce_mark_count (); i++)
    for (guint k = 0; k < i; k++)
      {
        const TuceMark *a = tuce_mark_nth (i), *b = tuce_mark_nth (k);

        g_assert_cmpstr (a->name, !=, b->name);
        g_assert_cmpint (a->shape, !=, b->shape); /* they differ without colour too */
        g_assert_true (memcmp (a->light, b->light, sizeof a->light) != 0);
        g_assert_true (memcmp (a->dark, b->dark, sizeof a->dark) != 0);
        g_assert_true (memcmp (a->paper, b->paper, sizeof a->paper) != 0);
      }
  g_assert_cmpstr (tuce_mark_find ("no such mark")->name, ==, "unknown");
  g_assert_cmpint (tuce_mark_find ("unmet")->shape, ==, TUCE_MARK_TRIANGLE);
}

static void
test_view (void)
{
  TuceBox box = { 106.8, 30.7, 107.2, 31.1 };
  TuceView view = tuce_view_fit (&box, 800, 600, 20);
  TuceBox shown = tuce_view_box (&view);
  double x, y;

  g_assert_true (tuce_box_contains (&shown, (TucePosition){ box.west, box.south }));
  g_assert_true (tuce_box_contains (&shown, (TucePosition){ box.east, box.north }));
  tuce_view_to_units (&view, tuce_mercator_from_position ((TucePosition){ box.west, box.north }), &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 20, 1e-6); /* the margin, on the side where there is less space */
  tuce_view_to_units (&view, tuce_view_from_units (&view, 123, 456), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 123, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 456, 1e-6);
}

static void
test_pick (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (200, FALSE);
  TucePosition position;
  TuceHit hit;
  TuceView view;

  g_assert_true (tuce_scene_household_position (scene, 42, &position));
  view = (TuceView){ tuce_mercator_from_position (position), 15, 800, 600 };
  g_assert_true (tuce_scene_pick (scene, &view, 402, 301, 6, TRUE, &hit));
  g_assert_cmpint (hit.household, ==, 42);
  g_assert_cmpuint (strlen (hit.village), ==, 12);
  g_assert_true (g_str_has_prefix (hit.village, hit.township));

  /* At this zoom shares are painted, so a click picks the place and not a household. */
  view.zoom = 11;
  g_assert_true (tuce_scene_pick (scene, &view, 400, 300, 6, TRUE, &hit));
  g_assert_cmpint (hit.household, ==, 0);
  g_assert_cmpuint (strlen (hit.village), ==, 12);

  view.centre = tuce_mercator_from_position ((TucePosition){ 100, 20 });
  g_assert_false (tuce_scene_pick (scene, &view, 400, 300, 6, TRUE, &hit));
}

static void
test_names_apart (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (500, FALSE);
  TuceBox box = tuce_scene_box (scene);
  TucePaintOptions options = { .parts = TUCE_PAINT_ALL };

  for (double zoom = 7; zoom < 13.5; zoom += 0.25)
    {
      TuceView view = tuce_view_fit (&box, 1366, 768, 10);
      g_autoptr (GArray) names = NULL;

      view.zoom = zoom;
      names = tuce_names_place (scene, &view, &options, FALSE);
      g_assert_cmpuint (names->len, >, 0);
      for (guint i = 0; i < names->len; i++)
        for (guint k = 0; k < i; k++)
          {
            const TucePlacedName *a = &g_array_index (names, TucePlacedName, i);
            const TucePlacedName *b = &g_array_index (names, TucePlacedName, k);

            g_assert_false (a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
                            && b->y < a->y + a->height);
          }
    }
}

/* The name of the emphasised place is shown wherever names of its kind are, and no name covers the spot. */
static void
test_names_first (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (500, FALSE);
  TuceBox box = tuce_scene_box (scene);
  TucePosition spot = { (box.west * 3 + box.east) / 4, (box.south * 3 + box.north) / 4 };

  for (double zoom = 7; zoom < 13.5; zoom += 0.5)
    for (guint t = 0; t < 4; t++)
      {
        g_autofree char *code = g_strdup_printf ("51172510%u201", t);
        TucePaintOptions options = { .parts = TUCE_PAINT_GROUND, .highlight_place = code, .spot = t == 0 ? &spot : NULL };
        TuceView view = tuce_view_fit (&box, 1366, 768, 10);
        g_autoptr (GArray) names = NULL;
        gboolean found = FALSE;
        double x, y;

        view.zoom = zoom;
        view.width = view.height = 1e5; /* the whole county, even at a large zoom */
        names = tuce_names_place (scene, &view, &options, FALSE);
        tuce_view_to_units (&view, tuce_mercator_from_position (spot), &x, &y);
        for (guint i = 0; i < names->len; i++)
          {
            const TucePlacedName *name = &g_array_index (names, TucePlacedName, i);
            guint place = g_array_index (scene->names, TuceName, name->index).place;
            const char *of = place == G_MAXUINT ? "" : g_array_index (scene->places, TucePlace, place).code;

            found |= *of && g_str_has_prefix (code, of);
            if (options.spot)
              g_assert_false (x >= name->x && x <= name->x + name->width && y >= name->y && y <= name->y + name->height);
          }
        g_assert_true (found || options.spot);
      }
}

static void
test_compare (void)
{
  g_autoptr (TuceScene) scene = small_scene_new_with (300, FALSE, 5, "met");
  g_autoptr (TuceScene) same = small_scene_new_with (300, FALSE, 5, "met");
  g_autoptr (TuceScene) other = small_scene_new_with (300, FALSE, 5, "unmet");
  g_autoptr (TuceScene) dotted = small_scene_new_with (300, TRUE, 5, "met");
  g_autoptr (GArray) nothing = tuce_scene_compare (scene, same);
  g_autoptr (GArray) one = tuce_scene_compare (scene, other);
  g_autoptr (GArray) outlines = tuce_scene_compare (scene, dotted);
  TucePosition position;
  gboolean found = FALSE;

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (outlines->len, ==, 40); /* 20 outlines, each as it was and as it is */
  g_assert_true (tuce_scene_household_position (scene, 5, &position));
  for (guint i = 0; i < one->len; i++)
    found |= ABS (g_array_index (one, TuceExtent, i).left - tuce_mercator_from_position (position).x) < 1e-12;
  g_assert_true (found);
  g_assert_cmpuint (one->len, ==, 6); /* the point, its village and its township, each before and after */
}

/* A border between two villages is stroked once; stroked twice, dashes would fill each other's gaps. */
static void
test_shared_borders_once (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (10, FALSE);
  const TuceLines *lines = &scene->lines[TUCE_LAYER_TOWNSHIP];
  guint segments = 0;

  for (guint i = 0; i < lines->stretches->len; i++)
    {
      const TuceStretch *stretch = &g_array_index (lines->stretches, TuceStretch, i);

      segments += stretch->closed ? stretch->n : stretch->n - 1;
    }
  g_assert_cmpuint (segments, ==, 12); /* of 4 squares with 4 sides each, 4 are shared */
}

static void
test_figures_and_schematic (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (300, TRUE);
  g_autoptr (TuceScene) real = small_scene_new (300, FALSE);
  TuceBox box = tuce_scene_box (scene), elsewhere = { 100, 20, 101, 21 };
  gint64 households, people, sum = 0;

  for (guint t = 0; t < 4; t++)
    {
      g_autofree char *code = g_strdup_printf ("51172510%u", t);

      g_assert_true (tuce_scene_place_figures (scene, code, &households, &people));
      g_assert_cmpint (people, ==, households * 3);
      sum += households;
    }
  g_assert_cmpint (sum, ==, 300);
  g_assert_true (tuce_scene_is_schematic (scene, &box));
  g_assert_false (tuce_scene_is_schematic (scene, &elsewhere));
  g_assert_false (tuce_scene_is_schematic (real, &box));
  g_assert_cmpstr (tuce_scene_attribution (scene), ==, "© somebody");
}

/* Each place has its own legend, and all of them together give the county's. */
static void
test_legend (void)
{
  g_autoptr (TuceScene) scene = small_scene_new (300, TRUE);
  GPtrArray *legend = tuce_scene_legend (scene);
  g_autoptr (GPtrArray) county = tuce_scene_place_legend (scene, "511725");
  gint64 sum = 0;

  g_assert_cmpuint (legend->len, ==, tuce_mark_count ());
  g_assert_cmpuint (county->len, ==, legend->len);
  for (guint i = 0; i < legend->len; i++)
    {
      const TuceLegendLine *line = legend->pdata[i];
      gint64 of_townships = 0;

      for (guint t = 0; t < 4; t++)
        {
          g_autofree char *code = g_strdup_printf ("51172510%u", t);
          g_autoptr (GPtrArray) own = tuce_scene_place_legend (scene, code);

          for (guint k = 0; k < own->len; k++)
            if (g_str_equal (((TuceLegendLine *) own->pdata[k])->code, line->code))
              of_townships += ((TuceLegendLine *) own->pdata[k])->count;
        }
      g_assert_cmpint (of_townships, ==, line->count);
      sum += line->count;
    }
  g_assert_cmpint (sum, ==, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/marks-differ", test_marks_differ);
  g_test_add_func ("/scene/view", test_view);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/names-apart", test_names_apart);
  g_test_add_func ("/scene/names-first", test_names_first);
  g_test_add_func ("/scene/compare", test_compare);
  g_test_add_func ("/scene/shared-borders-once", test_shared_borders_once);
  g_test_add_func ("/scene/figures-and-schematic", test_figures_and_schematic);
  g_test_add_func ("/scene/legend", test_legend);
  return g_test_run ();
}
