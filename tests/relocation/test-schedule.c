/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates of stages counted from the day a site is to be finished by; days late on a given day; late sites come first. */
#include "tuce-schedule.h"

#include "planned-county.h"
#include "tuce-date.h"
#include "tuce-parameters.h"

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceTimetable *timetable;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->county = planned_county (&fixture->path, 4, 10, 10);
  fixture->timetable = tuce_timetable_load (fixture->county, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tuce_timetable_unref (fixture->timetable);
  planned_county_remove (fixture->county, fixture->path);
}

static GDate
day (const char *text)
{
  GDate date;

  g_assert_true (tuce_date_parse (text, &date));
  return date;
}

static void
assert_due (const TuceTimetable *timetable, const char *finished, const char *stage, const char *due)
{
  GDate from = day (finished), date;
  int index = tuce_timetable_find (timetable, stage);
  gboolean known = tuce_timetable_due (timetable, &from, (guint) index, &date);
  g_autofree char *text = known ? tuce_date_format (&date) : NULL;

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpstr (text, ==, due);
}

/* data/standards/parameters.csv: acceptance 20 days after services, those 60 after the structure, … */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  GDate none;

  g_date_clear (&none, 1);
  g_assert_cmpuint (tuce_timetable_n_stages (fixture->timetable), ==, 13);
  g_assert_cmpstr (tuce_timetable_stage (fixture->timetable, tuce_timetable_completion (fixture->timetable))->code, ==,
                   "ACCEPT");
  assert_due (fixture->timetable, "2018-06-30", "ACCEPT", "2018-06-30");
  assert_due (fixture->timetable, "2018-06-30", "INFRA", "2018-06-10");
  assert_due (fixture->timetable, "2018-06-30", "TOPPED", "2018-04-11");
  assert_due (fixture->timetable, "2018-06-30", "ALLOT", "2018-07-15");
  assert_due (fixture->timetable, "2018-06-30", "MOVEIN", "2018-08-14");
  assert_due (fixture->timetable, "2018-06-30", "DEMOLISH", NULL); /* demolish_days has no value */
  assert_due (fixture->timetable, "2018-06-30", "FOLLOW", NULL);
  g_assert_false (tuce_timetable_due (fixture->timetable, &none, 0, &none));
  g_assert_cmpint (tuce_timetable_find (fixture->timetable, "NONE"), ==, -1);
}

static void
test_parameter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TuceRecord) parameter = tuce_parameter_find (fixture->county, "demolish_days", 2018);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceTimetable) timetable = NULL;

  tuce_record_set_real (parameter, "value", 10);
  g_assert_true (tuce_parameter_save (fixture->county, parameter, &error));
  timetable = tuce_timetable_load (fixture->county, &error);
  g_assert_no_error (error);
  assert_due (timetable, "2018-06-30", "DEMOLISH", "2018-08-24");
}

static void
set_site (Fixture *fixture, const char *name, const char *field, const char *value)
{
  planned_county_set (fixture->county, "site", planned_county_site (fixture->county, 0, name), field, value);
}

static GPtrArray *
load (Fixture *fixture, const char *scope, const char *today)
{
  g_autoptr (GError) error = NULL;
  GDate date = day (today);
  GPtrArray *plans = tuce_schedule_load (fixture->county, fixture->timetable, scope, &date, NULL, &error);

  g_assert_no_error (error);
  return plans;
}

/* East has its structure, and must have its services on 10 June. West has only been chosen, and no day was set. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  const TuceSitePlan *plan;
  int topped = tuce_timetable_find (fixture->timetable, "TOPPED");

  set_site (fixture, "East", "due_on", "2018-06-30");
  set_site (fixture, "East", "started_on", "2017-11-01");
  set_site (fixture, "East", "topped_on", "2018-04-21");
  g_autoptr (GPtrArray) in_time = load (fixture, NULL, "2018-06-10");
  plan = in_time->pdata[0];
  g_assert_cmpuint (in_time->len, ==, 2);
  g_assert_cmpstr (plan->name, ==, "East"); /* sites with a day come first */
  g_assert_cmpint (plan->late, ==, 0);
  g_assert_cmpint ((int) plan->stage, ==, topped);
  g_assert_cmpint ((int) plan->next, ==, topped + 1);
  g_assert_true (plan->stages[topped].reached);
  g_assert_cmpint (plan->stages[topped].late, ==, 10); /* reached on the 21st, due on the 11th */
  g_assert_false (g_date_valid (&plan->stages[topped - 2].done));
  g_assert_cmpint (plan->stages[topped - 2].late, ==, 0);

  g_autoptr (GPtrArray) late = load (fixture, NULL, "2018-06-11");
  plan = late->pdata[0];
  g_assert_cmpint (plan->late, ==, 1);
  plan = late->pdata[1];
  g_assert_cmpint (plan->late, ==, 0);
  g_assert_false (g_date_valid (&plan->finished));

  /* West gets a later day, but nothing is done there: it is later still and comes first. */
  set_site (fixture, "West", "due_on", "2018-09-30");
  g_autoptr (GPtrArray) both = load (fixture, NULL, "2018-06-11");
  plan = both->pdata[0];
  g_assert_cmpstr (plan->name, ==, "West");
  g_assert_cmpint (plan->late, >, 100);
  g_autoptr (GPtrArray) scoped = load (fixture, "511725109202", "2018-06-11");
  g_assert_cmpuint (scoped->len, ==, 1);
}

/* A stage that was set by hand counts as reached. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  const TuceSitePlan *plan;

  set_site (fixture, "East", "due_on", "2018-06-30");
  set_site (fixture, "East", "stage_set", "FOLLOW");
  g_autoptr (GPtrArray) plans = load (fixture, NULL, "2019-01-01");
  plan = plans->pdata[0];
  g_assert_cmpstr (plan->name, ==, "East");
  g_assert_cmpuint (plan->next, ==, tuce_timetable_n_stages (fixture->timetable));
  g_assert_cmpint (plan->late, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add ("/schedule/" path, Fixture, NULL, set_up, test, tear_down)
  add ("due", test_due);
  add ("parameter", test_parameter);
  add ("late", test_late);
  add ("by-hand", test_by_hand);
#undef add
  return g_test_run ();
}
