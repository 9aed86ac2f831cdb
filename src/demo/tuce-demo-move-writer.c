/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the relocation of a household. */
#include "tuce-demo-site-writer.h"

#include <string.h>

#define YUAN 100
#define LARGEST_HOUSE 6

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

/* Sets @field to the day @days_ago, or to nothing for 0, which means that it has not happened yet. */
static void
set_passed (TuceRecord *record, const char *field, const TuceDemoWorld *world, int days_ago)
{
  char day[11];

  if (!days_ago)
    return;
  tuce_demo_day (world, days_ago, day);
  tuce_record_set_text (record, field, day);
}

static void
set_approval (TuceRecord *record, TuceDemoWorld *world, const TuceDemoVillage *village,
              const TuceDemoHousehold *household)
{
  const TuceDemoMove *move = &household->move;
  g_autofree char *number = g_strdup_printf ("渠发改〔%d〕%d号", move->year, tuce_demo_between (world, 10, 60));
  g_autofree char *origin
      = g_strdup_printf ("%s%d组%s", village->division->short_name, household->group_no, household->hamlet);
  g_autoptr (GString) entitled = g_string_new (NULL);

  for (guint i = 0; i + move->name_left_out < household->n_people; i++)
    g_string_append_printf (entitled, "%s%s", i ? "、" : "", household->people[i].name);
  tuce_record_set_integer (record, "people", move->people);
  tuce_record_set_text (record, "entitled", entitled->str);
  tuce_record_set_integer (record, "on_list", !move->not_listed);
  tuce_record_set_integer (record, "synchronous", move->synchronous);
  tuce_record_set_integer (record, "danger_aid", move->danger_aid);
  tuce_record_set_text (record, "approval_no", number);
  tuce_record_set_text (record, "reason", move->reason);
  tuce_record_set_text (record, "origin", origin);
}

static void
set_house (TuceRecord *record, TuceDemoWorld *world, const TuceDemoMove *move)
{
  if (move->site && !move->no_site)
    tuce_record_set_integer (record, "site_id", move->site->id);
  tuce_record_set_text (record, "scatter_type", move->scatter);
  tuce_record_set_text (record, "address", move->address);
  if (move->contracted)
    {
      char kind[8];

      g_snprintf (kind, sizeof kind, "%d", 25 * MIN (move->people, LARGEST_HOUSE));
      tuce_record_set_text (record, "house_kind", kind);
    }
  if (move->house_m2)
    {
      int storeys = move->house_m2 > 7000 ? 2 : 1;
      double wide = 4.2 + tuce_demo_between (world, 0, 30) / 10.0;
      g_autofree char *size
          = g_strdup_printf ("%.1f×%.1f×%d", (double) move->house_m2 / 100 / storeys / wide, wide, storeys);

      tuce_record_set_integer (record, "house_m2", move->house_m2);
      tuce_record_set_text (record, "house_size", size);
      tuce_record_set_integer (record, "annex_m2", move->annex_m2);
    }
  if (move->accepted || move->keys)
    tuce_record_set_integer (record, "safety", !move->unsafe);
  if (g_strcmp0 (move->scatter, "3") == 0 && move->contracted)
    tuce_record_set_integer (record, "valuation", TRUE);
  if (!move->position.lon)
    return;
  tuce_record_set_real (record, "lon", move->position.lon);
  tuce_record_set_real (record, "lat", move->position.lat);
  tuce_record_set_text (record, "coord_src", "wgs84");
}

static void
set_money (TuceRecord *record, TuceDemoWorld *world, const TuceDemoMove *move)
{
  tuce_record_set_integer (record, "approved_total", move->approved_total);
  tuce_record_set_integer (record, "paid_total", move->paid_total);
  tuce_record_set_integer (record, "self_raised", move->self_raised);
  tuce_record_set_integer (record, "housing_debt", move->housing_debt);
  if (move->housing_debt)
    tuce_record_set_text (record, "lender", draw (world, "lender"));
  if (!move->paid_total)
    return;
  g_autofree char *voucher = g_strdup_printf ("记-%04d", tuce_demo_between (world, 1, 9999));

  set_passed (record, "paid_on", world, move->paid_on);
  tuce_record_set_text (record, "voucher", voucher);
  tuce_record_set_integer (record, "receipts", !move->without_receipts);
  tuce_record_set_integer (record, "paid_in_cash", move->in_cash);
}

