/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes resettlement sites: who builds them, what they cost, who inspected them. */
#include "tuce-demo-site-writer.h"

#include <string.h>

#define YUAN 100
/* How many sites one constructor builds. */
#define SITES_A_CONSTRUCTOR 9
#define FEWEST_CONSTRUCTORS 3
/* How many people are counted for a house that has no household yet. */
#define PEOPLE_A_SPARE 2
/* Planted mistake: so many people more than planned. */
#define PEOPLE_OVERFULL 6

static const char *
draw (TuceDemoWorld *world, const char *what)
{
  return tuce_demo_draw_share (world->tables, what, world->random);
}

static void
set_day (TuceRecord *record, const char *field, const TuceDemoWorld *world, int days_ago)
{
  char day[11];

  tuce_demo_day (world, days_ago, day);
  tuce_record_set_text (record, field, day);
}

/* Sets @field to the day @days_ago, or to nothing for 0, which means that it has not happened yet. */
static void
set_passed (TuceRecord *record, const char *field, const TuceDemoWorld *world, int days_ago)
{
  if (days_ago)
    set_day (record, field, world, days_ago);
}

static void
set_phone (TuceRecord *record, gint64 id)
{
  char phone[16];

  /* As in tuce-demo-lives.c: a phone number that nobody had. */
  g_snprintf (phone, sizeof phone, "163%08u", (guint) (id * 7919 % 100000000));
  tuce_record_set_text (record, "phone", phone);
}

/* Writes @n constructors with consecutive ids. Returns: the first id, 0 with @error. */
static gint64
write_constructors (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, guint n, GError **error)
{
  gint64 first = world->next_id;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TuceRecord) record = tuce_demo_record (writer, "constructor", world->next_id++);
      g_autofree char *name = g_strdup_printf ("示例%s建筑工程有限公司", draw (world, "constructor_name"));
      g_autofree char *number = g_strdup_printf ("示例D%09d", tuce_demo_between (world, 1000000, 99999999));
      char contact[20];

      tuce_demo_person_name (world, contact);
      tuce_record_set_text (record, "name", name);
      tuce_record_set_text (record, "qualification", number);
      tuce_record_set_text (record, "grade", draw (world, "constructor_grade"));
      tuce_record_set_text (record, "contact", contact);
      set_phone (record, record->id);
      if (!tuce_edit_insert (edit, record, error))
        return 0;
    }
  return first;
}

static guint
planned_people (const TuceDemoSite *site)
{
  return site->people + PEOPLE_A_SPARE * site->spare;
}

static void
set_capacity (TuceRecord *record, TuceDemoWorld *world, const TuceDemoSite *site)
{
  guint planned = site->households + site->spare;
  gint64 area = 0;

  tuce_record_set_integer (record, "plan_households", planned);
  tuce_record_set_integer (record, "plan_people",
                           planned_people (site) - (site->mistake == TUCE_DEMO_OVERFULL ? PEOPLE_OVERFULL : 0));
  if (site->days[TUCE_DEMO_TOPPED])
    tuce_record_set_integer (record, "actual_households", planned);
  for (guint kind = 0; kind < TUCE_DEMO_N_HOUSE_KINDS; kind++)
    {
      guint size = (kind + 1) * 25;
      g_autofree char *field = g_strdup_printf ("houses_%u", size);

      tuce_record_set_integer (record, field, site->houses[kind]);
      area += (gint64) site->houses[kind] * size * 100;
    }
  tuce_record_set_integer (record, "building_m2", area);
  tuce_record_set_integer (record, "land_m2", area * tuce_demo_between (world, 190, 260) / 100);
}

static void
set_dates (TuceRecord *record, const TuceDemoWorld *world, const TuceDemoSite *site)
{
  static const char *const fields[TUCE_DEMO_N_GATES]
      = { "sited_on", "planned_on", "land_on", "tendered_on", "started_on", "topped_on", "infra_on", "accepted_on",
          "allotted_on" };

  for (guint gate = 0; gate < TUCE_DEMO_N_GATES; gate++)
    if (gate != TUCE_DEMO_LAND || site->mistake != TUCE_DEMO_NO_LAND_DATE)
      set_passed (record, fields[gate], world, site->days[gate]);
  set_day (record, "due_on", world, site->due);
}

