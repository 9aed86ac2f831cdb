/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planted mistakes in how a household moves, breaches of the red lines among them, and in the record of a site. */
#include "tuce-demo-kinds.h"

#include <glib/gi18n-lib.h>

#include "tuce-demo-sites.h"

#define YUAN 100
/* A sum that a household might borrow in its village. */
#define DEBT (20000 * YUAN)

static const TuceDemoMove *
moves (const TuceDemoHousehold *household)
{
  return household->move.id ? &household->move : NULL;
}

static gboolean
is_of_working_age (const TuceDemoPerson *person)
{
  return tuce_demo_is_labourer (person) && person->age >= 20 && person->age <= 55;
}

/* Makes the household one that was never registered as poor, so that having moved is its only mistake. */
static gboolean
never_poor (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || household->status[0] != '2' || household->n_steps || household->year.dibao
      || household->year.wubao || household->year.net <= spot->world->income_line * household->size)
    return FALSE;
  household->status = "GENERAL";
  household->attr = household->ident_standard = household->first_ident = household->cause_main = NULL;
  household->cause_other[0] = '\0';
  household->plan_exit_year = 0;
  household->measured = 0;
  household->finished = FALSE;
  return TRUE;
}

static gboolean
not_on_list (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.not_listed = moves (household) != NULL;
  return household->move.not_listed;
}

/* Makes the new house larger by @more hundredths of a square metre. */
static gboolean
enlarge (const TuceDemoSpot *spot, TuceDemoHousehold *household, gint64 more)
{
  const TuceDemoLimits *limits = &spot->world->limits;

  if (!moves (household) || !household->move.house_m2)
    return FALSE;
  household->move.house_m2 = MIN (household->move.people * limits->area_person, limits->area_household) + more;
  if (tuce_demo_is_settled (household))
    household->year.house_m2 = household->move.house_m2;
  return TRUE;
}

static gboolean
hardly_too_large (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return enlarge (spot, household, 1);
}

static gboolean
too_large (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  return enlarge (spot, household, 1860);
}

static gboolean
annex_too_large (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.house_m2)
    return FALSE;
  household->move.annex_m2 = spot->world->limits.annex + 650;
  return TRUE;
}

static gboolean
raised_too_much (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  const TuceDemoLimits *limits = &spot->world->limits;

  if (!moves (household))
    return FALSE;
  household->move.self_raised
      = MIN (household->move.people * limits->raise_person, limits->raise_household) + 3000 * YUAN;
  return TRUE;
}

static gboolean
borrowed (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.contracted)
    return FALSE;
  household->move.housing_debt = DEBT;
  return TRUE;
}

/* One person more than the household has is approved and paid for. */
static gboolean
approved_too_much (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household))
    return FALSE;
  household->move.approved_total += spot->world->limits.subsidy_rural;
  return TRUE;
}

static gboolean
paid_too_much (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.moved_in || !household->move.paid_total)
    return FALSE;
  household->move.paid_total = household->move.approved_total + 5000 * YUAN;
  return TRUE;
}

static gboolean
paid_too_early (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoMove *move = &household->move;

  if (!moves (household) || !move->contracted || tuce_demo_payable (&spot->world->limits, move))
    return FALSE;
  move->paid_total = move->approved_total / 2;
  move->paid_on = move->contracted;
  return TRUE;
}

static gboolean
paid_in_cash (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.in_cash = moves (household) && household->move.paid_total > 0;
  return household->move.in_cash;
}

static gboolean
without_receipts (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.without_receipts = moves (household) && household->move.paid_total > 0;
  return household->move.without_receipts;
}

static gboolean
aided_twice (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.danger_aid = moves (household) != NULL;
  return household->move.danger_aid;
}

static gboolean
old_house_stands (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  TuceDemoMove *move = &household->move;

  if (!moves (household) || !move->old_house_due || move->moved_in <= spot->world->limits.demolish_days + 10)
    return FALSE;
  move->demolished = move->reclaimed = move->followed = 0;
  return TRUE;
}

static gboolean
demolished_first (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.demolished)
    return FALSE;
  household->move.demolished = household->move.moved_in + 15;
  return TRUE;
}

static gboolean
paid_before_contract (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.paid_total)
    return FALSE;
  household->move.paid_on = household->move.contracted + 9;
  return TRUE;
}

static gboolean
never_accepted (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.moved_in)
    return FALSE;
  household->move.accepted = 0;
  return TRUE;
}

static gboolean
without_site (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.no_site = moves (household) && household->move.site;
  return household->move.no_site;
}

static gboolean
scattered_at_site (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || !household->move.site)
    return FALSE;
  household->resettle_type = "2";
  return TRUE;
}

/* Only for a household that is still poor, so that no other rule depends on whether its house is safe. */
static gboolean
only_marked (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (moves (household) || household->relocated || !household->status || household->status[0] != '0')
    return FALSE;
  household->relocated = TRUE;
  return TRUE;
}

static gboolean
not_marked (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  if (!moves (household) || household->move.site || !household->move.moved_in)
    return FALSE;
  household->relocated = FALSE;
  return TRUE;
}

static gboolean
name_left_out (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.name_left_out = moves (household) && household->n_people > 1;
  return household->move.name_left_out;
}

