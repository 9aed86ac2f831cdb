/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tuce-cli relocate redlines: table, JSON and summary say the same. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "run-cli.h"

static JsonArray *
read_json (JsonNode **root, const char *path)
{
  g_autofree char *output = NULL;

  g_assert_cmpint (run_cli (&output, NULL, "relocate", "redlines", path, "--json", NULL), ==, 0);
  *root = json_from_string (output, NULL);
  g_assert_nonnull (*root);
  return json_node_get_array (*root);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p; p++)
    n += *p == '\n';
  return n;
}

/* How many households cross @code; and that an excess is given for those, and for no others. */
static guint
count_unmet (JsonArray *households, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (households); i++)
    {
      JsonObject *lines = json_object_get_object_member (json_array_get_object_element (households, i), "redlines");
      JsonObject *line = json_object_get_object_member (lines, code);
      gboolean unmet = g_str_equal (json_object_get_string_member (line, "result"), "unmet");

      n += unmet;
      g_assert_cmpuint (json_object_get_size (lines), ==, 4);
      if (!unmet && json_object_has_member (line, "beyond_by"))
        g_assert_cmpfloat (json_object_get_double_member (line, "beyond_by"), ==, 0);
    }
  return n;
}

static void
test_redlines (void)
{
  static const char *const codes[] = { "R1", "R2", "R3", "R4" };
  g_autofree char *path = make_demo ("redlines.tuce", 3000);
  g_autofree char *csv = NULL, *summary = NULL, *none = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *households = read_json (&root, path);

  g_assert_cmpuint (json_array_get_length (households), >, 300);
  g_assert_cmpint (run_cli (&csv, NULL, "relocate", "redlines", path, "--csv", NULL), ==, 0);
  g_assert_cmpuint (count_lines (csv), ==, json_array_get_length (households) + 1);
  g_assert_cmpint (run_cli (&summary, NULL, "relocate", "redlines", path, NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint unmet = count_unmet (households, codes[i]);
      g_autofree char *line = g_strdup_printf ("  %s ", codes[i]);
      g_autofree char *count = g_strdup_printf (": %u cross it", unmet);

      g_assert_cmpuint (unmet, >, 0);
      g_assert_nonnull (strstr (summary, line));
      g_assert_nonnull (strstr (summary, count));
    }
  g_assert_cmpint (
      run_cli (&none, NULL, "relocate", "redlines", path, "--where", "relocation.people>=99", NULL), ==, 0);
  g_assert_nonnull (strstr (none, "0 of 0"));
  g_assert_cmpint (run_cli (NULL, NULL, "relocate", "redlines", NULL), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redlines/tells", test_redlines);
  return g_test_run ();
}
