/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which households move, and to which site. */
#include "tuce-demo-sites.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many sites the whole county has. Dazhou's plan for 2017 had 151 concentrated sites for 37,700 people who moved, to sites or
 * elsewhere (report 数说易地搬迁, 2017): one for about 250 people, and this county moves 35,295. */
#define SITES_OF_COUNTY 140
#define HOUSEHOLDS_OF_COUNTY 47065
/* A small demo county still has some sites, so that all stages are shown. */
#define SITES_OF_FEW 10
#define HOUSEHOLDS_A_SITE 100
/* A site for fewer households than this, or for more people, is not built. */
#define FEWEST 4
#define MOST_PEOPLE 420
#define NEAREST 6

typedef struct
{
  double key;
  guint at;
} Turn;

typedef struct
{
  double metres;
  guint site;
} Way;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *first = a, *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->at < second->at ? -1 : 1;
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const Way *first = a, *second = b;

  if (first->metres != second->metres)
    return first->metres < second->metres ? -1 : 1;
  return first->site < second->site ? -1 : 1;
}

/* Gives all villages in the order in which their households are made. */
static GPtrArray *
list_villages (GPtrArray *townships)
{
  GPtrArray *villages = g_ptr_array_new ();

  for (guint t = 0; t < townships->len; t++)
    {
      const TuceDemoTownship *township = townships->pdata[t];

      for (guint v = 0; v < township->villages->len; v++)
        g_ptr_array_add (villages, &g_array_index (township->villages, TuceDemoVillage, v));
    }
  return villages;
}

/* Draws how likely people are to leave @village: likelier from poor villages than from communities in town, and different in
 * each village. */
static double
draw_weight (TuceDemoWorld *world, const TuceDemoVillage *village)
{
  double weight = 0.3 + 1.4 * g_rand_double (world->random);

  return weight * (village->poor ? 1.5 : g_strcmp0 (village->division->kind, "community") == 0 ? 0.3 : 1);
}

/* Chooses households in a random order, in which those of villages with more weight tend to come earlier, until @people
 * people move. */
static void
choose_movers (TuceDemoWorld *world, TuceDemoMoves *moves, GPtrArray *villages, const guint8 *sizes, guint n,
               guint people)
{
  g_autofree Turn *turns = g_new (Turn, MAX (n, 1));
  guint at = 0;

  for (guint v = 0; v < villages->len; v++)
    {
      const TuceDemoVillage *village = villages->pdata[v];
      double weight = draw_weight (world, village);

      for (guint i = 0; i < village->households && at < n; i++, at++)
        turns[at] = (Turn) { -log (1 - g_rand_double (world->random)) / weight, at };
    }
  qsort (turns, at, sizeof *turns, compare_turns);
  for (guint i = 0; i < n; i++)
    moves->site_of[i] = TUCE_DEMO_STAYS;
  for (guint i = 0; i < at && people; i++)
    if (sizes[turns[i].at] && sizes[turns[i].at] <= people)
      {
        people -= sizes[turns[i].at];
        moves->site_of[turns[i].at] = TUCE_DEMO_SCATTERED;
      }
}

/* Finds the sites nearest to @village, the nearest first. Returns: how many. */
static guint
find_ways (const TuceDemoWorld *world, const TuceDemoMoves *moves, const TuceDemoVillage *village,
           Way nearest[NEAREST])
{
  g_autofree Way *ways = g_new (Way, MAX (moves->sites->len, 1));
  guint n = 0;

  for (guint i = 0; i < moves->sites->len; i++)
    {
      const TuceDemoSite *site = &g_array_index (moves->sites, TuceDemoSite, i);

      if (tuce_demo_may_move (world, village, site))
        ways[n++] = (Way) { tuce_position_distance (village->seat, site->position), i };
    }
  if (n)
    qsort (ways, n, sizeof *ways, compare_ways);
  for (guint i = 0; i < MIN (n, NEAREST); i++)
    nearest[i] = ways[i];
  return MIN (n, NEAREST);
}

static guint
house_kind (guint people)
{
  return MIN (people, TUCE_DEMO_N_HOUSE_KINDS) - 1;
}