/* Sets approvals and what the assessment of the ground found; it is not assessed before the plan is approved. */
static void
set_approvals (TuceRecord *record, TuceDemoWorld *world, const TuceDemoSite *site)
{
  static const char *const checks[] = { "hazard_check", "farmland_check", "ecological_check", "flood_check" };
  g_autofree char *plan = g_strdup_printf ("渠发改〔%d〕%d号", site->year, tuce_demo_between (world, 20, 400));
  g_autofree char *land = g_strdup_printf ("渠国土资〔%d〕%d号", site->year, tuce_demo_between (world, 20, 400));

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    tuce_record_set_text (record, checks[i], site->days[TUCE_DEMO_PLANNED] ? "clear" : "unknown");
  if (site->mistake == TUCE_DEMO_FLOODED)
    tuce_record_set_text (record, "flood_check", "concerned");
  if (site->days[TUCE_DEMO_PLANNED])
    tuce_record_set_text (record, "plan_no", plan);
  if (site->days[TUCE_DEMO_LAND])
    tuce_record_set_text (record, "land_no", land);
  if (!site->days[TUCE_DEMO_TENDERED])
    return;
  if (site->mistake != TUCE_DEMO_NO_CONSTRUCTOR)
    tuce_record_set_integer (record, "constructor_id", site->constructor_id);
  tuce_record_set_text (record, "supervisor", draw (world, "supervisor"));
}

/* Sets the money: about 60,000 yuan a person, from the sources of the national plan (general knowledge, unconfirmed); the
 * rest is merged funds. */
static void
set_funds (TuceRecord *record, TuceDemoWorld *world, const TuceDemoSite *site)
{
  static const struct
  {
    const char *field;
    int yuan;
  } sources[] = { { "fund_central", 8000 }, { "fund_special", 5000 }, { "fund_bond", 9700 }, { "fund_loan", 35000 } };
  static const int arrived[TUCE_DEMO_N_GATES] = { 0, 0, 15, 30, 45, 70, 85, 95, 100 };
  gint64 people = planned_people (site), sum = 0, part, come;
  int gate = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      part = people * sources[i].yuan * YUAN;
      tuce_record_set_integer (record, sources[i].field, part);
      sum += part;
    }
  part = people * tuce_demo_between (world, 12, 22) * 100 * YUAN;
  tuce_record_set_integer (record, "fund_self", part);
  sum += part;
  part = people * tuce_demo_between (world, 0, 45) * 100 * YUAN;
  tuce_record_set_integer (record, "fund_merged", part);
  sum += part;
  while (gate + 1 < TUCE_DEMO_N_GATES && site->days[gate + 1])
    gate++;
  come = sum * arrived[gate] / 100;
  tuce_record_set_integer (record, "invest_plan", sum);
  tuce_record_set_integer (record, "invest_arrived", come);
  tuce_record_set_integer (record, "invest_paid",
                           site->mistake == TUCE_DEMO_OVERPAID
                               ? come + 180000 * YUAN
                               : come * tuce_demo_between (world, 70, 98) / 100 / YUAN * YUAN);
  tuce_record_set_integer (record, "special_account", site->mistake != TUCE_DEMO_NO_ACCOUNT);
}

static void
set_services (TuceRecord *record, TuceDemoWorld *world, const TuceDemoSite *site)
{
  static const char *const built[] = { "road", "water", "power", "network", "drainage", "waste" };
  gboolean lived_in = site->days[TUCE_DEMO_ALLOTTED] > 0;
  g_autofree char *committee = g_strconcat (site->village->division->short_name, "安置点管理委员会", NULL);
  char manager[20];

  /* Water and power are connected when building begins. */
  for (guint i = 0; i < G_N_ELEMENTS (built); i++)
    if (site->days[TUCE_DEMO_STARTED])
      tuce_record_set_integer (record, built[i], site->days[TUCE_DEMO_INFRA] || i < 3);
  tuce_record_set_integer (record, "garden", tuce_demo_chance (world->random, 0.6));
  if (lived_in)
    tuce_record_set_text (record, "committee", committee);
  tuce_demo_person_name (world, manager);
  tuce_record_set_text (record, "manager", manager);
  set_phone (record, site->id);
}

