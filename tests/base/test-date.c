/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-date.h"

static void
test_parse (void)
{
  static const char *same_day[]
      = { "2018-07-23", "2018-7-23",     "2018.7.23",    "2018/07/23",
          "20180723",   "2018年7月23日", " 2018-07-23 ", "２０１８－０７－２３" };
  static const char *refused[]
      = { "",           "2018",       "2018-07",     "2018-02-30", "2018723",
          "1849-12-31", "2201-01-01", "2018-07-23x", "23/7/2018",  "2018-13-01",
          "2018-00-10", "2018.7",     "2018年7月",   "201807231",  "2018-07-23 09:41" };

  for (guint i = 0; i < G_N_ELEMENTS (same_day); i++)
    {
      g_autofree char *back = NULL;
      GDate date;

      g_test_message ("%s", same_day[i]);
      g_assert_true (tuce_date_parse (same_day[i], &date));
      back = tuce_date_format (&date);
      g_assert_cmpstr (back, ==, "2018-07-23");
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      GDate date;

      g_test_message ("%s", refused[i]);
      g_assert_false (tuce_date_parse (refused[i], &date));
    }
}

static void
test_leap_years (void)
{
  GDate date;

  g_assert_true (tuce_date_parse ("2016-02-29", &date));
  g_assert_true (tuce_date_parse ("2000-02-29", &date));
  g_assert_false (tuce_date_parse ("1900-02-29", &date));
  g_assert_false (tuce_date_parse ("2018-02-29", &date));
}

static int
age (const char *birth_text, const char *day_text)
{
  GDate birth, day;

  g_assert_true (tuce_date_parse (birth_text, &birth));
  g_assert_true (tuce_date_parse (day_text, &day));
  return tuce_date_age (&birth, &day);
}

static void
test_age (void)
{
  g_assert_cmpint (age ("2002-07-23", "2018-07-23"), ==, 16);
  g_assert_cmpint (age ("2002-07-24", "2018-07-23"), ==, 15);
  g_assert_cmpint (age ("2002-08-01", "2018-07-23"), ==, 15);
  g_assert_cmpint (age ("2018-07-23", "2018-07-23"), ==, 0);
  g_assert_cmpint (age ("2018-07-24", "2018-07-23"), <, 0);
  g_assert_cmpint (age ("2000-02-29", "2018-02-28"), ==, 17);
  g_assert_cmpint (age ("2000-02-29", "2018-03-01"), ==, 18);
}

static void
test_today (void)
{
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  g_autoptr (GDateTime) after = NULL;
  GDate today;

  tuce_date_today (&today);
  after = g_date_time_new_now_local ();
  g_assert_true (g_date_valid (&today));
  g_assert_true (g_date_get_day (&today) == g_date_time_get_day_of_month (before)
                 || g_date_get_day (&today) == g_date_time_get_day_of_month (after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/leap-years", test_leap_years);
  g_test_add_func ("/date/age", test_age);
  g_test_add_func ("/date/today", test_today);
  return g_test_run ();
}
