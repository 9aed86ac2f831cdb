/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-divisions.h"

#include <string.h>

static guint
count_kind (GPtrArray *list, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    n += g_strcmp0 (((const TuceDivision *) list->pdata[i])->kind, kind) == 0 ? 1 : 0;
  return n;
}

static void
test_quxian (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (&error);
  g_autoptr (GPtrArray) townships = NULL;
  g_autoptr (GPtrArray) villages = NULL;

  g_assert_no_error (error);
  townships = tuce_divisions_list (divisions, "township", "511725");
  villages = tuce_divisions_list (divisions, "village", "511725");
  g_assert_cmpuint (townships->len, ==, 60);
  g_assert_cmpuint (count_kind (townships, "town"), ==, 25);
  g_assert_cmpuint (count_kind (townships, "township"), ==, 35);
  g_assert_cmpuint (villages->len, ==, 566);
  g_assert_cmpuint (count_kind (villages, "community"), ==, 83);
  g_assert_cmpuint (count_kind (villages, "village"), ==, 483);
}

static void
test_counties (void)
{
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (NULL);
  g_autoptr (GPtrArray) counties = tuce_divisions_list (divisions, "county", NULL);

  g_assert_cmpuint (counties->len, ==, 7);
  g_assert_null (tuce_divisions_find (divisions, "511771"));
  g_assert_cmpstr (tuce_divisions_find (divisions, "511725")->parent_code, ==, "5117");
}

static void
test_names (void)
{
  static const char *const expected[][2] = {
    { "511725201204", "双桥村" },
    { "511725120203", "凤凰村" },
    { "511725112001", "吴家街社区" },
    { "511702209204", "岩门村社区" },
    { "511703100209", "赵岩农村社区" },
    { "511702001", "东城街道" },
  };
  g_autoptr (TuceDivisions) divisions = tuce_divisions_load (NULL);
  g_autoptr (GPtrArray) villages = tuce_divisions_list (divisions, "village", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (tuce_divisions_find (divisions, expected[i][0])->short_name, ==, expected[i][1]);
  g_assert_cmpuint (villages->len, ==, 3221);
  for (guint i = 0; i < villages->len; i++)
    {
      const char *name = ((const TuceDivision *) villages->pdata[i])->short_name;

      g_assert_true (g_str_has_suffix (name, "村") || g_str_has_suffix (name, "社区"));
      g_assert_null (strstr (name, "委"));
      g_assert_false (g_str_has_suffix (name, "村村"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/divisions/quxian", test_quxian);
  g_test_add_func ("/divisions/counties", test_counties);
  g_test_add_func ("/divisions/names", test_names);
  return g_test_run ();
}
