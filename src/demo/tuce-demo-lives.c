/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Health, schooling, work, and what the register says of a household. */
#include "tuce-demo-world.h"

#include <string.h>

/* Ages at which rules begin or stop to apply (Q17–Q22 and Q35 in data/standards/). */
#define SCHOOL_AGE 6
#define WORKING_AGE 16
#define PENSION_AGE 60
#define LAST_WORKING_AGE 60

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

static gboolean
chance (TuceDemoWorld *world, double share)
{
  return tuce_demo_chance (world->random, share);
}

static int
between (TuceDemoWorld *world, int from, int to)
{
  return g_rand_int_range (world->random, from, MAX (from, to) + 1);
}

gboolean
tuce_demo_is_exited (const TuceDemoHousehold *household)
{
  return household->status[0] == '1' || household->status[0] == '4';
}

gboolean
tuce_demo_is_pupil (const TuceDemoPerson *person)
{
  return strcmp (person->school, "03") >= 0;
}

gboolean
tuce_demo_is_labourer (const TuceDemoPerson *person)
{
  return person->labor[1] == '1' || person->labor[1] == '2';
}

gboolean
tuce_demo_is_healthy (const TuceDemoPerson *person)
{
  return !person->chronic && !person->serious && !person->disabled;
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

static gboolean
has_allowance (const TuceDemoPerson *person)
{
  return person->dibao;
}

guint
tuce_demo_count (const TuceDemoHousehold *household, gboolean (*is) (const TuceDemoPerson *person))
{
  guint n = 0;

  for (guint i = 0; i < household->n_people; i++)
    n += is (&household->people[i]) ? 1 : 0;
  return n;
}

static void
set_health (TuceDemoWorld *world, TuceDemoPerson *person)
{
  gboolean grown = person->age >= WORKING_AGE;

  person->chronic = chance (world, person->age >= PENSION_AGE ? 0.36 : grown ? 0.13 : 0.01);
  person->serious = chance (world, person->age >= PENSION_AGE ? 0.05 : grown ? 0.035 : 0.004);
  person->disabled = chance (world, person->age >= PENSION_AGE ? 0.10 : grown ? 0.07 : 0.012);
  if (person->serious)
    person->disease = draw (world, "serious");
  else if (person->chronic)
    person->disease = draw (world, "chronic");
  if (person->disabled)
    {
      memcpy (person->disab_no, person->idno, 18);
      person->disab_no[18] = (char) ('0' + between (world, 1, 7));
      person->disab_no[19] = (char) ('0' + between (world, 1, 4));
    }
}

void
tuce_demo_school (TuceDemoWorld *world, TuceDemoPerson *person)
{
  static const char *const junior[] = { "04", "05", "06" };
  int age = person->age;

  person->school = "01";
  if (age < SCHOOL_AGE)
    person->education = "06";
  else if (age < 12)
    person->education = "02", person->school = "03";
  else if (age < 15)
    person->education = "03", person->school = junior[age - 12];
  else if (age <= 21)
    {
      person->school = draw (world, age == 15 ? "school_15" : age == 16 ? "school_16" : age == 17 ? "school_17"
                                                                                        : "school_18");
      /* 07–12 are senior middle and vocational schools, 13 and above are colleges. */
      person->education = tuce_demo_is_pupil (person) ? (strcmp (person->school, "13") < 0 ? "04" : "05")
                          : age < 18 ? "03" : draw (world, "education_18");
    }
  else
    person->education = draw (world, age >= 60 ? "education_60" : age >= 40 ? "education_40" : "education_18");
  if (age >= 3 && age < SCHOOL_AGE && chance (world, 0.85))
    person->school = "02";
}

static void
set_labor (TuceDemoWorld *world, TuceDemoPerson *person)
{
  gboolean heavy = person->disabled && person->disab_no[19] <= '2';

  if (person->age < WORKING_AGE)
    person->labor = "04";
  else if (person->age > LAST_WORKING_AGE)
    person->labor = heavy || person->serious ? "03" : person->age <= 70 && chance (world, 0.7) ? "05" : "04";
  else if (tuce_demo_is_healthy (person))
    person->labor = person->age >= 18 && chance (world, 0.12) ? "02" : "01";
  else if (heavy || (person->serious && chance (world, 0.6)))
    person->labor = "03";
  else
    person->labor = person->disabled || person->serious || chance (world, 0.5) ? "05" : "01";
}

static void
set_work (TuceDemoWorld *world, TuceDemoPerson *person)
{
  gboolean able = person->labor[1] == '1' || person->labor[1] == '2'
                  || (person->labor[1] == '5' && person->age <= 68);

  person->work_place = "99";
  person->work_months = 0;
  if (!able || tuce_demo_is_pupil (person) || person->soldier)
    return;
  if (!chance (world, person->labor[1] == '5' ? 0.22 : person->age < 46 ? 0.82 : 0.5))
    return;
  person->work_place = person->labor[1] == '5' ? "01" : draw (world, "work_place");
  person->work_months = person->labor[1] == '5' ? between (world, 2, 8) : between (world, 4, 12);
}

static void
set_insurance (TuceDemoWorld *world, TuceDemoPerson *person, gboolean exited)
{
  person->med_ins = exited || chance (world, 0.985);
  if (person->age >= PENSION_AGE)
    person->pension_ins = chance (world, 0.93);
  else
    person->pension_ins = person->age >= WORKING_AGE && !tuce_demo_is_pupil (person) && chance (world, 0.84);
}

static void
set_person (TuceDemoWorld *world, TuceDemoPerson *person)
{
  set_health (world, person);
  tuce_demo_school (world, person);
  person->soldier = person->male && person->age >= 18 && person->age <= 22 && !tuce_demo_is_pupil (person)
                    && tuce_demo_is_healthy (person) && chance (world, 0.03);
  person->party = person->age < 14 || (tuce_demo_is_pupil (person) && person->age < 18) ? "13"
                  : person->age <= 27 && chance (world, 0.3) ? "03" : person->age < 20 ? "13" : draw (world, "party");
  set_labor (world, person);
  set_work (world, person);
}

/* Whether the state may support the household (特困供养): one person alone who is too old to work or has lost the ability to. */
static gboolean
may_be_supported (const TuceDemoHousehold *household)
{
  if (household->n_people > 1)
    return FALSE;
  return household->people[0].age > LAST_WORKING_AGE || household->people[0].labor[1] == '3';
}

/*
 * Sets the state of a household that moves. A household leaves the list only after it has the new house: one that got the house
 * this year is still poor, one that got it earlier may have left in that year or later.
 */
static void
set_mover_status (TuceDemoWorld *world, TuceDemoHousehold *household, gboolean village_exited)
{
  const TuceDemoMove *move = &household->move;
  int settled = move->site ? move->keys : move->moved_in;

  if (settled <= world->days_of_year)
    {
      household->status = draw (world, "status_moving");
      return;
    }
  do
    household->status = draw (world, village_exited ? "status_exited_village" : "status");
  while (household->status[0] == '3' || household->status[0] == '4');
  household->exit_year = settled > world->days_of_year + 365 ? world->year - 2 : world->year - 1;
}

static void
set_status (TuceDemoWorld *world, TuceDemoHousehold *household, gboolean village_exited)
{
  static const char *const since[] = { "2014", "2015", "2016", "2017" };
  int earliest;

  if (household->relocated)
    set_mover_status (world, household, village_exited);
  else
    household->status = draw (world, village_exited ? "status_exited_village" : "status");
  earliest = household->exit_year;
  household->exit_year = 0;
  household->first_ident = draw (world, "first_ident");
  household->ident_standard = draw (world, "ident_standard");
  switch (household->status[0])
    {
    case '1':
    case '4':
      household->exit_year = (int) g_ascii_strtoull (draw (world, "exit_year"), NULL, 10);
      /* The policies have ended for those who left the list first. */
      if (household->status[0] == '4')
        household->exit_year = (int) g_ascii_strtoull (since[between (world, 0, 1)], NULL, 10);
      household->exit_year = MAX (household->exit_year, earliest);
      household->plan_exit_year = household->exit_year;
      break;
    case '3':
      household->exit_year = between (world, 2014, 2015);
      household->return_year = between (world, 2016, 2017);
      household->return_cause = draw (world, "return");
      household->plan_exit_year = world->year + between (world, 0, 1);
      break;
    default:
      household->plan_exit_year = world->year + (household->status[0] == '0' ? 1 : 0);
    }
}

static void
set_support (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  gboolean exited = tuce_demo_is_exited (household);
  gboolean weak = tuce_demo_count (household, tuce_demo_is_labourer) == 0
                  || tuce_demo_count (household, is_disabled) > 0;

  household->attr = exited ? "05" : "01";
  if (may_be_supported (household) && household->status[0] != '0' && household->status[0] != '3'
      && chance (world, 0.3))
    {
      household->people[0].wubao = TRUE;
      household->attr = exited ? "03" : "06";
      return;
    }
  if (!chance (world, (weak ? 0.46 : 0.12) + (exited ? 0 : 0.1)))
    return;
  household->attr = exited ? "02" : "04";
  for (guint i = 0; i < household->n_people; i++)
    household->people[i].dibao = !tuce_demo_is_labourer (&household->people[i]) || chance (world, 0.5);
  if (tuce_demo_count (household, has_allowance) == 0)
    household->people[0].dibao = TRUE;
}

/* Whether the cause of poverty agrees with the people of the household, as the rules Q28 and Q29 want it. */
static gboolean
is_borne_out (const TuceDemoHousehold *household, const char *cause)
{
  if (g_str_equal (cause, "01"))
    return tuce_demo_count (household, is_ill) > 0;
  if (g_str_equal (cause, "02"))
    return tuce_demo_count (household, is_disabled) > 0;
  if (g_str_equal (cause, "03"))
    return tuce_demo_count (household, tuce_demo_is_pupil) > 0;
  if (g_str_equal (cause, "08"))
    return tuce_demo_count (household, tuce_demo_is_labourer) < 2;
  /* Lack of skill or of motivation is no cause where nobody can work. */
  if (g_str_equal (cause, "07") || g_str_equal (cause, "11"))
    return tuce_demo_count (household, tuce_demo_is_labourer) > 0;
  return TRUE;
}

static void
set_causes (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  int others = between (world, 0, 2);
  const char *found[2] = { NULL, NULL };

  do
    household->cause_main = draw (world, "cause");
  while (!is_borne_out (household, household->cause_main));
  for (int i = 0; i < others; i++)
    {
      const char *cause = draw (world, "cause");

      if (is_borne_out (household, cause) && !g_str_equal (cause, household->cause_main)
          && g_strcmp0 (cause, found[0]) != 0)
        found[found[0] ? 1 : 0] = cause;
    }
  if (found[0] && found[1] && strcmp (found[0], found[1]) > 0)
    {
      const char *kept = found[0];

      found[0] = found[1];
      found[1] = kept;
    }
  for (guint i = 0; i < 2 && found[i]; i++)
    {
      if (i)
        g_strlcat (household->cause_other, ",", sizeof household->cause_other);
      g_strlcat (household->cause_other, found[i], sizeof household->cause_other);
    }
}

static gboolean
is_daughter (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_CHILD && !person->male;
}

static gboolean
is_child (const TuceDemoPerson *person)
{
  return person->role == TUCE_DEMO_CHILD || person->role == TUCE_DEMO_HEIR;
}

static void
set_kind_of_family (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  guint children = tuce_demo_count (household, is_child);

  household->one_child = children == 1 && household->n_people <= 4 && chance (world, 0.1);
  household->two_daughters = children == 2 && tuce_demo_count (household, is_daughter) == 2;
  household->mil_family = chance (world, 0.012);
  for (guint i = 0; i < household->n_people; i++)
    household->mil_family |= household->people[i].soldier;
}

static void
set_papers (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  static const char *const networks[] = { "154", "163" };
  /* The factor and 10^8 have no common divisor, so among a hundred million numbers none comes twice. */
  guint64 line = world->n_households * 61803399 % 100000000;

  g_snprintf (household->phone, sizeof household->phone, "%s%08" G_GUINT64_FORMAT, networks[line % 2], line);
  household->bank = draw (world, "bank");
  g_snprintf (household->account, sizeof household->account, "999999%013" G_GUINT64_FORMAT,
              world->n_households * 7919 % G_GUINT64_CONSTANT (10000000000000));
}

void
tuce_demo_make_lives (TuceDemoWorld *world, TuceDemoHousehold *household, gboolean village_exited)
{
  set_status (world, household, village_exited);
  for (guint i = 0; i < household->n_people; i++)
    {
      set_person (world, &household->people[i]);
      set_insurance (world, &household->people[i], tuce_demo_is_exited (household));
    }
  set_support (world, household);
  set_causes (world, household);
  set_kind_of_family (world, household);
  set_papers (world, household);
}