static void
set_stages (TuceRecord *record, TuceDemoWorld *world, const TuceDemoMove *move)
{
  set_passed (record, "approved_on", world, move->approved);
  set_passed (record, "contracted_on", world, move->contracted);
  set_passed (record, "started_on", world, move->started);
  set_passed (record, "topped_on", world, move->topped);
  set_passed (record, "completed_on", world, move->completed);
  set_passed (record, "accepted_on", world, move->accepted);
  set_passed (record, "keys_on", world, move->keys);
  set_passed (record, "moved_in_on", world, move->moved_in);
  if (!move->contracted)
    return;
  g_autofree char *number
      = g_strdup_printf ("易搬%d-%05d", move->year, tuce_demo_between (world, 1, 99999));

  tuce_record_set_text (record, "contract_no", number);
}

static void
set_old_house (TuceRecord *record, TuceDemoWorld *world, const TuceDemoMove *move)
{
  tuce_record_set_integer (record, "old_house_due", move->old_house_due);
  tuce_record_set_integer (record, "old_house_m2", move->old_house_m2);
  set_passed (record, "demolished_on", world, move->demolished);
  set_passed (record, "reclaimed_on", world, move->reclaimed);
  if (move->reclaimed)
    {
      tuce_record_set_integer (record, "reclaimed_m2", move->reclaimed_m2);
      tuce_record_set_integer (record, "reclaim_accepted", TRUE);
    }
  if (!move->old_house_due)
    tuce_record_set_text (record, "remark", draw (world, "old_house_stays"));
}

static gboolean
works (const TuceDemoPerson *person)
{
  return person->work_months > 0;
}

/* Sets the work of the household after moving: where somebody could work and nobody does, the village gives them a public post. */
static void
set_work (TuceRecord *record, TuceDemoWorld *world, const TuceDemoHousehold *household)
{
  guint workers = household->move.idle ? 0 : tuce_demo_count (household, works);

  tuce_record_set_integer (record, "workers", workers);
  if (workers)
    {
      tuce_record_set_text (record, "work_place", draw (world, "relocated_work_place"));
      tuce_record_set_integer (record, "work_months", tuce_demo_between (world, 4, 11));
    }
  tuce_record_set_integer (record, "public_post",
                           workers == 0 && !household->move.idle
                               && tuce_demo_count (household, tuce_demo_is_labourer) > 0);
  if (tuce_demo_count (household, tuce_demo_is_labourer))
    tuce_record_set_text (record, "training", draw (world, "relocated_training"));
}

static void
set_follow_up (TuceRecord *record, TuceDemoWorld *world, const TuceDemoVillage *village,
               const TuceDemoHousehold *household)
{
  const TuceDemoMove *move = &household->move;
  const char *place = (move->site ? move->site->village : village)->division->short_name;
  const char *industry = draw (world, "relocated_industry");
  g_autofree char *clinic = g_strconcat (place, "卫生室", NULL);
  g_autofree char *scale = NULL;
  g_autofree char *cooperative = NULL;

  if (move->moved_in)
    set_work (record, world, household);
  if (!move->followed)
    return;
  set_passed (record, "followed_on", world, move->followed);
  scale = g_strdup_printf ("%d亩", tuce_demo_between (world, 1, 6));
  cooperative = g_strdup_printf ("示例%s%s专业合作社", place, industry);
  tuce_record_set_text (record, "industry", industry);
  tuce_record_set_text (record, "industry_scale", scale);
  tuce_record_set_text (record, "cooperative", cooperative);
  tuce_record_set_integer (record, "industry_benefit", (gint64) tuce_demo_between (world, 6, 42) * 100 * YUAN);
  tuce_record_set_text (record, "clinic", clinic);
  if (tuce_demo_count (household, tuce_demo_is_pupil))
    tuce_record_set_text (record, "school", draw (world, "relocated_school"));
}

gboolean
tuce_demo_write_move (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoVillage *village,
                      const TuceDemoHousehold *household, GError **error)
{
  const TuceDemoMove *move = &household->move;
  g_autoptr (TuceRecord) record = NULL;

  if (!move->id)
    return TRUE;
  record = tuce_demo_record (writer, "relocation", move->id);
  tuce_record_set_integer (record, "household_id", household->id);
  set_approval (record, world, village, household);
  set_house (record, world, move);
  set_money (record, world, move);
  set_stages (record, world, move);
  set_old_house (record, world, move);
  set_follow_up (record, world, village, household);
  return tuce_edit_insert (edit, record, error);
}
