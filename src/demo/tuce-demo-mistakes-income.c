/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in incomes. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>

#define YUAN 100
#define PENSION_AGE 60

/* Computes the sums of @year and replaces the household's year with it; FALSE where the income would then be on the other
 * side of the line. */
static gboolean
take_over (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoYear *year)
{
  gint64 line = spot->world->income_line;

  tuce_demo_add_up (year, household->size);
  if (year->net < 0 || (year->net_pc > line) != (household->year.net_pc > line))
    return FALSE;
  household->year = *year;
  return TRUE;
}

static gboolean
is_pensioner (const TuceDemoPerson *person)
{
  return person->age >= PENSION_AGE;
}

static gboolean
works (const TuceDemoPerson *person)
{
  return person->work_months > 0;
}

static gboolean
wrong_transfer (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear *year = &household->year;

  if (!tuce_demo_is_exited (household))
    return FALSE;
  year->transfer += 500 * YUAN;
  year->total += 500 * YUAN;
  year->net += 500 * YUAN;
  year->net_pc = (2 * year->net + household->size) / (2 * household->size);
  return TRUE;
}

static gboolean
wrong_total (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear *year = &household->year;

  if (!tuce_demo_is_exited (household))
    return FALSE;
  year->total += 1000 * YUAN;
  year->net += 1000 * YUAN;
  year->net_pc = (2 * year->net + household->size) / (2 * household->size);
  return TRUE;
}

static gboolean
wrong_net_pc (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_is_exited (household))
    return FALSE;
  household->year.net_pc += 270 * YUAN;
  return TRUE;
}

static gboolean
wrong_net (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear *year = &household->year;

  if (!tuce_demo_is_exited (household))
    return FALSE;
  year->net += 800 * YUAN;
  year->net_pc = (2 * year->net + household->size) / (2 * household->size);
  return TRUE;
}

static gboolean
cost_above_gross (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear year = household->year;

  if (year.gross == 0 || year.cost >= year.gross)
    return FALSE;
  year.cost = household->year.gross;
  year.gross = household->year.cost;
  return take_over (spot, household, &year);
}

static gboolean
pension_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear year = household->year;

  if (tuce_demo_count (household, is_pensioner))
    return FALSE;
  year.pension = 1260 * YUAN;
  return take_over (spot, household, &year);
}

static gboolean
pension_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear year = household->year;

  if (year.pension == 0)
    return FALSE;
  year.pension = 0;
  return take_over (spot, household, &year);
}

static gboolean
wage_without_work (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->year.wage == 0)
    return FALSE;
  for (guint i = 0; i < household->n_people; i++)
    {
      household->people[i].work_months = 0;
      household->people[i].work_place = "99";
    }
  return TRUE;
}

static gboolean
work_without_wage (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear year = household->year;

  if (!tuce_demo_count (household, works) || tuce_demo_is_exited (household))
    return FALSE;
  year.wage = 0;
  return take_over (spot, household, &year);
}

static gboolean
same_as_last_year (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->has_last_year = TRUE;
  return TRUE;
}

static gboolean
jump (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoYear *year = &household->year;

  if (2 * year->wage < year->net || year->net <= 0)
    return FALSE;
  household->has_last_year = TRUE;
  household->last_net = year->net / 2;
  return TRUE;
}

static gboolean
exited_below_line (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_is_exited (household) || household->year.wubao)
    return FALSE;
  tuce_demo_press (household, spot->world->income_line * 9 / 10);
  return household->year.net_pc <= spot->world->income_line;
}

guint
tuce_demo_equal_incomes (TuceDemoWorld *world, TuceDemoHousehold *households, guint n)
{
  /* A round sum well above the line, such as a real income hardly ever is. */
  gint64 target = world->income_line * 13 / 10 / (100 * YUAN) * (100 * YUAN);
  guint changed = 0;

  for (guint i = 0; i < n && changed < (n + 1) / 2; i++)
    {
      TuceDemoHousehold *household = &households[i];
      TuceDemoYear year = household->year;
      gint64 difference = target * household->size - year.net;

      if (household->spoilt || !tuce_demo_is_exited (household))
        continue;
      if (year.wage > 0 && year.wage + difference > 0)
        year.wage += difference;
      else if (year.gross > 0 && year.gross + difference > year.cost)
        year.gross += difference;
      else
        continue;
      tuce_demo_add_up (&year, household->size);
      household->year = year;
      household->spoilt = TRUE;
      changed++;
    }
  return changed;
}

const TuceDemoKind tuce_demo_income_kinds[] = {
  { "Q33", "household_year", "transfer", N_("500 yuan more than its parts"), NULL, wrong_transfer },
  { "Q33", "household_year", "total", N_("1,000 yuan more than its parts"), NULL, wrong_total },
  { "Q33", "household_year", "net_pc", N_("not the net income divided by the people"), NULL, wrong_net_pc },
  { "Q33", "household_year", "net", N_("800 yuan more than total income less costs"), NULL, wrong_net },
  { "Q34", "household_year", "business_cost", N_("costs and takings exchanged"), NULL, cost_above_gross },
  { "Q35", "household_year", "t_pension", N_("a pension, but nobody is 60"), NULL, pension_of_nobody },
  { "Q35", "household_year", "t_pension", N_("no pension, although somebody of 60 is insured"),
    NULL, pension_missing },
  { "Q36", "household_year", "wage", N_("wages, but nobody was at work"), NULL, wage_without_work },
  { "Q36", "household_year", "wage", N_("months at work, but no wages"), NULL, work_without_wage },
  { "Q37", "household_year", "net_pc", N_("the same to the fen as the year before"), NULL, same_as_last_year },
  { "Q37", "household_year", "net_pc", N_("twice that of the year before"), NULL, jump },
  { "Q39", "household_year", "net_pc", N_("exited from poverty, but not above the line"), NULL, exited_below_line },
  { NULL }
};
