/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the demo's townships and villages lie, which are poor, and how many households each has. */
#include "tuce-demo-places.h"

#include <string.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-voronoi.h"

/* 渠县 in 2014: 130 poor villages, by the county's website (quxian.gov.cn); the rural population follows from 143,802 poor
 * people being 12.1 % of it. */
#define POOR_VILLAGES 130
#define RURAL_PEOPLE 1188000

static void
village_clear (gpointer data)
{
  g_clear_pointer (&((TuceDemoVillage *) data)->cell, tuce_shape_unref);
}

static void
township_free (gpointer data)
{
  TuceDemoTownship *township = data;

  g_clear_pointer (&township->cell, tuce_shape_unref);
  g_clear_pointer (&township->villages, g_array_unref);
  g_free (township);
}

/* Where the seat of a township is known (data/divisions/seats.csv), puts it in the place of the nearest seed. */
static gboolean
place_known_seats (GPtrArray *townships, const TuceShape *outline, TucePosition *seeds, GError **error)
{
  static const char *const columns[] = { "code", "lon", "lat", NULL };
  g_autofree char *path = tuce_data_path ("divisions", "seats.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);

  if (!csv || !tuce_csv_require (csv, columns, error))
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TucePosition seat = { g_ascii_strtod (tuce_csv_cell (csv, row, "lon"), NULL),
                            g_ascii_strtod (tuce_csv_cell (csv, row, "lat"), NULL) };

      for (guint i = 0; i < townships->len && tuce_shape_contains (outline, seat); i++)
        {
          const TuceDemoTownship *township = townships->pdata[i];
          guint nearest = 0;

          if (!g_str_equal (township->division->code, tuce_csv_cell (csv, row, "code")))
            continue;
          for (guint s = 1; s < townships->len; s++)
            if (tuce_position_distance (seeds[s], seat) < tuce_position_distance (seeds[nearest], seat))
              nearest = s;
          seeds[nearest] = seeds[i];
          seeds[i] = seat;
        }
    }
  return TRUE;
}

static gboolean
lay_out_townships (TuceDemoWorld *world, GPtrArray *townships, const TuceShape *outline, GError **error)
{
  g_autofree TucePosition *seeds = tuce_voronoi_seeds (outline, townships->len, world->random, error);
  g_autoptr (GPtrArray) cells = NULL;

  if (!seeds || !place_known_seats (townships, outline, seeds, error))
    return FALSE;
  cells = tuce_voronoi_cells (outline, seeds, townships->len, error);
  if (!cells)
    return FALSE;
  for (guint i = 0; i < townships->len; i++)
    ((TuceDemoTownship *) townships->pdata[i])->cell = tuce_shape_ref (cells->pdata[i]);
  return TRUE;
}

static gboolean
lay_out_villages (TuceDemoWorld *world, TuceDemoTownship *township, GError **error)
{
  guint n = township->villages->len;
  g_autofree TucePosition *seeds = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  if (n == 0)
    return TRUE;
  seeds = tuce_voronoi_seeds (township->cell, n, world->random, error);
  cells = seeds ? tuce_voronoi_cells (township->cell, seeds, n, error) : NULL;
  if (!cells)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      TuceDemoVillage *village = &g_array_index (township->villages, TuceDemoVillage, i);

      village->cell = tuce_shape_ref (cells->pdata[i]);
      village->seat = seeds[i];
      village->groups = g_rand_int_range (world->random, 4, 11);
    }
  return TRUE;
}

/* Gives all villages of all townships in a random order. */
static GPtrArray *
shuffled_villages (TuceDemoWorld *world, GPtrArray *townships)
{
  GPtrArray *villages = g_ptr_array_new ();

  for (guint t = 0; t < townships->len; t++)
    {
      TuceDemoTownship *township = townships->pdata[t];

      for (guint v = 0; v < township->villages->len; v++)
        g_ptr_array_add (villages, &g_array_index (township->villages, TuceDemoVillage, v));
    }
  for (guint i = villages->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (world->random, 0, (gint32) i);
      gpointer kept = villages->pdata[i - 1];

      villages->pdata[i - 1] = villages->pdata[other];
      villages->pdata[other] = kept;
    }
  return villages;
}

static void
choose_poor (TuceDemoWorld *world, GPtrArray *villages)
{
  guint chosen = 0;

  for (guint i = 0; i < villages->len && chosen < POOR_VILLAGES; i++)
    {
      TuceDemoVillage *village = villages->pdata[i];
      int year;

      if (g_strcmp0 (village->division->kind, "village") != 0)
        continue;
      year = (int) g_ascii_strtoull (
          tuce_demo_draw_share (world->tables, "exit_year_of_village", world->random), NULL, 10);
      village->poor = TRUE;
      village->plan_exit_year = year;
      village->exit_year = year < world->year ? year : 0;
      chosen++;
    }
}

