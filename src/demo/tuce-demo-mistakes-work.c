/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in help, visits, exit procedure and lists of other offices, and in what villages report. */
#include <glib/gi18n-lib.h>

#include "tuce-demo-kinds.h"

/* How many households one helper gets, so that the rule Q68H finds it. */
#define OF_ONE_HELPER 7
/* How many visits find nobody at home, so that the rule Q47 finds it. */
#define IN_VAIN 3

static gboolean
list_person (TuceDemoHousehold *household, TuceDemoPerson *person, const char *list)
{
  household->listed = list;
  household->listed_person = (guint) (person - household->people);
  return TRUE;
}

static gboolean
owns_vehicle (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "vehicle");
}

static gboolean
owns_property (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "property");
}

static gboolean
on_payroll (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "payroll");
}

static gboolean
has_business (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "business");
}

static gboolean
is_dead (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "death");
}

static gboolean
child_not_recorded (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return list_person (household, person, "police");
}

static gboolean
is_grown (const TuceDemoPerson *person)
{
  return person->age >= 22 && person->age <= 59;
}

static gboolean
is_old (const TuceDemoPerson *person)
{
  return person->age >= 70;
}

static gboolean
is_grown_daughter (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_CHILD && !person->male && person->age >= 20;
}

static gboolean
died (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->gone = "C1";
  return TRUE;
}

static gboolean
married_out (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  person->gone = "C2";
  return TRUE;
}

static gboolean
never_at_home (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->n_visits == 0)
    return FALSE;
  for (guint i = 0; i < IN_VAIN; i++)
    {
      if (i >= household->n_visits)
        household->visits[i].days_ago = household->visits[i - 1].days_ago + 25;
      household->visits[i].at_home = FALSE;
    }
  household->n_visits = IN_VAIN;
  return TRUE;
}

static gboolean
never_registered (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->status[0] != '0' || household->year.net > spot->world->income_line * household->size
      || household->year.dibao || household->year.wubao || household->relocated)
    return FALSE;
  household->status = "GENERAL";
  household->attr = household->ident_standard = household->first_ident = household->cause_main = NULL;
  household->cause_other[0] = '\0';
  household->plan_exit_year = 0;
  household->measured = 0;
  return TRUE;
}

static gboolean
has_exited_now (const TuceDemoSpot *spot, const TuceDemoHousehold *household)
{
  return tuce_demo_is_exited (household) && household->exit_year == spot->world->year;
}

static gboolean
step_missing (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!has_exited_now (spot, household) || household->n_steps < 3)
    return FALSE;
  household->steps[2].done = 0;
  return TRUE;
}

static gboolean
steps_crossed (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoStep kept = household->steps[0];

  if (!has_exited_now (spot, household) || household->n_steps < 2)
    return FALSE;
  household->steps[0] = household->steps[1];
  household->steps[1] = kept;
  return TRUE;
}

static gboolean
notice_too_short (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoStep *notice = &household->steps[MAX (spot->world->notice_step, 0)];

  if (spot->world->notice_step < 0 || (int) household->n_steps <= spot->world->notice_step || notice->ended == 0)
    return FALSE;
  notice->ended = notice->done - spot->world->notice_days / 2;
  return TRUE;
}

static gboolean
is_helped (const TuceDemoHousehold *household)
{
  return household->status[0] != '4' && household->helper_id != 0 && household->n_visits != 0;
}

static gboolean
no_helper (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!is_helped (household))
    return FALSE;
  household->helper_id = 0;
  return TRUE;
}

static gboolean
not_visited (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!is_helped (household) || household->visits[0].days_ago > spot->world->visit_days)
    return FALSE;
  for (guint i = 0; i < household->n_visits; i++)
    household->visits[i].days_ago += 2 * spot->world->visit_days;
  return TRUE;
}

static gboolean
too_many_helped (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!is_helped (household) || !tuce_demo_take_following (spot, OF_ONE_HELPER))
    return FALSE;
  for (guint i = 1; i < OF_ONE_HELPER; i++)
    {
      household[i].helper_id = household->helper_id;
      g_strlcpy (household[i].helper, household->helper, sizeof household->helper);
    }
  return TRUE;
}

