/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "small-county.h"
#include "tuce-error.h"

static guint
count (TuceQuery *query, TuceCounty *county)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, &error);
  gint64 counted = -1;

  g_assert_no_error (error);
  g_assert_true (tuce_query_count (query, county, NULL, &counted, NULL, &error));
  g_assert_cmpint (counted, ==, ids->len);
  return ids->len;
}

static void
test_scope_search_conditions (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 30);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (TuceQuery) members = tuce_query_new (county, "member");

  g_assert_cmpuint (count (query, county), ==, 30);
  tuce_query_set_scope (query, "511725109");
  g_assert_cmpuint (count (query, county), ==, 20);
  tuce_query_set_scope (query, "511725109201");
  g_assert_cmpuint (count (query, county), ==, 10);
  tuce_query_set_scope (members, "511725109201");
  g_assert_cmpuint (count (members, county), ==, 20);
  tuce_query_set_scope (query, "511725");
  g_assert_cmpuint (count (query, county), ==, 30);

  tuce_query_set_search (query, "李7"); /* a member's name */
  g_assert_cmpuint (count (query, county), ==, 1);
  tuce_query_set_search (query, "１３８００００００００"); /* a phone, full width */
  g_assert_cmpuint (count (query, county), ==, 30);
  tuce_query_set_search (query, "%");
  g_assert_cmpuint (count (query, county), ==, 0);
  tuce_query_set_search (query, NULL);

  g_assert_true (tuce_query_add_condition (query, "status", TUCE_IS, "0", &error));
  g_assert_cmpuint (count (query, county), ==, 15);
  g_assert_true (tuce_query_add_condition (query, "household_year.net_pc", TUCE_AT_LEAST, "5010", &error));
  g_assert_cmpuint (count (query, county), ==, 5);
  tuce_query_clear_conditions (query);
  g_assert_true (tuce_query_add_condition (query, "village.township.short_name", TUCE_CONTAINS, "渠北", &error));
  g_assert_cmpuint (count (query, county), ==, 10);
  tuce_query_clear_conditions (query);
  g_assert_true (tuce_query_add_condition (query, "village_code", TUCE_MATCHES, "511725?09[02]*", &error));
  g_assert_cmpuint (count (query, county), ==, 20);
  g_assert_true (tuce_query_add_condition (query, "village_code", TUCE_MATCHES, "?", &error));
  g_assert_cmpuint (count (query, county), ==, 0);
  g_assert_false (tuce_query_add_condition (query, "village.mayor", TUCE_IS, "x", &error));
  g_assert_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED);
  small_county_remove (county, path);
}

static void
test_order_and_columns (void)
{
  static const char *const paths[] = { "head_name", "village.township.short_name", "household_year.net_pc", NULL };
  char *path;
  TuceCounty *county = small_county (&path, 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (TuceQuery) copy = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (TuceRows) rows = NULL;
  gint64 gone = 12345;

  g_assert_true (tuce_query_set_order (query, "household_year.net_pc", TRUE, &error));
  g_assert_true (tuce_query_set_columns (query, paths, &error));
  copy = tuce_query_copy (query);
  ids = tuce_query_ids (copy, county, NULL, &error);
  rows = tuce_query_fetch (copy, county, (gint64 *) (gpointer) ids->data, ids->len, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tuce_rows_value (rows, 0, 0)->text, ==, "张11");
  g_assert_cmpstr (tuce_rows_value (rows, 0, 1)->text, ==, "渠北乡");
  g_assert_cmpint (tuce_rows_value (rows, 11, 2)->integer, ==, 500000);
  tuce_rows_free (g_steal_pointer (&rows));
  rows = tuce_query_fetch (query, county, &gone, 1, &error);
  g_assert_cmpint (rows->ids[0], ==, 0);
  small_county_remove (county, path);
}

static void
test_groups (void)
{
  char *path;
  TuceCounty *county = small_county (&path, 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (GPtrArray) groups = tuce_query_group (query, county, "village_code", "size", &error);
  TuceGroup *group;

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 3);
  group = groups->pdata[2];
  g_assert_cmpstr (group->key, ==, "511725201204");
  g_assert_cmpint (group->count, ==, 3);
  g_assert_cmpint (group->sum, ==, 6);
  small_county_remove (county, path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/scope-search-conditions", test_scope_search_conditions);
  g_test_add_func ("/query/order-and-columns", test_order_and_columns);
  g_test_add_func ("/query/groups", test_groups);
  return g_test_run ();
}