/* Sets what is nearest to the site, as the plan would say. */
static void
set_distances (TuceRecord *record, const TuceDemoSite *site, GPtrArray *layers)
{
  static const struct
  {
    const char *layer, *name, *metres;
  } near[] = { { "school", "school", "school_m" },
               { "clinic", "clinic", "clinic_m" },
               { "road", NULL, "road_m" },
               { "industry", "industry", "industry_m" } };

  for (guint i = 0; i < G_N_ELEMENTS (near) && site->days[TUCE_DEMO_PLANNED]; i++)
    {
      double metres = 0;
      const TuceDemoFeature *feature = tuce_demo_nearest (layers, near[i].layer, site->position, &metres);

      if (!feature)
        continue;
      if (near[i].name)
        tuce_record_set_text (record, near[i].name, feature->name);
      tuce_record_set_real (record, near[i].metres, (int) (metres / 10 + 0.5) * 10);
    }
}

static void
set_position (TuceRecord *record, TuceDemoWorld *world, const TuceDemoSite *site)
{
  tuce_record_set_real (record, "lon", site->position.lon);
  tuce_record_set_real (record, "lat", site->position.lat);
  tuce_record_set_real (record, "elevation", tuce_demo_between (world, 260, 620));
  tuce_record_set_text (record, "position_origin", "schematic");
  tuce_record_set_text (record, "coord_src", "wgs84");
}

static gboolean
write_site (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoSite *site, GPtrArray *layers,
            GError **error)
{
  g_autoptr (TuceRecord) record = tuce_demo_record (writer, "site", site->id);

  tuce_record_set_text (record, "code", site->code);
  tuce_record_set_text (record, "name", site->name);
  tuce_record_set_text (record, "village_code", site->village->division->code);
  tuce_record_set_text (record, "site_type", site->type);
  set_capacity (record, world, site);
  set_dates (record, world, site);
  set_approvals (record, world, site);
  set_funds (record, world, site);
  set_services (record, world, site);
  set_distances (record, site, layers);
  set_position (record, world, site);
  return tuce_edit_insert (edit, record, error);
}

/* Writes an inspection for every month or two of building; what was found is put right, except after the latest ones. */
static gboolean
write_visits (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const TuceDemoSite *site, GError **error)
{
  int from = site->days[TUCE_DEMO_STARTED], until = site->days[TUCE_DEMO_ALLOTTED];

  for (int day = from - tuce_demo_between (world, 15, 50); from && day > MAX (until - 60, 0);
       day -= tuce_demo_between (world, 35, 75))
    {
      g_autoptr (TuceRecord) record = tuce_demo_record (writer, "site_visit", world->next_id++);
      char visitor[20];
      const char *problem = draw (world, "site_problem");

      tuce_demo_person_name (world, visitor);
      tuce_record_set_integer (record, "site_id", site->id);
      set_day (record, "visited_on", world, day);
      tuce_record_set_text (record, "visitors", visitor);
      tuce_record_set_text (record, "findings", draw (world, "site_findings"));
      if (*problem)
        {
          int due = day - tuce_demo_between (world, 15, 30), closed = due + tuce_demo_between (world, -4, 10);

          tuce_record_set_text (record, "problems", problem);
          set_day (record, "due_on", world, due);
          if (closed > 0)
            set_day (record, "closed_on", world, MIN (day, closed));
        }
      if (!tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tuce_demo_write_sites (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, GArray *sites, GPtrArray *layers,
                       GError **error)
{
  guint n = MAX (sites->len / SITES_A_CONSTRUCTOR, FEWEST_CONSTRUCTORS);
  gint64 first = sites->len ? write_constructors (writer, edit, world, n, error) : 1;

  if (!first)
    return FALSE;
  for (guint i = 0; i < sites->len; i++)
    {
      TuceDemoSite *site = &g_array_index (sites, TuceDemoSite, i);

      site->constructor_id = first + tuce_demo_between (world, 0, (int) n - 1);
      if (!write_site (writer, edit, world, site, layers, error) || !write_visits (writer, edit, world, site, error))
        return FALSE;
    }
  return TRUE;
}
