/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-text.h"

#include "tuce-data.h"

#define assert_gives(call, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *given = call;                                                                 \
    g_assert_cmpstr (given, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_normalize (void)
{
  assert_gives (tuce_text_normalize (NULL), "");
  assert_gives (tuce_text_normalize ("  王某某　"), "王某某");
  assert_gives (tuce_text_normalize ("１３８ＡＢｃ"), "138ABc");
  assert_gives (tuce_text_normalize ("渠县，三汇镇。"), "渠县，三汇镇。");
  assert_gives (tuce_text_normalize ("\xEF\xBB\xBF"
                                     "a\x01"
                                     "b\x7F"),
                "ab");
  assert_gives (tuce_text_normalize ("a\xC2\xA0"
                                     "b"),
                "a b");
  assert_gives (tuce_text_normalize ("3－2"), "3-2");
  /* Bytes that are not UTF-8 must neither crash nor pass through. */
  {
    g_autofree char *given = tuce_text_normalize ("a\xFFz");

    g_assert_true (g_utf8_validate (given, -1, NULL));
  }
}

static void
test_like_pattern (void)
{
  assert_gives (tuce_text_like_pattern ("王"), "%王%");
  assert_gives (tuce_text_like_pattern ("50%_\\"), "%50\\%\\_\\\\%");
  assert_gives (tuce_text_like_pattern (""), "%%");
}

static void
test_mask (void)
{
  assert_gives (tuce_text_mask ("999999194912310029", 6, 4), "999999********0029");
  assert_gives (tuce_text_mask ("13800000001", 3, 4), "138****0001");
  assert_gives (tuce_text_mask ("王某某", 1, 0), "王**");
  assert_gives (tuce_text_mask ("短号", 3, 4), "**");
  assert_gives (tuce_text_mask ("1234567", 3, 4), "*******");
  assert_gives (tuce_text_mask ("", 3, 4), "");
  assert_gives (tuce_text_mask ("慢性病", 0, 0), "***");
}

static void
test_number (void)
{
  assert_gives (tuce_text_number (0), "0");
  assert_gives (tuce_text_number (999), "999");
  assert_gives (tuce_text_number (1000), "1,000");
  assert_gives (tuce_text_number (47065), "47,065");
  assert_gives (tuce_text_number (143802), "143,802");
  assert_gives (tuce_text_number (-1234567), "-1,234,567");
}

static void
test_distance (void)
{
  assert_gives (tuce_text_distance (0), "0 m");
  assert_gives (tuce_text_distance (87.4), "87 m");
  assert_gives (tuce_text_distance (636), "640 m");
  assert_gives (tuce_text_distance (994.9), "990 m");
  assert_gives (tuce_text_distance (996), "1.0 km");
  assert_gives (tuce_text_distance (1234), "1.2 km");
  assert_gives (tuce_text_distance (9949), "9.9 km");
  assert_gives (tuce_text_distance (9960), "10 km");
  assert_gives (tuce_text_distance (35100), "35 km");
}

static void
test_data_path (void)
{
  g_autofree char *path = NULL;

  tuce_data_set_directory ("/somewhere");
  path = tuce_data_path ("codes", "status.csv", NULL);
  g_assert_cmpstr (path, ==, "/somewhere/codes/status.csv");
  tuce_data_set_directory (NULL);
  g_free (path);
  path = tuce_data_path ("README.md", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/like-pattern", test_like_pattern);
  g_test_add_func ("/text/mask", test_mask);
  g_test_add_func ("/text/number", test_number);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/data-path", test_data_path);
  return g_test_run ();
}