static gboolean
no_measure (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if ((household->status[0] != '0' && household->status[0] != '2') || household->measured == 0)
    return FALSE;
  household->measured = 0;
  return TRUE;
}

static gboolean
stale_sheet (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (household->printing != TUCE_DEMO_PRINTED)
    return FALSE;
  household->printing = TUCE_DEMO_PRINTED_BEFORE;
  return TRUE;
}

const TuceDemoKind tuce_demo_work_kinds[] = {
  { "Q42", "household", "status", N_("not registered, although below the line"), NULL, never_registered },
  { "Q43", "member", "idno", N_("on the list of vehicles"), is_grown, owns_vehicle },
  { "Q44", "member", "idno", N_("on the list of real estate"), is_grown, owns_property },
  { "Q45", "member", "idno", N_("on the public payroll"), is_grown, on_payroll },
  { "Q46", "member", "idno", N_("on the list of businesses"), is_grown, has_business },
  { "Q47", "household", "head_name", N_("three visits, and nobody was at home"), NULL, never_at_home },
  { "Q48", "member", "alive", N_("on the list of deaths, but recorded as present"), is_old, is_dead },
  { "Q49", "member", "alive", N_("died, but recorded as present"), is_old, died },
  { "Q49", "member", "alive", N_("married out, but recorded as present"), is_grown_daughter, married_out },
  { "Q49H", "household", "size", N_("the police register has a child that is not recorded"),
    NULL, child_not_recorded },
  { "Q52", "household", "status", N_("a step of the exit is missing"), NULL, step_missing },
  { "Q52", "household", "status", N_("two steps of the exit in the wrong order"), NULL, steps_crossed },
  { "Q53", "household", "status", N_("the village notice was taken down too early"), NULL, notice_too_short },
  { "Q68", "household", "helper_name", N_("nobody helps"), NULL, no_helper },
  { "Q68", "household", "helper_name", N_("not visited for months"), NULL, not_visited },
  { "Q68H", "helper", "name", N_("helps seven households and more"), NULL, too_many_helped },
  { "Q69", "household", "status", N_("something is unmet, and no measure recorded"), NULL, no_measure },
  { "Q70", "household", "head_name", N_("changed after its acceptance sheet was printed"), NULL, stale_sheet },
  { NULL }
};

static gboolean
more_poor_people (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  report->poor_people += 4;
  tuce_demo_incidence (report, village->rural_people);
  return TRUE;
}

static gboolean
other_incidence (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  report->incidence += 5;
  return TRUE;
}

static gboolean
no_population (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  /* Only where the village has left the list, because then it certainly has a collective income. */
  report->no_population = village->exit_year != 0;
  return report->no_population;
}

static gboolean
no_doctor (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  report->no_doctor = TRUE;
  return TRUE;
}

static gboolean
no_width (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  report->no_width = TRUE;
  return TRUE;
}

/* The village has left the list with 4 % of its people poor. */
static gboolean
left_too_early (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report)
{
  if (!village->poor || village->exit_year || report->poor_people == 0)
    return FALSE;
  village->exit_year = world->year;
  village->rural_people = MIN (village->rural_people, report->poor_people * 25);
  tuce_demo_incidence (report, village->rural_people);
  return TRUE;
}

const TuceDemoVillageKind tuce_demo_village_kinds[] = {
  { "Q63", "village_year", "poor_people", N_("reports four poor people more than its households have"),
    more_poor_people },
  { "Q63", "village_year", "incidence", N_("reports an incidence half a percent too high"), other_incidence },
  { "Q65", "village_year", "population", N_("collective income, but no population"), no_population },
  { "Q65", "village_year", "clinic_doctor", N_("a clinic, but no doctor"), no_doctor },
  { "Q65", "village_year", "road_width_m", N_("a hardened road without width"), no_width },
  { "Q66", "village_year", "village.exit_year", N_("left the list with an incidence above the cap"), left_too_early },
  { NULL }
};
