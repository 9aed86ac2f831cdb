/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the demo's resettlement sites lie, of which year they are and how far each has come. */
#include "tuce-demo-sites.h"

/* The place the program was asked for (domain.md §1.3), and the one a newspaper told of (§1.4). */
static const char *const known_places[] = { "511725201204", "511725200201" };

/* Metres from a river's line, which is itself off by a kilometre or two. */
#define RIVER_CLEARANCE 900
#define TRIES 60
/* An unfinished site of another year was to be finished a month or two ago. */
#define LATE_FROM 20
#define LATE_TO 66
/* Others are due so many days earlier or later than reckoned. */
#define SLACK 25

/* How long each step takes once the one before is done; building a hill village's site, in days. */
static const struct
{
  int from, to;
} durations[TUCE_DEMO_N_GATES] = { { 0, 0 },    { 10, 30 }, { 10, 30 }, { 10, 25 }, { 5, 15 },
                                   { 60, 110 }, { 25, 60 }, { 7, 20 },  { 5, 15 } };

static gboolean
is_dry (GPtrArray *rivers, TucePosition position)
{
  for (guint i = 0; i < rivers->len; i++)
    if (tuce_shape_distance (rivers->pdata[i], position, NULL) < RIVER_CLEARANCE)
      return FALSE;
  return TRUE;
}

/* Near where the village's seat is, in the village and away from the river. Returns: whether there is such a place. */
static gboolean
find_ground (TuceDemoWorld *world, const TuceDemoVillage *village, GPtrArray *rivers, TucePosition *position)
{
  for (guint i = 0; i < TRIES; i++)
    {
      *position = tuce_demo_position (world, village->cell, village->seat, village->seat);
      if (is_dry (rivers, *position))
        return TRUE;
    }
  return FALSE;
}

/* The text of the table @what at @share of its weights: many sites come out in just those shares. */
static const char *
at_share (TuceDemoWorld *world, const char *what, double share)
{
  const TuceDemoTable *table = g_hash_table_lookup (world->tables->shares, what);
  double sum = 0;

  for (guint i = 0; i + 1 < table->texts->len; i++)
    {
      sum += tuce_demo_weight (table, table->texts->pdata[i]);
      if (share < sum)
        return table->texts->pdata[i];
    }
  return table->texts->pdata[table->texts->len - 1];
}

/* Passes all gates up to @last, that one @days_ago: worked out from the last to the first. */
static void
pass_gates (TuceDemoWorld *world, TuceDemoSite *site, int last, int days_ago)
{
  site->days[last] = days_ago;
  for (int gate = last; gate > 0; gate--)
    site->days[gate - 1] = site->days[gate] + tuce_demo_between (world, durations[gate].from, durations[gate].to);
}

static int
gate_of (const char *text)
{
  return CLAMP ((int) g_ascii_strtoll (text, NULL, 10), 0, TUCE_DEMO_N_GATES - 1);
}

/* As the office reckons from where the site stands, give or take; one of an earlier plan is late. */
static void
set_due (TuceDemoWorld *world, TuceDemoSite *site)
{
  int gate = 0;

  while (gate < TUCE_DEMO_ACCEPTED && site->days[gate + 1])
    gate++;
  if (gate == TUCE_DEMO_ACCEPTED)
    site->due = site->days[gate] - tuce_demo_between (world, -12, 40);
  else if (site->year < world->year)
    site->due = tuce_demo_between (world, LATE_FROM, LATE_TO);
  else
    {
      site->due = site->days[gate] - tuce_demo_between (world, -SLACK, 2 * SLACK);
      while (gate++ < TUCE_DEMO_ACCEPTED)
        site->due -= world->limits.stage_days[gate];
    }
}