static gboolean
never_appraised (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.unsafe = moves (household) && household->move.accepted > 0;
  return household->move.unsafe;
}

static gboolean
idle (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person)
{
  household->move.idle
      = moves (household) && household->move.moved_in && tuce_demo_count (household, is_of_working_age);
  return household->move.idle;
}

const TuceDemoKind tuce_demo_move_kinds[] = {
  { "Q54", "relocation", "synchronous", N_("moves at the poor's expense, but was never registered poor"),
    NULL, never_poor },
  { "R1", "relocation", "on_list", N_("not on the approved list"), NULL, not_on_list },
  { "Q55", "relocation", "house_m2", N_("house a hundredth of a square metre above the limit"),
    NULL, hardly_too_large },
  { "Q55", "relocation", "house_m2", N_("house nearly 20 m² above the limit"), NULL, too_large },
  { "Q55A", "relocation", "annex_m2", N_("annex too large"), NULL, annex_too_large },
  { "Q56", "relocation", "self_raised", N_("3,000 yuan too much raised by the household"), NULL, raised_too_much },
  { "Q56", "relocation", "housing_debt", N_("borrowed for the house"), NULL, borrowed },
  { "Q57", "relocation", "approved_total", N_("approved for a person more than there are"), NULL, approved_too_much },
  { "Q57", "relocation", "paid_total", N_("paid more than approved"), NULL, paid_too_much },
  { "Q57", "relocation", "paid_total", N_("paid before the work began"), NULL, paid_too_early },
  { "Q57A", "relocation", "paid_in_cash", N_("paid in cash"), NULL, paid_in_cash },
  { "Q57A", "relocation", "receipts", N_("receipts missing"), NULL, without_receipts },
  { "Q58", "relocation", "danger_aid", N_("dangerous-house aid for the same house"), NULL, aided_twice },
  { "Q59", "relocation", "demolished_on", N_("old house still stands long after moving in"), NULL, old_house_stands },
  { "Q60", "relocation", "demolished_on", N_("old house pulled down before moving in"), NULL, demolished_first },
  { "Q60", "relocation", "paid_on", N_("first paid before the contract"), NULL, paid_before_contract },
  { "Q60A", "relocation", "accepted_on", N_("moved in, but never accepted"), NULL, never_accepted },
  { "Q62", "relocation", "site_id", N_("concentrated, but no site"), NULL, without_site },
  { "Q62A", "relocation", "site_id", N_("scattered, but at a site"), NULL, scattered_at_site },
  { "Q71", "household", "relocated", N_("marked as relocated, but nothing recorded of it"), NULL, only_marked },
  { "Q72", "relocation", "household_id", N_("relocation record, but not marked as relocated"), NULL, not_marked },
  { "Q77", "relocation", "entitled", N_("one name fewer than people approved"), NULL, name_left_out },
  { "Q78", "relocation", "safety", N_("accepted without a safety appraisal"), NULL, never_appraised },
  { "Q79", "relocation", "workers", N_("able to work, moved in, nobody at work"), NULL, idle },
  { NULL }
};

static gboolean
is_lived_in (const TuceDemoSite *site)
{
  return site->days[TUCE_DEMO_ALLOTTED] > 0 && site->households > 0;
}

static gboolean
planned_too_small (TuceDemoSite *site)
{
  site->mistake = is_lived_in (site) ? TUCE_DEMO_OVERFULL : TUCE_DEMO_NO_MISTAKE;
  return site->mistake != TUCE_DEMO_NO_MISTAKE;
}

/* Plants @mistake in a site where building has begun; FALSE for other sites. */
static gboolean
spoil_started (TuceDemoSite *site, TuceDemoSiteMistake mistake)
{
  site->mistake = site->days[TUCE_DEMO_STARTED] ? mistake : TUCE_DEMO_NO_MISTAKE;
  return site->mistake != TUCE_DEMO_NO_MISTAKE;
}

static gboolean
without_constructor (TuceDemoSite *site)
{
  return spoil_started (site, TUCE_DEMO_NO_CONSTRUCTOR);
}

static gboolean
in_flood_zone (TuceDemoSite *site)
{
  return spoil_started (site, TUCE_DEMO_FLOODED);
}

static gboolean
paid_beyond_arrived (TuceDemoSite *site)
{
  return spoil_started (site, TUCE_DEMO_OVERPAID);
}

static gboolean
without_account (TuceDemoSite *site)
{
  return spoil_started (site, TUCE_DEMO_NO_ACCOUNT);
}

static gboolean
without_land (TuceDemoSite *site)
{
  return spoil_started (site, TUCE_DEMO_NO_LAND_DATE);
}

const TuceDemoSiteKind tuce_demo_site_kinds[] = {
  { "Q61", "plan_people", N_("more people than planned"), planned_too_small },
  { "Q73", "constructor_id", N_("started, but nobody to build it"), without_constructor },
  { "Q74", "flood_check", N_("in the flood zone"), in_flood_zone },
  { "Q75", "invest_paid", N_("more paid than arrived"), paid_beyond_arrived },
  { "Q76", "land_on", N_("started, but no day on which the land was approved"), without_land },
  { "RS4", "special_account", N_("no special account"), without_account },
  { NULL }
};
