/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the demo's resettlement sites are, of which year, and how far each has come. */
#include "tuce-demo-sites.h"

/* Villages with a site that press reports mention: 渠北乡双桥村 (达州市贫困县摘帽现场推进会) and 渠南乡大山村 (新华社,
 * September 2017). */
static const char *const known_places[] = { "511725201204", "511725200201" };

/* How far a site is from a river's line (metres). That line may itself be wrong by a kilometre or two. */
#define RIVER_CLEARANCE 900
#define TRIES 60
/* How many days ago an unfinished site of an earlier year was to be finished. */
#define LATE_FROM 20
#define LATE_TO 66
/* Other sites are due up to so many days earlier or later than their stage suggests. */
#define SLACK 25

/* How many days each stage takes after the one before (invented, for a site in a hill village). */
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

/* Finds a position near the village's seat, inside the village and away from rivers. Returns: whether there is one. */
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

/* Gives the text of the table @what at @share (0…1) of its summed weights. Evenly spaced shares give the texts in exactly
 * the proportions of the table. */
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

/* Sets the dates of all stages up to @last, that one @days_ago, going back from the last to the first. */
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

/* Sets the day by which the site has to be finished: about what the parameters of stage durations give from its stage; a
 * site of an earlier plan is late. */
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

/* Sets year and dates of a site. @share and @stage (0…1) say which year it is of, and how far it has come among those of
 * that year. */
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

/* Names a site after its village; where another site has that name already, the code is added. */
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
  /* Sites that are known to be inhabited already are of the first year. */
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
