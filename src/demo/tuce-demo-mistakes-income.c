/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in incomes. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>

#define YUAN 100
#define PENSION_AGE 60

static gboolean
note_year (TuceDemoNote *note, const TuceDemoHousehold *household, const char *field, const char *what)
{
  return tuce_demo_note (note, "household_year", household->year.id, field, what);
}

/* Adds @year up and takes it over, unless that would turn the income round the line. */
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
wrong_transfer (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear *year = &household->year;

  if (!tuce_demo_is_exited (household))
    return FALSE;
  year->transfer += 500 * YUAN;
  year->total += 500 * YUAN;
  year->net += 500 * YUAN;
  year->net_pc = (2 * year->net + household->size) / (2 * household->size);
  return note_year (note, household, "transfer", _("500 yuan more than its parts"));
}

static gboolean
wrong_total (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear *year = &household->year;

  if (!tuce_demo_is_exited (household))
    return FALSE;
  year->total += 1000 * YUAN;
  year->net += 1000 * YUAN;
  year->net_pc = (2 * year->net + household->size) / (2 * household->size);
  return note_year (note, household, "total", _("1,000 yuan more than its parts"));
}

static gboolean
wrong_net_pc (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!tuce_demo_is_exited (household))
    return FALSE;
  household->year.net_pc += 270 * YUAN;
  return note_year (note, household, "net_pc", _("not the net income divided by the people"));
}

static gboolean
cost_above_gross (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear year = household->year;

  if (year.gross == 0 || year.cost >= year.gross)
    return FALSE;
  year.cost = household->year.gross;
  year.gross = household->year.cost;
  return take_over (spot, household, &year)
         && note_year (note, household, "business_cost", _("costs and takings exchanged"));
}

static gboolean
pension_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear year = household->year;

  if (tuce_demo_count (household, is_pensioner))
    return FALSE;
  year.pension = 1260 * YUAN;
  return take_over (spot, household, &year) && note_year (note, household, "t_pension", _("a pension, but nobody is 60"));
}

static gboolean
pension_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear year = household->year;

  if (year.pension == 0)
    return FALSE;
  year.pension = 0;
  return take_over (spot, household, &year)
         && note_year (note, household, "t_pension", _("no pension, although somebody of 60 is insured"));
}

static gboolean
wage_without_work (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->year.wage == 0)
    return FALSE;
  for (guint i = 0; i < household->n_people; i++)
    {
      household->people[i].work_months = 0;
      household->people[i].work_place = "99";
    }
  return note_year (note, household, "wage", _("wages, but nobody was at work"));
}

static gboolean
work_without_wage (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  TuceDemoYear year = household->year;

  if (!tuce_demo_count (household, works) || tuce_demo_is_exited (household))
    return FALSE;
  year.wage = 0;
  return take_over (spot, household, &year) && note_year (note, household, "wage", _("months at work, but no wages"));
}

static gboolean
same_as_last_year (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  household->has_last_year = TRUE;
  return note_year (note, household, "net_pc", _("the same to the fen as the year before"));
}

static gboolean
exited_below_line (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!tuce_demo_is_exited (household) || household->year.wubao)
    return FALSE;
  tuce_demo_press (household, spot->world->income_line * 9 / 10);
  return household->year.net_pc <= spot->world->income_line
         && note_year (note, household, "net_pc", _("exited from poverty, but not above the line"));
}

guint
tuce_demo_equal_incomes (TuceDemoWorld *world, TuceDemoHousehold *households, guint n)
{
  /* A round figure well above the line, as nobody's true income is. */
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
  { "Q33", wrong_transfer },    { "Q33", wrong_total },       { "Q33", wrong_net_pc },
  { "Q34", cost_above_gross },  { "Q35", pension_of_nobody }, { "Q35", pension_missing },
  { "Q36", wage_without_work }, { "Q36", work_without_wage }, { "Q37", same_as_last_year },
  { "Q39", exited_below_line }, { NULL, NULL }
};