/* @share and @stage lie between 0 and 1: which year, and how far within it. */
static void
set_dates (TuceDemoWorld *world, TuceDemoSite *site, double share, double stage)
{
  site->year = (int) g_ascii_strtoll (at_share (world, "site_year", share), NULL, 10);
  if (site->village->exit_year)
    site->year = 2016;
  if (site->year == 2016)
    pass_gates (world, site, TUCE_DEMO_ALLOTTED, tuce_demo_between (world, 320, 510));
  else if (site->year == 2017)
    {
      int gate = gate_of (at_share (world, "site_gate_2017", stage));

      if (gate == TUCE_DEMO_ALLOTTED)
        pass_gates (world, site, gate, tuce_demo_between (world, 20, 230));
      else
        pass_gates (world, site, gate, tuce_demo_between (world, 6, 45));
    }
  else
    pass_gates (world, site, gate_of (at_share (world, "site_gate_2018", stage)), tuce_demo_between (world, 3, 40));
  set_due (world, site);
}

static gboolean
is_named (GArray *sites, const char *name)
{
  for (guint i = 0; i < sites->len; i++)
    if (g_str_equal (g_array_index (sites, TuceDemoSite, i).name, name))
      return TRUE;
  return FALSE;
}

/* Called after its village; where two are called alike, by its code too. */
static void
set_name (GArray *sites, TuceDemoSite *site)
{
  const TuceDivision *division = site->village->division;

  g_snprintf (site->name, sizeof site->name, "%s安置点", division->short_name);
  if (is_named (sites, site->name))
    g_snprintf (site->name, sizeof site->name, "%s安置点（%s）", division->short_name, division->code + 6);
  g_snprintf (site->code, sizeof site->code, "%s-%d", division->code, site->year);
}

static void
add_site (TuceDemoWorld *world, GArray *sites, const TuceDemoVillage *village, GPtrArray *rivers)
{
  TuceDemoSite site = { .village = village };
  double share = (sites->len + 0.5) * 0.6180339887, stage = (sites->len + 0.5) * 0.7548776662;

  if (!find_ground (world, village, rivers, &site.position))
    return;
  set_dates (world, &site, share - (int) share, stage - (int) stage);
  site.type = g_strcmp0 (village->division->kind, "community") == 0
                  ? "3"
                  : tuce_demo_draw_share (world->tables, "site_type", world->random);
  site.id = world->next_id++;
  set_name (sites, &site);
  g_array_append_val (sites, site);
}

static gboolean
is_known (const TuceDemoVillage *village)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_places); i++)
    if (g_str_equal (village->division->code, known_places[i]))
      return TRUE;
  return FALSE;
}

GArray *
tuce_demo_plan_sites (TuceDemoWorld *world, GPtrArray *villages, guint n, GPtrArray *rivers)
{
  GArray *sites = g_array_new (FALSE, TRUE, sizeof (TuceDemoSite));
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; i < villages->len; i++)
    if (!is_known (villages->pdata[i]))
      g_ptr_array_add (rest, villages->pdata[i]);
    else if (sites->len < n)
      add_site (world, sites, villages->pdata[i], rivers);
  /* What is known to be lived in is of the first year. */
  for (guint i = 0; i < sites->len; i++)
    {
      TuceDemoSite *site = &g_array_index (sites, TuceDemoSite, i);

      set_dates (world, site, 0, 0);
      g_snprintf (site->code, sizeof site->code, "%s-%d", site->village->division->code, site->year);
    }
  while (sites->len < n && rest->len)
    {
      guint at = (guint) tuce_demo_between (world, 0, (int) rest->len - 1);
      const TuceDemoVillage *village = rest->pdata[at];

      g_ptr_array_remove_index_fast (rest, at);
      if (village->households)
        add_site (world, sites, village, rivers);
    }
  return sites;
}

gboolean
tuce_demo_may_move (const TuceDemoWorld *world, const TuceDemoVillage *village, const TuceDemoSite *site)
{
  return !village->exit_year || site->days[TUCE_DEMO_ALLOTTED] > world->days_of_year + 12;
}
