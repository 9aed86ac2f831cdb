/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in what is written of a household as a whole. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many households at one spot, or with one phone, as no rule lets pass (Q14, Q67). */
#define AT_ONE_SPOT 6
#define WITH_ONE_PHONE 4

static gboolean
note_household (TuceDemoNote *note, const TuceDemoHousehold *household, const char *field, const char *what)
{
  return tuce_demo_note (note, "household", household->id, field, what);
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

/* Another number of people; refused where that would turn the income round. */
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
one_too_many (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  return miscount (spot, household, 1) && note_household (note, household, "size", _("one more than there are people"));
}

static gboolean
one_too_few (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  return miscount (spot, household, -1)
         && note_household (note, household, "size", _("one fewer than there are people"));
}

static gboolean
no_head (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  household->people[0].relation = "99";
  return tuce_demo_note (note, "member", household->people[0].id, "relation", _("nobody is the head"));
}

static gboolean
two_heads (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->n_people < 2)
    return FALSE;
  household->people[1].relation = "01";
  return tuce_demo_note (note, "member", household->people[1].id, "relation", _("a second head"));
}

static gboolean
other_head_name (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  g_strlcat (household->head_name, "一", sizeof household->head_name);
  return note_household (note, household, "head_name", _("another name than that of the member who is the head"));
}

static gboolean
other_head_number (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->n_people < 2)
    return FALSE;
  g_strlcpy (household->head_idno, household->people[1].idno, sizeof household->head_idno);
  return note_household (note, household, "head_idno", _("the ID number of another member"));
}

static gboolean
short_phone (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  household->phone[10] = '\0';
  return note_household (note, household, "phone", _("last digit left out"));
}

/* The @n households from @spot on, if none of them holds a mistake yet. */
static gboolean
take_following (const TuceDemoSpot *spot, guint n)
{
  if (spot->at + n > spot->n)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (spot->households[spot->at + i].spoilt)
      return FALSE;
  for (guint i = 1; i < n; i++)
    spot->households[spot->at + i].spoilt = TRUE;
  return TRUE;
}

static gboolean
shared_phone (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!take_following (spot, WITH_ONE_PHONE))
    return FALSE;
  for (guint i = 1; i < WITH_ONE_PHONE; i++)
    g_strlcpy (household[i].phone, household->phone, sizeof household->phone);
  return note_household (note, household, "phone", _("the same number in four households of the village"));
}

static gboolean
same_spot (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!take_following (spot, AT_ONE_SPOT))
    return FALSE;
  for (guint i = 1; i < AT_ONE_SPOT; i++)
    household[i].position = household->position;
  return note_household (note, household, "lon", _("six households of the village at exactly one spot"));
}

static gboolean
no_position (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  household->placed = FALSE;
  return note_household (note, household, "lon", _("no position"));
}

static gboolean
position_far_away (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  household->position.lon -= 3;
  return note_household (note, household, "lon", _("position outside the county"));
}

static gboolean
position_elsewhere (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  /* A cell is some 6 km wide: 0.2 degrees lead out of the township, mostly not out of the county. */
  household->position.lat += spot->village->seat.lat > 31 ? -0.2 : 0.2;
  return note_household (note, household, "lat", _("position in another township"));
}

static gboolean
illness_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (tuce_demo_count (household, is_ill) || strstr (household->cause_other, "01"))
    return FALSE;
  household->cause_main = "01";
  return note_household (note, household, "cause_main", _("illness, but nobody is ill"));
}

static gboolean
disability_of_nobody (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (tuce_demo_count (household, is_disabled) || strstr (household->cause_other, "02"))
    return FALSE;
  household->cause_main = "02";
  return note_household (note, household, "cause_main", _("disability, but nobody is disabled"));
}

static gboolean
labour_enough (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (tuce_demo_count (household, tuce_demo_is_labourer) < 2)
    return FALSE;
  household->cause_main = "08";
  return note_household (note, household, "cause_main", _("lack of labour, but two can work"));
}

static gboolean
cause_twice (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  g_strlcpy (household->cause_other, household->cause_main, sizeof household->cause_other);
  return note_household (note, household, "cause_other", _("repeats the main cause"));
}

static gboolean
three_causes (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->cause_main[0] != '0')
    return FALSE;
  g_strlcpy (household->cause_other, "10,11,99", sizeof household->cause_other);
  return note_household (note, household, "cause_other", _("three further causes"));
}

static gboolean
allowance_without_money (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->attr[1] != '5' && household->attr[1] != '1')
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "02" : "04";
  return note_household (note, household, "poverty_attr", _("allowance household, but nobody receives it"));
}

static gboolean
money_without_allowance (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->year.dibao == 0)
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "05" : "01";
  return note_household (note, household, "poverty_attr", _("receives the allowance, but is no allowance household"));
}

static gboolean
support_without_money (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->attr[1] != '5' && household->attr[1] != '1')
    return FALSE;
  household->attr = tuce_demo_is_exited (household) ? "03" : "06";
  return note_household (note, household, "poverty_attr", _("support household, but nobody receives support"));
}

static gboolean
exited_in_danger (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!tuce_demo_is_exited (household) || household->relocated)
    return FALSE;
  household->year.house_grade = household->year.danger_grade = "D";
  household->year.dangerous = TRUE;
  return tuce_demo_note (note, "household_year", household->year.id, "house_grade",
                         _("exited from poverty, but in a dangerous house"));
}

static gboolean
exited_without_year (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!tuce_demo_is_exited (household))
    return FALSE;
  household->exit_year = 0;
  return note_household (note, household, "exit_year", _("exited, but no year"));
}

static gboolean
exited_before_identified (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (!tuce_demo_is_exited (household) || household->exit_year > 2015)
    return FALSE;
  household->first_ident = "2016-12-31";
  return note_household (note, household, "exit_year", _("exited before it was identified"));
}

static gboolean
planned_for_later (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note)
{
  if (household->status[0] != '2')
    return FALSE;
  household->plan_exit_year = spot->world->year + 1;
  return note_household (note, household, "plan_exit_year", _("planned to exit this year, but marked for the next"));
}

const TuceDemoKind tuce_demo_household_kinds[] = {
  { "Q02", one_too_many },        { "Q02", one_too_few },
  { "Q04", no_head },             { "Q04", two_heads },
  { "Q05", other_head_name },     { "Q05", other_head_number },
  { "Q14", short_phone },         { "Q14", shared_phone },
  { "Q28", illness_of_nobody },   { "Q28", disability_of_nobody },
  { "Q29", labour_enough },       { "Q30", cause_twice },
  { "Q30", three_causes },        { "Q31", allowance_without_money },
  { "Q31", money_without_allowance }, { "Q32", support_without_money },
  { "Q40", exited_in_danger },    { "Q50", exited_without_year },
  { "Q50", exited_before_identified }, { "Q51", planned_for_later },
  { "Q67", no_position },         { "Q67", position_far_away },
  { "Q67", position_elsewhere },  { "Q67", same_spot },
  { NULL, NULL }
};
