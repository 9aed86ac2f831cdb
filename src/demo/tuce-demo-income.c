/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income and land; house, water and road. */
#include "tuce-demo-world.h"

#include <string.h>

#define YUAN 100 /* fen */
#define PENSION_AGE 60

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

/* Gives a random sum from @from to @to yuan in whole tens, in fen. */
static gint64
tens (TuceDemoWorld *world, int from, int to)
{
  return (gint64) (between (world, from, to) / 10) * 10 * YUAN;
}

void
tuce_demo_add_up (TuceDemoYear *year, int size)
{
  year->transfer = year->famplan + year->dibao + year->wubao + year->pension + year->eco + year->other;
  year->total = year->wage + year->gross + year->property + year->transfer;
  year->net = year->total - year->cost;
  /* Rounded half up, which this formula only does for sums that are not negative. */
  year->net_pc = size > 0 ? (2 * year->net + size) / (2 * size) : 0;
}

static void
set_land (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;

  year->arable = between (world, 4, 13) * household->size;
  year->irrigated = year->arable * between (world, 30, 75) / 100;
  year->forest = chance (world, 0.6) ? between (world, 5, 60) : 0;
  year->conversion = chance (world, 0.18) ? between (world, 5, 10) : 0;
  year->orchard = chance (world, 0.2) ? between (world, 3, 40) : 0;
  year->water = chance (world, 0.06) ? between (world, 3, 30) : 0;
  year->coop_member = chance (world, 0.34);
}

static gboolean
can_farm (const TuceDemoPerson *person)
{
  return tuce_demo_is_labourer (person) || (person->labor[1] == '5' && person->age <= 72);
}

static void
earn (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;

  for (guint i = 0; i < household->n_people; i++)
    {
      TuceDemoPerson *person = &household->people[i];

      /* Wages after rent and food away from home. */
      if (person->work_months)
        year->wage += person->work_months * tens (world, 700, 1900);
      if (person->age >= PENSION_AGE && person->pension_ins)
        year->pension += 12 * tens (world, 90, 119);
      if (person->dibao)
        year->dibao += 12 * tens (world, 90, 240);
      if (person->wubao)
        year->wubao += 12 * tens (world, 450, 560);
    }
  if (tuce_demo_count (household, can_farm))
    year->gross = tens (world, 600, 6000) + year->arable * tens (world, 40, 110)
                  + (chance (world, 0.4) ? tens (world, 1500, 9000) : 0);
  else if (chance (world, 0.5))
    year->gross = tens (world, 300, 1500);
  year->cost = year->gross * between (world, 25, 45) / 100 / YUAN * YUAN;
  if (chance (world, 0.15))
    year->property = tens (world, 60, 1500);
  if (household->one_child && household->people[0].age >= PENSION_AGE)
    year->famplan = 960 * YUAN;
  year->eco = year->conversion * 1250; /* 125 yuan a mu */
  year->other = year->arable * between (world, 90, 110) * YUAN / 10;
}

/* Raises the income to @target fen a head, by the kinds of income that such a household would have. */
static void
lift (TuceDemoHousehold *household, gint64 target)
{
  TuceDemoYear *year = &household->year;
  gint64 missing;

  tuce_demo_add_up (year, household->size);
  missing = (target * household->size - year->net + YUAN - 1) / YUAN * YUAN;
  if (missing <= 0)
    return;
  if (year->wage > 0)
    year->wage += missing;
  else if (tuce_demo_count (household, can_farm))
    {
      year->gross += missing + missing / 2 / YUAN * YUAN;
      year->cost += missing / 2 / YUAN * YUAN;
    }
  else
    year->other += missing; /* what children who live elsewhere pay */
  tuce_demo_add_up (year, household->size);
}

/* Lowers the wages to @wage: one person keeps work, the others stay at home. */
static void
cut_work (TuceDemoHousehold *household, gint64 wage)
{
  gboolean kept = FALSE;

  for (guint i = 0; i < household->n_people; i++)
    {
      TuceDemoPerson *person = &household->people[i];

      if (!person->work_months)
        continue;
      if (!kept)
        person->work_months = (int) CLAMP (wage / (1000 * YUAN), 1, person->work_months);
      else
        person->work_months = 0, person->work_place = "99";
      kept = TRUE;
    }
}

void
tuce_demo_press (TuceDemoHousehold *household, gint64 target)
{
  TuceDemoYear *year = &household->year;
  gint64 left;

  tuce_demo_add_up (year, household->size);
  if (year->net <= target * household->size)
    return;
  year->property = 0;
  year->famplan = 0;
  year->other = MIN (year->other, 100 * YUAN);
  left = target * household->size - year->pension - year->eco - year->other - year->wubao;
  left = MAX (left, 0);
  if (year->dibao)
    {
      gint64 least = 240 * YUAN;

      year->dibao = MIN (year->dibao, MAX (left / 2 / YUAN * YUAN, least));
      left = MAX (left - year->dibao, 0);
    }
  if (year->wage)
    {
      year->wage = MAX (left * 7 / 10 / YUAN * YUAN, 100 * YUAN);
      cut_work (household, year->wage);
      left = MAX (left - year->wage, 0);
    }
  if (year->gross - year->cost > left)
    {
      year->gross = left * 3 / 2 / YUAN * YUAN;
      year->cost = MAX (year->gross - left, 0);
    }
  tuce_demo_add_up (year, household->size);
}