static void
assign (TuceDemoWorld *world, TuceDemoMoves *moves, guint at, guint people, const Way *ways, guint n_ways)
{
  /* most go to the nearest site, some to the second nearest: to relatives, or for a school */
  guint skip = n_ways > 1 && tuce_demo_chance (world->random, 0.12) ? 1 : 0;

  for (guint i = skip; i < n_ways; i++)
    {
      TuceDemoSite *site = &g_array_index (moves->sites, TuceDemoSite, ways[i].site);

      if (site->people + people > MOST_PEOPLE)
        continue;
      site->households++;
      site->people += people;
      site->houses[house_kind (people)]++;
      moves->site_of[at] = (gint16) ways[i].site;
      return;
    }
}

static void
assign_all (TuceDemoWorld *world, TuceDemoMoves *moves, GPtrArray *villages, const guint8 *sizes, guint n)
{
  guint at = 0;

  for (guint v = 0; v < villages->len; v++)
    {
      const TuceDemoVillage *village = villages->pdata[v];
      Way ways[NEAREST];
      guint n_ways = find_ways (world, moves, village, ways);

      for (guint i = 0; i < village->households && at < n; i++, at++)
        if (moves->site_of[at] != TUCE_DEMO_STAYS
            && g_str_equal (tuce_demo_draw_share (world->tables, "resettle_type", world->random), "1"))
          assign (world, moves, at, sizes[at], ways, n_ways);
    }
}

/* Whether a site is kept: one with fewer households than FEWEST only where building has not begun, as it may still get people. */
static gboolean
is_wanted (const TuceDemoSite *site)
{
  return site->households >= FEWEST || !site->days[TUCE_DEMO_STARTED];
}

/* Takes the households away from sites that have fewer than FEWEST (they move elsewhere), and removes those of these sites where building
 * has begun. */
static void
close_small (TuceDemoMoves *moves, guint n)
{
  g_autofree gint16 *now = g_new (gint16, MAX (moves->sites->len, 1));
  guint kept = 0;

  for (guint i = 0; i < moves->sites->len; i++)
    {
      TuceDemoSite *site = &g_array_index (moves->sites, TuceDemoSite, i);

      now[i] = site->households >= FEWEST ? (gint16) kept : TUCE_DEMO_SCATTERED;
      if (!is_wanted (site))
        continue;
      if (site->households < FEWEST)
        {
          site->households = site->people = 0;
          memset (site->houses, 0, sizeof site->houses);
        }
      g_array_index (moves->sites, TuceDemoSite, kept++) = *site;
    }
  g_array_set_size (moves->sites, kept);
  for (guint i = 0; i < n; i++)
    if (moves->site_of[i] >= 0)
      moves->site_of[i] = now[moves->site_of[i]];
}

/* A site that is not accepted yet may have houses for which no household is named: small ones. */
static void
set_spare (TuceDemoWorld *world, TuceDemoSite *site)
{
  if (site->days[TUCE_DEMO_ACCEPTED])
    return;
  site->spare = (guint) tuce_demo_between (world, 0, (int) site->households / 8);
  if (site->households == 0)
    site->spare = (guint) tuce_demo_between (world, 8, 30);
  for (guint i = 0; i < site->spare; i++)
    site->houses[tuce_demo_between (world, 1, 3)]++;
}

TuceDemoMoves *
tuce_demo_moves_new (TuceDemoWorld *world, GPtrArray *townships, const guint8 *sizes, guint n, guint people,
                     GPtrArray *rivers)
{
  TuceDemoMoves *moves = g_new0 (TuceDemoMoves, 1);
  g_autoptr (GPtrArray) villages = list_villages (townships);
  guint n_sites = (guint) (((guint64) n * SITES_OF_COUNTY + HOUSEHOLDS_OF_COUNTY / 2) / HOUSEHOLDS_OF_COUNTY);
  guint n_least = MIN (SITES_OF_FEW, n / HOUSEHOLDS_A_SITE);

  moves->site_of = g_new (gint16, MAX (n, 1));
  moves->sites = tuce_demo_plan_sites (world, villages, MAX (n_sites, n_least), rivers);
  choose_movers (world, moves, villages, sizes, n, people);
  assign_all (world, moves, villages, sizes, n);
  close_small (moves, n);
  for (guint i = 0; i < moves->sites->len; i++)
    set_spare (world, &g_array_index (moves->sites, TuceDemoSite, i));
  return moves;
}

void
tuce_demo_moves_free (TuceDemoMoves *moves)
{
  g_array_unref (moves->sites);
  g_free (moves->site_of);
  g_free (moves);
}
