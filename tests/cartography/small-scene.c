/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-scene.h"

#define WEST 106.8
#define SOUTH 30.7
#define SIDE 0.4

static void
add_square (TuceScene *scene, TuceSceneLayer layer, const char *code, const char *name, double x, double y, double side,
            gboolean schematic)
{
  double west = WEST + x, south = SOUTH + y;
  TucePosition corners[] = { { west, south }, { west + side, south }, { west + side, south + side }, { west, south + side } };
  g_autoptr (TuceShape) shape = tuce_shape_new (TUCE_SHAPE_POLYGON, corners, (guint[]){ 0, 4 }, 1);

  tuce_scene_add_outline (scene, layer, code, name, shape, schematic, "© somebody");
}

static void
add_places (TuceScene *scene, gboolean schematic)
{
  add_square (scene, TUCE_LAYER_COUNTY, "511725", "渠县", 0, 0, SIDE, FALSE);
  for (guint t = 0; t < 4; t++)
    {
      g_autofree char *code = g_strdup_printf ("51172510%u", t);
      double x = t % 2 * SIDE / 2, y = t / 2 * SIDE / 2;

      add_square (scene, TUCE_LAYER_TOWNSHIP, code, "渠北乡", x, y, SIDE / 2, schematic);
      tuce_scene_add_place (scene, TUCE_LAYER_TOWNSHIP, code, "渠北乡", NULL, NULL);
      for (guint v = 0; v < 4; v++)
        {
          g_autofree char *village = g_strdup_printf ("%s20%u", code, v);

          add_square (scene, TUCE_LAYER_VILLAGE, village, "双桥村", x + v % 2 * SIDE / 4, y + v / 2 * SIDE / 4, SIDE / 4,
                      schematic);
          tuce_scene_add_place (scene, TUCE_LAYER_VILLAGE, village, "双桥村", code, NULL);
        }
    }
}

TuceScene *
small_scene_new_with (guint households, gboolean schematic, gint64 id, const char *mark)
{
  TuceScene *scene = tuce_scene_new ("511725");
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < tuce_mark_count (); i++)
    tuce_scene_add_state (scene, tuce_mark_nth (i)->name, tuce_mark_nth (i)->label_en, tuce_mark_nth (i)->label_zh, tuce_mark_nth (i));
  add_places (scene, schematic);
  for (guint i = 0; i < households; i++)
    {
      double x = g_rand_double_range (random, 0, SIDE), y = g_rand_double_range (random, 0, SIDE);
      guint column = (guint) (x / SIDE * 4), row = (guint) (y / SIDE * 4);
      guint township = row / 2 * 2 + column / 2, village = row % 2 * 2 + column % 2;
      g_autofree char *code = g_strdup_printf ("51172510%u20%u", township, village);
      guint index = (guint) g_rand_int_range (random, 0, (gint32) tuce_mark_count ());

      if (i + 1 == id)
        index = tuce_mark_index (tuce_mark_find (mark));
      tuce_scene_add_household (scene, i + 1, code, index, 3, &(TucePosition){ WEST + x, SOUTH + y });
    }
  tuce_scene_finish (scene);
  return scene;
}

TuceScene *
small_scene_new (guint households, gboolean schematic)
{
  return small_scene_new_with (households, schematic, 0, NULL);
}