void
tuce_demo_make_income (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  char status = household->status[0];
  gboolean above = tuce_demo_is_exited (household) || (status == '2' && chance (world, 0.9));
  double spread = g_rand_double (world->random);
  double line = (double) world->income_line;

  set_land (world, household);
  earn (world, household);
  if (above)
    lift (household, (gint64) (line * (1.08 + 0.9 * spread * spread)));
  else
    tuce_demo_press (household, (gint64) (line * (0.66 + 0.31 * spread)));
}

static void
set_house (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;
  gboolean settled = tuce_demo_is_exited (household) || (household->status[0] == '2' && chance (world, 0.9));

  if (household->relocated && tuce_demo_is_settled (household))
    {
      year->house_m2 = household->move.house_m2;
      year->house_struct = chance (world, 0.8) ? "2" : "1";
      year->house_grade = "A";
    }
  else
    {
      /* a household that has not moved yet lives in the old house */
      year->house_m2 = household->relocated ? household->move.old_house_m2
                                            : 2500 + household->size * (gint64) between (world, 1600, 3800);
      year->house_struct = tuce_demo_draw_share (world->tables, "house_struct", world->random);
      do
        year->house_grade = tuce_demo_draw_share (world->tables, "house_grade", world->random);
      while (settled && year->house_grade[0] > 'B');
    }
  year->dangerous = year->house_grade[0] > 'B';
  year->danger_grade = year->dangerous ? year->house_grade : NULL;
}

/* Draws whether something is met: of exited households nearly everything was checked and is met; of the others as shares.csv
 * says. */
static int
judge (TuceDemoWorld *world, gboolean exited, const char *what)
{
  const char *found;

  if (exited)
    return g_str_equal (tuce_demo_draw_share (world->tables, "exited_checked", world->random), "yes") ? 1
                                                                                                 : TUCE_DEMO_UNKNOWN;
  found = tuce_demo_draw_share (world->tables, what, world->random);
  return *found ? *found - '0' : TUCE_DEMO_UNKNOWN;
}

static gboolean
is_ill (const TuceDemoPerson *person)
{
  return person->chronic || person->serious;
}

static void
set_condition (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;
  gboolean exited = tuce_demo_is_exited (household);

  year->food_ok = judge (world, exited, "food_ok");
  year->clothes_ok = judge (world, exited, "clothes_ok");
  year->illness_aided
      = tuce_demo_count (household, is_ill) ? judge (world, exited, "illness_aided") : TUCE_DEMO_UNKNOWN;
  year->house_accepted = year->dangerous ? judge (world, exited, "house_accepted") : TUCE_DEMO_UNKNOWN;
}

/* Sets the four indicators of T/CHES 18-2018 where they were measured, so that they agree with whether the water is safe. */
static void
set_water (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;
  gboolean piped = year->water_src[0] == '1';
  const char *lacking;

  if (!*tuce_demo_draw_share (world->tables, "water_indicators", world->random))
    return;
  year->water_quality = tuce_demo_draw_share (world->tables, "water_quality_safe", world->random);
  year->water_litres = between (world, 38, 80);
  year->water_minutes = piped ? 0 : between (world, 2, 18);
  year->water_metres = piped ? 0 : between (world, 20, 600);
  year->water_rise = piped ? 0 : between (world, 0, 40);
  year->water_short_days = between (world, 0, 30);
  if (year->water_safe && !year->water_hard)
    return;
  lacking = tuce_demo_draw_share (world->tables, "water_shortcoming", world->random);
  if (g_str_equal (lacking, "quality"))
    year->water_quality = "unqualified";
  else if (g_str_equal (lacking, "litres"))
    year->water_litres = between (world, 12, 30);
  else
    year->water_short_days = between (world, 45, 120);
}

void
tuce_demo_make_living (TuceDemoWorld *world, TuceDemoHousehold *household)
{
  TuceDemoYear *year = &household->year;
  gboolean exited = tuce_demo_is_exited (household);

  set_house (world, household);
  do
    year->water_src = tuce_demo_draw_share (world->tables, "water_src", world->random);
  while ((exited || household->relocated) && year->water_src[0] > '2');
  year->water_safe = year->water_src[0] <= '2';
  year->water_hard = !year->water_safe && chance (world, 0.6);
  year->life_power = exited || chance (world, 0.995);
  year->prod_power = chance (world, 0.9);
  year->tv = exited || chance (world, 0.97);
  year->toilet = household->relocated || chance (world, exited ? 0.72 : 0.5);
  year->entry_road = tuce_demo_draw_share (world->tables, "entry_road", world->random);
  year->road_100m = between (world, 0, 12) * between (world, 0, 3) / 2;
  year->fuel = tuce_demo_draw_share (world->tables, "fuel", world->random);
  set_water (world, household);
  set_condition (world, household);
}