static int
more_left (gconstpointer a, gconstpointer b, gpointer rest)
{
  const double *left = rest;
  guint first = *(const guint *) a, second = *(const guint *) b;

  if (left[first] != left[second])
    return left[first] < left[second] ? 1 : -1;
  return first < second ? -1 : 1;
}

/* Distributes @households among the villages in proportion to their weights (largest remainder method), and the rural
 * population with them. */
static void
share_out (TuceDemoWorld *world, GPtrArray *villages, guint households)
{
  g_autofree double *weights = g_new0 (double, MAX (villages->len, 1));
  g_autofree double *rest = g_new0 (double, MAX (villages->len, 1));
  g_autofree guint *order = g_new0 (guint, MAX (villages->len, 1));
  double sum = 0, people = 0;
  guint given = 0;

  for (guint i = 0; i < villages->len; i++)
    {
      const TuceDemoVillage *village = villages->pdata[i];
      gboolean community = g_strcmp0 (village->division->kind, "community") == 0;
      double size = 0.65 + 0.8 * g_rand_double (world->random);

      weights[i] = size * (village->poor ? 2.2 : community ? 0.35 : 1);
      rest[i] = size;
      people += size;
      sum += weights[i];
    }
  for (guint i = 0; i < villages->len; i++)
    {
      TuceDemoVillage *village = villages->pdata[i];
      double share = households * weights[i] / sum;

      village->rural_people = (int) (RURAL_PEOPLE * rest[i] / people);
      village->households = (guint) share;
      rest[i] = share - village->households;
      given += village->households;
      order[i] = i;
    }
  g_qsort_with_data (order, (gint) villages->len, sizeof *order, more_left, rest);
  for (guint i = 0; i < villages->len && given < households; i++, given++)
    ((TuceDemoVillage *) villages->pdata[order[i]])->households++;
}

static GPtrArray *
list_townships (TuceDivisions *divisions, const char *county_code)
{
  GPtrArray *townships = g_ptr_array_new_with_free_func (township_free);
  g_autoptr (GPtrArray) list = tuce_divisions_list (divisions, "township", county_code);

  for (guint i = 0; i < list->len; i++)
    {
      TuceDemoTownship *township = g_new0 (TuceDemoTownship, 1);
      g_autoptr (GPtrArray) below = NULL;

      township->division = list->pdata[i];
      township->villages = g_array_new (FALSE, TRUE, sizeof (TuceDemoVillage));
      g_array_set_clear_func (township->villages, village_clear);
      below = tuce_divisions_list (divisions, "village", township->division->code);
      for (guint v = 0; v < below->len; v++)
        {
          TuceDemoVillage village = { .division = below->pdata[v] };

          g_array_append_val (township->villages, village);
        }
      g_ptr_array_add (townships, township);
    }
  return townships;
}

GPtrArray *
tuce_demo_places_new (TuceDemoWorld *world, TuceDivisions *divisions, const char *county_code,
                      const TuceShape *outline, guint households, GError **error)
{
  g_autoptr (GPtrArray) townships = list_townships (divisions, county_code);
  g_autoptr (GPtrArray) villages = NULL;

  if (!lay_out_townships (world, townships, outline, error))
    return NULL;
  for (guint i = 0; i < townships->len; i++)
    if (!lay_out_villages (world, townships->pdata[i], error))
      return NULL;
  villages = shuffled_villages (world, townships);
  choose_poor (world, villages);
  share_out (world, villages, households);
  return g_steal_pointer (&townships);
}

/* Gives a random number from about −1 to 1, mostly near 0. */
static double
scatter (TuceDemoWorld *world)
{
  return (g_rand_double (world->random) + g_rand_double (world->random) + g_rand_double (world->random)) / 1.5 - 1;
}

TucePosition
tuce_demo_position (TuceDemoWorld *world, const TuceShape *cell, TucePosition middle, TucePosition seat)
{
  double lon = (cell->box.east - cell->box.west) / 9, lat = (cell->box.north - cell->box.south) / 9;

  for (guint tries = 0; tries < 40; tries++)
    {
      TucePosition position = { middle.lon + lon * scatter (world), middle.lat + lat * scatter (world) };

      if (tuce_shape_contains (cell, position))
        return position;
    }
  return seat;
}

TucePosition *
tuce_demo_groups (TuceDemoWorld *world, const TuceDemoVillage *village)
{
  TucePosition *groups = g_new (TucePosition, village->groups);
  TuceBox box = village->cell->box;

  for (int i = 0; i < village->groups; i++)
    {
      groups[i] = village->seat;
      for (guint tries = 0; tries < 100; tries++)
        {
          TucePosition position
              = { box.west + (box.east - box.west) * (0.08 + 0.84 * g_rand_double (world->random)),
                  box.south + (box.north - box.south) * (0.08 + 0.84 * g_rand_double (world->random)) };

          if (!tuce_shape_contains (village->cell, position))
            continue;
          groups[i] = position;
          break;
        }
    }
  return groups;
}
