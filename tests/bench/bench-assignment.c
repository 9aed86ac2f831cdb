/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Assigning households to sites: against one bare pass over the same table of costs that gives everybody his nearest site,
 * room or none, in the same process.
 */
#include <time.h>

#include "tuce-assignment.h"

static double
cpu_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gint64
nearest (const TuceAssignment *problem)
{
  gint64 sum = 0;

  for (guint i = 0; i < problem->n_units; i++)
    {
      gint64 least = G_MAXINT64;

      for (guint j = 0; j < problem->n_rooms; j++)
        least = MIN (least, problem->costs[(gsize) i * problem->n_rooms + j]);
      sum += least;
    }
  return sum;
}

/* Households and sites strewn over 50 by 60 km, distances in metres; @share of the room is needed. */
static void
measure (guint n_units, guint n_rooms, double share, gboolean people)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree TuceUnit *units = g_new0 (TuceUnit, n_units);
  g_autofree TuceRoom *rooms = g_new0 (TuceRoom, n_rooms);
  g_autofree gint64 *costs = g_new (gint64, (gsize) n_units * n_rooms);
  g_autofree double *x = g_new (double, n_units + n_rooms), *y = g_new (double, n_units + n_rooms);
  TuceAssignment problem = { n_units, units, n_rooms, rooms, 0, costs };
  g_autoptr (TuceAssigned) assigned = NULL;
  guint n_people = 0;
  double from, bare, spent;

  for (guint i = 0; i < n_units + n_rooms; i++)
    {
      x[i] = g_rand_double_range (rand, 0, 50000);
      y[i] = g_rand_double_range (rand, 0, 60000);
    }
  for (guint i = 0; i < n_units; i++)
    {
      units[i] = (TuceUnit){ 1, (guint) g_rand_int_range (rand, 1, 7), NULL };
      n_people += units[i].people;
      for (guint j = 0; j < n_rooms; j++)
        costs[(gsize) i * n_rooms + j]
            = (gint64) (ABS (x[i] - x[n_units + j]) + ABS (y[i] - y[n_units + j]));
    }
  for (guint j = 0; j < n_rooms; j++)
    rooms[j] = (TuceRoom){ people ? G_MAXUINT : (guint) (n_units / share / n_rooms) + 1,
                           people ? (guint) (n_people / share / n_rooms) + 1 : G_MAXUINT, NULL };
  from = cpu_milliseconds ();
  g_assert_cmpint (nearest (&problem), >, 0);
  bare = cpu_milliseconds () - from;
  from = cpu_milliseconds ();
  assigned = tuce_assign (&problem, NULL);
  spent = cpu_milliseconds () - from;
  g_print ("%u households, %u sites, %.0f %% of the room in %s: %.1f ms CPU, %.0f × the bare pass; %u placed, %s, gap %.3f %%\n",
           n_units, n_rooms, share * 100, people ? "people" : "households", spent, spent / bare, assigned->households,
           assigned->exact ? "exact" : "best found", tuce_assigned_gap (assigned) * 100);
}

int
main (void)
{
  measure (5000, 20, 0.95, FALSE);
  measure (5000, 20, 1.1, FALSE);
  measure (20000, 60, 0.95, FALSE);
  measure (20000, 60, 1.05, FALSE);
  measure (500, 10, 0.95, TRUE);
  measure (5000, 20, 0.98, TRUE);
  return 0;
}
