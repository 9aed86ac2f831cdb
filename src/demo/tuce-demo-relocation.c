/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a household moves: its dates, house and money, so that they agree with its site and the red lines. */
#include "tuce-demo-sites.h"

#include <math.h>

#define YUAN 100
/* Within how many degrees of the middle of a site its houses are: about 90 m. */
#define SITE_RADIUS 0.0009

static int
between (TuceDemoWorld *world, int from, int to)
{
  return tuce_demo_between (world, from, to);
}

static gboolean
chance (TuceDemoWorld *world, double share)
{
  return tuce_demo_chance (world->random, share);
}

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

/* Gives a day (days before the demo's) from @from to @to days after @before; 0 where that is still to come, or @before is 0. */
static int
after (TuceDemoWorld *world, int before, int from, int to)
{
  int days_ago = before ? before - between (world, from, to) : 0;

  return MAX (0, days_ago);
}

/* Sets the building dates of a household at a site: the houses of a site are built together. */
static void
build_at_site (TuceDemoWorld *world, TuceDemoMove *move, const int *days)
{
  if (!days[TUCE_DEMO_STARTED])
    {
      move->approved = between (world, 1, days[TUCE_DEMO_SITED]);
      if (days[TUCE_DEMO_LAND] && chance (world, 0.5))
        move->contracted = between (world, 1, move->approved);
      return;
    }
  move->approved = between (world, days[TUCE_DEMO_TENDERED], days[TUCE_DEMO_SITED]);
  move->contracted = between (world, days[TUCE_DEMO_STARTED], MIN (move->approved, days[TUCE_DEMO_STARTED] + 30));
  move->started = days[TUCE_DEMO_STARTED];
  move->topped = days[TUCE_DEMO_TOPPED];
  move->completed = days[TUCE_DEMO_INFRA];
  move->accepted = days[TUCE_DEMO_ACCEPTED];
  move->keys = after (world, days[TUCE_DEMO_ALLOTTED], 0, 12);
  move->moved_in = after (world, move->keys, 3, 45);
}

/* Sets the dates of a household that builds by itself, or buys a flat, for which there are no building dates. */
static void
build_alone (TuceDemoWorld *world, TuceDemoMove *move, gboolean bought)
{
  static const struct
  {
    int from, to;
  } approvals[] = { { 640, 840 }, { 270, 480 }, { 15, 175 } };
  guint year = (guint) (move->year - 2016);

  move->approved = between (world, approvals[year].from, approvals[year].to);
  move->contracted = after (world, move->approved, 8, 40);
  if (bought)
    move->accepted = after (world, move->contracted, 20, 60);
  else
    {
      move->started = after (world, move->contracted, 3, 25);
      move->topped = after (world, move->started, 50, 110);
      move->completed = after (world, move->topped, 15, 50);
      move->accepted = after (world, move->completed, 5, 30);
    }
  move->keys = after (world, move->accepted, 1, 10);
  move->moved_in = after (world, move->keys, 3, 40);
}

/* Sets what happens after moving in. It is done in time: no household keeps its old house longer than is allowed. */
static void
follow_up (TuceDemoWorld *world, TuceDemoMove *move)
{
  move->old_house_due = chance (world, 0.92);
  move->old_house_m2 = (gint64) between (world, 4200, 12800);
  if (move->old_house_due)
    {
      move->demolished = after (world, move->moved_in, 6, MAX (7, world->limits.demolish_days - 5));
      move->reclaimed = after (world, move->demolished, 12, 80);
      move->reclaimed_m2 = move->reclaimed ? move->old_house_m2 * between (world, 110, 190) / 100 : 0;
    }
  move->followed = after (world, move->moved_in, 20, 240);
}

int
tuce_demo_payable (const TuceDemoLimits *limits, const TuceDemoMove *move)
{
  gboolean bought = g_strcmp0 (move->scatter, "3") == 0;

  if (move->moved_in)
    return limits->share_moved_in;
  if (move->accepted || move->keys)
    return limits->share_accepted;
  if (move->topped || move->completed)
    return limits->share_topped;
  return move->started || (bought && move->contracted) ? limits->share_started : 0;
}

