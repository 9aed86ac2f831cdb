/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in the record of a household. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many households get the same position, or the same phone, so that the rules Q67 and Q14 find them. */
#define AT_ONE_SPOT 6
#define WITH_ONE_PHONE 4

static gboolean
is_anybody (const TuceDemoPerson *person)
{
  return TRUE;
}

static gboolean
is_ill (const TuceDemoPerson *person)
{
  return person->chronic || person->serious;
}

static gboolean
is_disabled (const TuceDemoPerson *person)
{
  return person->disabled;
}

/* Changes the number of people by @by; FALSE where the income a head would then be on the other side of the line. */
static gboolean
miscount (const TuceDemoSpot *spot, TuceDemoHousehold *household, int by)
{
  TuceDemoYear changed = household->year;

  if (household->n_people < 2)
    return FALSE;
  tuce_demo_add_up (&changed, household->size + by);
  if ((changed.net_pc > spot->world->income_line) != (household->year.net_pc > spot->world->income_line))
    return FALSE;
  household->size += by;
  household->year = changed;
  return TRUE;
}

static gboolean
one_too_many (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return miscount (spot, household, 1);
}

static gboolean
one_too_few (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return miscount (spot, household, -1);
}

static gboolean
no_head (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->people[0].relation = "99";
  return TRUE;
}

static gboolean
two_heads (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->relation = "01";
  return TRUE;
}

static gboolean
other_head_name (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  g_strlcat (household->head_name, "一", sizeof household->head_name);
  return TRUE;
}

static gboolean
other_head_number (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->n_people < 2)
    return FALSE;
  g_strlcpy (household->head_idno, household->people[1].idno, sizeof household->head_idno);
  return TRUE;
}

static gboolean
short_phone (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->phone[10] = '\0';
  return TRUE;
}

static gboolean
shared_phone (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_take_following (spot, WITH_ONE_PHONE))
    return FALSE;
  for (guint i = 1; i < WITH_ONE_PHONE; i++)
    g_strlcpy (household[i].phone, household->phone, sizeof household->phone);
  return TRUE;
}

static gboolean
same_spot (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_take_following (spot, AT_ONE_SPOT))
    return FALSE;
  for (guint i = 1; i < AT_ONE_SPOT; i++)
    household[i].position = household->position;
  return TRUE;
}

static gboolean
no_position (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->placed = FALSE;
  return TRUE;
}

static gboolean
position_far_away (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->position.lon -= 3;
  return TRUE;
}

static gboolean
illness_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (tuce_demo_count (household, is_ill) || strstr (household->cause_other, "01"))
    return FALSE;
  household->cause_main = "01";
  return TRUE;
}

static gboolean
disability_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (tuce_demo_count (household, is_disabled) || strstr (household->cause_other, "02"))
    return FALSE;
  household->cause_main = "02";
  return TRUE;
}

static gboolean
labour_enough (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (tuce_demo_count (household, tuce_demo_is_labourer) < 2)
    return FALSE;
  household->cause_main = "08";
  return TRUE;
}

static gboolean
cause_twice (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  g_strlcpy (household->cause_other, household->cause_main, sizeof household->cause_other);
  return TRUE;
}

static gboolean
three_causes (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->cause_main[0] != '0')
    return FALSE;
  g_strlcpy (household->cause_other, "10,11,99", sizeof household->cause_other);
  return TRUE;
}

static gboolean
allowance_without_money (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->attr[1] != '5' && household->attr[1] != '1')
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "02" : "04";
  return TRUE;
}

static gboolean
money_without_allowance (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->year.dibao == 0)
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "05" : "01";
  return TRUE;
}

static gboolean
support_without_money (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->attr[1] != '5' && household->attr[1] != '1')
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "03" : "06";
  return TRUE;
}

static gboolean
exited_in_danger (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_is_exited (household) || household->relocated)
    return FALSE;
  household->year.house_grade = household->year.danger_grade = "D";
  household->year.dangerous = TRUE;
  return TRUE;
}

static gboolean
exited_without_year (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_is_exited (household))
    return FALSE;
  household->exit_year = 0;
  return TRUE;
}

static gboolean
exited_before_identified (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!tuce_demo_is_exited (household) || household->exit_year > 2015)
    return FALSE;
  household->first_ident = "2016-12-31";
  return TRUE;
}

static gboolean
planned_for_later (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->status[0] != '2')
    return FALSE;
  household->plan_exit_year = spot->world->year + 1;
  return TRUE;
}

const TuceDemoKind tuce_demo_household_kinds[] = {
  { "Q02", "household", "size", N_("one more than there are people"), NULL, one_too_many },
  { "Q02", "household", "size", N_("one fewer than there are people"), NULL, one_too_few },
  { "Q04", "member", "relation", N_("nobody is the head"), NULL, no_head },
  { "Q04", "member", "relation", N_("a second head"), is_anybody, two_heads },
  { "Q05", "household", "head_name", N_("another name than that of the member who is the head"),
    NULL, other_head_name },
  { "Q05", "household", "head_idno", N_("the ID number of another member"), NULL, other_head_number },
  { "Q14", "household", "phone", N_("last digit left out"), NULL, short_phone },
  { "Q14", "household", "phone", N_("the same number in four households of the village"), NULL, shared_phone },
  { "Q28", "household", "cause_main", N_("illness, but nobody is ill"), NULL, illness_of_nobody },
  { "Q28", "household", "cause_main", N_("disability, but nobody is disabled"), NULL, disability_of_nobody },
  { "Q29", "household", "cause_main", N_("lack of labour, but two can work"), NULL, labour_enough },
  { "Q30", "household", "cause_other", N_("repeats the main cause"), NULL, cause_twice },
  { "Q30", "household", "cause_other", N_("three further causes"), NULL, three_causes },
  { "Q31", "household", "poverty_attr", N_("allowance household, but nobody receives it"),
    NULL, allowance_without_money },
  { "Q31", "household", "poverty_attr", N_("receives the allowance, but is no allowance household"),
    NULL, money_without_allowance },
  { "Q32", "household", "poverty_attr", N_("support household, but nobody receives support"),
    NULL, support_without_money },
  { "Q40", "household_year", "house_grade", N_("exited from poverty, but in a dangerous house"),
    NULL, exited_in_danger },
  { "Q50", "household", "exit_year", N_("exited, but no year"), NULL, exited_without_year },
  { "Q50", "household", "exit_year", N_("exited before it was identified"), NULL, exited_before_identified },
  { "Q51", "household", "plan_exit_year", N_("planned to exit this year, but marked for the next"),
    NULL, planned_for_later },
  { "Q67", "household", "lon", N_("no position"), NULL, no_position },
  { "Q67", "household", "lon", N_("position outside the county"), NULL, position_far_away },
  { "Q67", "household", "lon", N_("six households of the village at exactly one spot"), NULL, same_spot },
  { NULL }
};
