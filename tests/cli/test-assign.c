/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tuce-cli relocate assign, on a demo county. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "run-cli.h"

static char *county;

static JsonNode *
json (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* All relocations, as "list" prints them. */
static char *
relocations (void)
{
  char *out = NULL;

  g_assert_cmpint (run_cli (&out, NULL, "list", county, "relocation", "--csv", NULL), ==, 0);
  return out;
}

static void
test_assign (void)
{
  g_autofree char *before = relocations ();
  g_autofree char *between = NULL, *after = NULL, *undone = NULL, *out = NULL, *adopted = NULL;
  g_autoptr (JsonNode) node = NULL, second = NULL;
  JsonObject *result;

  g_assert_cmpint (run_cli (&out, NULL, "relocate", "assign", county, "--scenario", "甲", "--make", "--json", NULL), ==,
                   0);
  node = json (out);
  result = json_node_get_object (node);
  g_assert_cmpint (json_object_get_int_member (result, "households"), >, 0);
  g_assert_cmpint (json_object_get_int_member (result, "households")
                       - json_object_get_int_member (result, "placed_households"),
                   ==, json_array_get_length (json_object_get_array_member (result, "unplaced")));
  g_assert_cmpfloat (json_object_get_double_member (result, "least_possible"), <=,
                     json_object_get_double_member (result, "total"));
  between = relocations ();
  g_assert_cmpstr (before, ==, between);
  g_assert_cmpint (run_cli (&adopted, NULL, "relocate", "assign", county, "--scenario", "甲", "--adopt", "--json", NULL),
                   ==, 0);
  second = json (adopted);
  after = relocations ();
  if (json_array_get_length (json_object_get_array_member (json_node_get_object (second), "adopted")) > 0)
    g_assert_cmpstr (before, !=, after);
  g_assert_cmpint (run_cli (NULL, NULL, "undo", county, NULL), ==, 0);
  undone = relocations ();
  g_assert_cmpstr (before, ==, undone);
}

static void
test_refused (void)
{
  g_autofree char *complaint = NULL, *again = NULL;

  g_assert_cmpint (run_cli (NULL, &complaint, "relocate", "assign", county, "--scenario", "乙", NULL), ==, 3);
  g_assert_nonnull (strstr (complaint, "乙"));
  g_assert_cmpint (run_cli (NULL, &again, "relocate", "assign", county, NULL), ==, 2);
  g_clear_pointer (&again, g_free);
  g_assert_cmpint (run_cli (NULL, &again, "relocate", "assign", county, "--scenario", "甲", "--make", NULL), ==, 3);
  g_assert_nonnull (strstr (again, "甲"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  county = make_demo ("assign.tuce", 2000);
  g_test_add_func ("/cli/assign/assign", test_assign);
  g_test_add_func ("/cli/assign/refused", test_refused);
  status = g_test_run ();
  g_free (county);
  return status;
}