/* Sets the money. Most households have been paid what may be paid at their stage; some get it later. */
static void
set_money (TuceDemoWorld *world, TuceDemoMove *move)
{
  const TuceDemoLimits *limits = &world->limits;
  gboolean bought = g_strcmp0 (move->scatter, "3") == 0;
  gint64 raise = MIN (move->people * limits->raise_person, limits->raise_household);
  int payable = tuce_demo_payable (limits, move);
  int begun = bought ? move->contracted : move->started;

  move->approved_total = move->people * (bought ? limits->subsidy_urban : limits->subsidy_rural);
  if (begun > 4 && payable)
    {
      gint64 most = move->approved_total * payable / 100;

      move->paid_total = chance (world, 0.85) ? most : most * between (world, 50, 95) / 100 / YUAN * YUAN;
      move->paid_on = begun - between (world, 2, MIN (begun - 1, 12));
    }
  if (!chance (world, 0.25))
    move->self_raised = raise * between (world, 20, 100) / 100 / (100 * YUAN) * (100 * YUAN);
}

static void
set_house (TuceDemoWorld *world, TuceDemoMove *move)
{
  const TuceDemoLimits *limits = &world->limits;
  gint64 most = MIN (move->people * limits->area_person, limits->area_household);

  /* the house is measured once it is built, and is never larger than allowed */
  if (!move->topped && !move->accepted)
    return;
  move->house_m2 = most * between (world, 900, 998) / 1000;
  if (g_strcmp0 (move->scatter, "3") != 0 && chance (world, 0.6))
    move->annex_m2 = limits->annex * between (world, 20, 98) / 100;
}

static void
set_place (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoVillage *village)
{
  TuceDemoMove *move = &household->move;
  const TuceDivision *division = village->division;

  household->resettle_type = move->site ? "1" : "2";
  if (move->site)
    {
      double angle = g_rand_double (world->random) * 2 * G_PI;
      double radius = sqrt (g_rand_double (world->random)) * SITE_RADIUS;
      gboolean in_town = g_str_equal (move->site->type, "3");

      move->position = (TucePosition) { move->site->position.lon + radius * cos (angle),
                                        move->site->position.lat + radius * sin (angle) };
      household->resettle_place = move->site->village == village ? "3" : in_town ? "2" : "4";
      g_strlcpy (move->address, move->site->name, sizeof move->address);
      return;
    }
  if (g_str_equal (move->scatter, "3"))
    household->resettle_place = chance (world, 0.55) ? "1" : "2";
  else if (g_str_equal (move->scatter, "2"))
    household->resettle_place = chance (world, 0.9) ? "4" : "5";
  else
    household->resettle_place = chance (world, 0.85) ? "3" : "4";
  if (!g_str_equal (household->resettle_place, "3"))
    return;
  move->position = tuce_demo_position (world, village->cell, village->seat, village->seat);
  g_snprintf (move->address, sizeof move->address, "%s%d组", division->short_name,
              between (world, 1, village->groups));
}

void
tuce_demo_make_move (TuceDemoWorld *world, TuceDemoHousehold *household, const TuceDemoVillage *village,
                     const TuceDemoSite *site)
{
  TuceDemoMove *move = &household->move;

  household->relocated = TRUE;
  household->move_mode = draw (world, "move_mode");
  move->id = world->next_id++;
  move->site = site;
  move->people = household->size;
  move->reason = draw (world, "relocate_reason");
  if (site)
    {
      move->year = site->year;
      build_at_site (world, move, site->days);
    }
  else
    {
      move->scatter = draw (world, "scatter_type");
      move->year = village->exit_year ? 2016 : (int) g_ascii_strtoll (draw (world, "scatter_year"), NULL, 10);
      build_alone (world, move, g_str_equal (move->scatter, "3"));
    }
  follow_up (world, move);
  set_house (world, move);
  set_money (world, move);
  set_place (world, household, village);
}

gboolean
tuce_demo_is_settled (const TuceDemoHousehold *household)
{
  return household->move.site ? household->move.keys > 0 : household->move.moved_in > 0;
}

int
tuce_demo_group (TuceDemoWorld *world, const TuceDemoHousehold *household, const TuceDemoVillage *village)
{
  if (household->relocated && g_str_equal (household->move_mode, "2"))
    return village->groups;
  return between (world, 1, village->groups - 1);
}
