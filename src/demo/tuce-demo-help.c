/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who visits a household, what is done for it, and how far its exit procedure has come. */
#include "tuce-demo-world.h"

#include <string.h>

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

static gboolean
drawn (TuceDemoWorld *world, const char *what)
{
  return g_str_equal (draw (world, what), "yes");
}

static gboolean
is_ill (const TuceDemoPerson *person)
{
  return person->chronic || person->serious;
}

static gboolean
is_uninsured (const TuceDemoPerson *person)
{
  return !person->med_ins;
}

guint
tuce_demo_gaps (const TuceDemoWorld *world, const TuceDemoHousehold *household)
{
  const TuceDemoYear *year = &household->year;
  const gboolean unmet[TUCE_DEMO_N_CRITERIA] = {
    [TUCE_DEMO_INCOME] = year->net <= world->income_line * household->size,
    [TUCE_DEMO_MEDICAL] = tuce_demo_count (household, is_uninsured) || year->illness_aided == 0,
    [TUCE_DEMO_HOUSING] = (household->relocated && !tuce_demo_is_settled (household))
                          || (year->house_grade[0] > 'B' && year->house_accepted != 1),
    [TUCE_DEMO_WATER] = !year->water_safe || year->water_hard,
    [TUCE_DEMO_POWER] = !year->life_power,
    [TUCE_DEMO_TELEVISION] = !year->tv,
    [TUCE_DEMO_FOOD] = year->food_ok == 0,
    [TUCE_DEMO_CLOTHES] = year->clothes_ok == 0,
  };
  guint gaps = 0;

  for (guint i = 0; i < TUCE_DEMO_N_CRITERIA; i++)
    gaps |= unmet[i] ? tuce_demo_gap (i) : 0;
  return gaps;
}

/* Whether no criterion is unmet and none is still unchecked. */
static gboolean
is_up_to_standard (const TuceDemoWorld *world, const TuceDemoHousehold *household)
{
  const TuceDemoYear *year = &household->year;

  return tuce_demo_gaps (world, household) == 0 && year->food_ok == 1 && year->clothes_ok == 1
         && (year->illness_aided == 1 || tuce_demo_count (household, is_ill) == 0);
}

static void
set_visits (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  int more = (int) g_ascii_strtoll (draw (world, "visits_more"), NULL, 10);
  int days_ago;

  /* The policies for this household have ended, so nobody has to visit it any more. */
  if (household->status[0] == '4')
    return;
  days_ago = drawn (world, "visit_late") ? world->visit_days + tuce_demo_between (world, 4, 40)
                                         : tuce_demo_between (world, 1, world->visit_days - 1);
  household->n_visits = 1 + (guint) CLAMP (more, 0, TUCE_DEMO_MOST_VISITS - 1);
  for (guint i = 0; i < household->n_visits; i++)
    {
      household->visits[i].days_ago = days_ago;
      household->visits[i].at_home = i == 0 || tuce_demo_chance (world->random, 0.9);
      days_ago += tuce_demo_between (world, 20, 33);
    }
}

/* Sets the dates of @n steps, the last of them @days_ago, going back from the last to the first. */
static void
set_steps (TuceDemoWorld *world, TuceDemoHousehold *household, guint n, int days_ago)
{
  household->n_steps = MIN (n, MIN (world->steps->len, TUCE_DEMO_MOST_STEPS));
  for (guint i = household->n_steps; i-- > 0;)
    {
      TuceDemoStep *step = &household->steps[i];

      if ((int) i == world->notice_step)
        {
          step->ended = days_ago;
          days_ago += world->notice_days - 1 + tuce_demo_between (world, 0, 3);
        }
      step->done = days_ago;
      days_ago += tuce_demo_between (world, 1, 4);
    }
}

static void
set_exit (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  guint n = 0;

  if (household->exit_year == world->year)
    n = world->steps->len;
  else if (household->status[0] == '2')
    {
      n = (guint) g_ascii_strtoull (draw (world, "exit_stage"), NULL, 10);
      /* The appraisal may come before everything is met; the verification after it may not. */
      if (!is_up_to_standard (world, household))
        n = MIN (n, 1);
    }
  if (n == 0)
    return;
  set_steps (world, household, n, tuce_demo_between (world, 1, 9));
  household->printing = n > 1 ? TUCE_DEMO_PRINTED : TUCE_DEMO_NOT_PRINTED;
}

void
tuce_demo_make_work (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  guint gaps = tuce_demo_is_exited (household) ? 0 : tuce_demo_gaps (world, household);

  set_visits (world, household);
  for (guint i = 0; i < TUCE_DEMO_N_CRITERIA; i++)
    if ((gaps & tuce_demo_gap (i)) && drawn (world, "gap_measured"))
      household->measured |= tuce_demo_gap (i);
  household->finished = household->status[0] == '2' && drawn (world, "measure_finished");
  set_exit (world, household);
}
