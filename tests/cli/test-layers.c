/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tuce-cli import-map --as layer, and what tuce-cli relocate sites then prints about every site. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "run-cli.h"

static JsonArray *
read_sites (JsonNode **root, const char *path)
{
  g_autofree char *output = NULL;

  g_assert_cmpint (run_cli (&output, NULL, "relocate", "sites", path, "--json", NULL), ==, 0);
  *root = json_from_string (output, NULL);
  g_assert_nonnull (*root);
  return json_node_get_array (*root);
}

/* How many sites the flood layer forbids. */
static guint
count_flooded (JsonArray *sites)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (sites); i++)
    {
      JsonObject *around = json_object_get_object_member (json_array_get_object_element (sites, i), "surroundings");
      JsonObject *flood = json_object_get_object_member (around, "flood");

      n += g_str_equal (json_object_get_string_member (flood, "map"), "concerned");
    }
  return n;
}

/* A square around the first site, in WGS 84. */
static char *
write_flood (JsonObject *site)
{
  double lon = json_object_get_double_member (site, "lon"), lat = json_object_get_double_member (site, "lat");
  char *path = g_build_filename (g_get_tmp_dir (), "flood.geojson", NULL);
  g_autofree char *text = g_strdup_printf (
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"河滩\"},"
      "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}]}",
      lon - 0.001, lat - 0.001, lon + 0.001, lat - 0.001, lon + 0.001, lat + 0.001, lon - 0.001, lat + 0.001,
      lon - 0.001, lat - 0.001);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_layer_and_sites (void)
{
  g_autofree char *path = make_demo ("layers.tuce", 1500);
  g_autofree char *flood = NULL, *told = NULL, *undone = NULL;
  g_autoptr (JsonNode) before = NULL, after = NULL, again = NULL;
  JsonArray *sites = read_sites (&before, path);
  guint flooded = count_flooded (sites);
  JsonObject *site = json_array_get_object_element (sites, 0);

  g_assert_cmpuint (json_array_get_length (sites), >, 1);
  for (guint i = 0; i < json_array_get_length (sites); i++)
    {
      JsonObject *one = json_array_get_object_element (sites, i);

      g_assert_cmpint (json_object_get_int_member (one, "moved_in_people"), <=,
                       json_object_get_int_member (one, "assigned_people"));
      if (i > 0) /* late ones first */
        g_assert_cmpint (json_object_get_int_member (one, "days_late"), <=,
                         json_object_get_int_member (json_array_get_object_element (sites, i - 1), "days_late"));
    }
  flood = write_flood (site);
  g_assert_cmpint (run_cli (NULL, NULL, "import-map", path, flood, "--as", "layer", "--kind", "flood", "--add", NULL), ==, 0);
  g_assert_cmpuint (count_flooded (read_sites (&after, path)), ==, flooded + 1);
  g_assert_cmpint (run_cli (&told, NULL, "relocate", "sites", path, NULL), ==, 0);
  g_assert_nonnull (strstr (told, "河滩"));
  g_assert_cmpint (run_cli (&undone, NULL, "undo", path, NULL), ==, 0);
  g_assert_cmpuint (count_flooded (read_sites (&again, path)), ==, flooded);
}

/* Each gives one sentence, and nothing is written. */
static void
test_refused (void)
{
  g_autofree char *path = make_demo ("refused-layers.tuce", 300);
  g_autofree char *empty = g_build_filename (g_get_tmp_dir (), "empty.geojson", NULL);
  g_autofree char *kind = NULL, *nothing = NULL, *history = NULL, *later = NULL;

  g_assert_true (g_file_set_contents (empty, "{\"type\":\"FeatureCollection\",\"features\":[]}", -1, NULL));
  g_assert_cmpint (run_cli (&history, NULL, "history", path, NULL), ==, 0);
  g_assert_cmpint (run_cli (NULL, &kind, "import-map", path, empty, "--as", "layer", "--kind", "volcano", NULL), !=, 0);
  g_assert_nonnull (strstr (kind, "hazard"));
  g_assert_cmpint (run_cli (NULL, &nothing, "import-map", path, empty, "--as", "layer", "--kind", "flood", NULL), !=, 0);
  g_assert_nonnull (strstr (nothing, "empty.geojson"));
  g_assert_cmpint (run_cli (&later, NULL, "history", path, NULL), ==, 0);
  g_assert_cmpstr (later, ==, history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/layers/sites", test_layer_and_sites);
  g_test_add_func ("/cli/layers/refused", test_refused);
  return g_test_run ();
}
