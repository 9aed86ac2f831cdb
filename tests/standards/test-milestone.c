/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of a year: days left before, on and after the last day; what remains, and how much of it for each day. */
#include "tuce-milestone.h"

#include "tuce-date.h"

static const TuceMilestone *
first (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *milestones = tuce_milestones (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (milestones->len, >, 0);
  return g_ptr_array_index (milestones, 0);
}

static void
test_days (void)
{
  const TuceMilestone *milestone = first ();
  GDate day, end;

  tuce_milestone_end (milestone, 2018, &end);
  day = end;
  g_assert_cmpint (tuce_milestone_days_left (milestone, 2018, &day), ==, 1);
  g_date_subtract_days (&day, 1);
  g_assert_cmpint (tuce_milestone_days_left (milestone, 2018, &day), ==, 2);
  day = end;
  g_date_add_days (&day, 1);
  g_assert_cmpint (tuce_milestone_days_left (milestone, 2018, &day), ==, 0);
}

static void
test_daily (void)
{
  g_assert_cmpint (tuce_milestone_daily (10, 3), ==, 4);
  g_assert_cmpint (tuce_milestone_daily (9, 3), ==, 3);
  g_assert_cmpint (tuce_milestone_daily (9, 1), ==, 9);
  g_assert_cmpint (tuce_milestone_daily (9, 0), ==, 9);
  g_assert_cmpint (tuce_milestone_daily (0, 5), ==, 0);
}

/* Every line of the file counts something that the register has. */
static void
test_queries (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open_scratch (2018, &error);
  GPtrArray *milestones = tuce_milestones (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < milestones->len; i++)
    {
      g_autoptr (TuceQuery) query = tuce_milestone_query (milestones->pdata[i], county, NULL, &error);
      gint64 n = -1;

      g_assert_no_error (error);
      if (!query)
        continue;
      g_assert_true (tuce_query_count (query, county, NULL, &n, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (n, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/milestone/days", test_days);
  g_test_add_func ("/milestone/daily", test_daily);
  g_test_add_func ("/milestone/queries", test_queries);
  return g_test_run ();
}
