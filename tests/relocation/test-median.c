/* SPDX-License-Identifier: GPL-3.0-or-later */
/* p-median: on small problems never worse than brute force by more than is allowed, and mostly equal; fixed places;
   limits. */
#include "tuce-median.h"

#include <math.h>

#define MOST 12

typedef struct
{
  TuceMedian problem;
  guint weights[60];
  float distances[60 * MOST];
  guint fixed[2];
} Invented;

static void
invent (Invented *self, GRand *rand, guint n_demands, guint n_places, guint n_fixed, guint n_open)
{
  double x[MOST], y[MOST];

  self->problem
      = (TuceMedian){ n_demands, n_places, self->weights, self->distances, self->fixed, n_fixed, n_open };
  for (guint j = 0; j < n_places; j++)
    {
      x[j] = g_rand_double (rand);
      y[j] = g_rand_double (rand);
    }
  for (guint i = 0; i < n_fixed; i++)
    self->fixed[i] = i;
  for (guint i = 0; i < n_demands; i++)
    {
      double at_x = g_rand_double (rand), at_y = g_rand_double (rand);

      self->weights[i] = (guint) g_rand_int_range (rand, 1, 8);
      for (guint j = 0; j < n_places; j++)
        self->distances[i * n_places + j] = (float) hypot (at_x - x[j], at_y - y[j]);
    }
}

/* The sum of distances when the places of @mask are open. */
static double
cost_of (const TuceMedian *problem, guint mask)
{
  double cost = 0;

  for (guint i = 0; i < problem->n_demands; i++)
    {
      float least = G_MAXFLOAT;

      for (guint j = 0; j < problem->n_places; j++)
        if (mask & 1u << j)
          least = MIN (least, problem->distances[i * problem->n_places + j]);
      cost += (double) problem->weights[i] * least;
    }
  return cost;
}

static guint
fixed_mask (const TuceMedian *problem)
{
  guint mask = 0;

  for (guint i = 0; i < problem->n_fixed; i++)
    mask |= 1u << problem->fixed[i];
  return mask;
}

static double
brute_force (const TuceMedian *problem)
{
  guint fixed = fixed_mask (problem);
  double least = G_MAXDOUBLE;

  for (guint mask = 0; mask < 1u << problem->n_places; mask++)
    if ((mask & fixed) == fixed && (guint) __builtin_popcount (mask & ~fixed) == problem->n_open)
      least = MIN (least, cost_of (problem, mask));
  return least;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint best = 0, n = 300;

  for (guint round = 0; round < n; round++)
    {
      Invented invented;
      guint n_fixed = round % 3, mask;
      double told, least;

      invent (&invented, rand, (guint) g_rand_int_range (rand, 1, 60), MOST, n_fixed,
              (guint) g_rand_int_range (rand, 1, 6));
      mask = fixed_mask (&invented.problem);
      g_autoptr (GArray) chosen = tuce_median_solve (&invented.problem, &told, NULL);

      g_assert_cmpuint (chosen->len, ==, invented.problem.n_open);
      for (guint i = 0; i < chosen->len; i++)
        {
          guint place = g_array_index (chosen, guint, i);

          g_assert_cmpuint (mask & 1u << place, ==, 0);
          g_assert_true (i == 0 || place > g_array_index (chosen, guint, i - 1));
          mask |= 1u << place;
        }
      /* The cost it gives is that of the places it gives. */
      g_assert_cmpfloat_with_epsilon (told, cost_of (&invented.problem, mask), 1e-4);
      least = brute_force (&invented.problem);
      g_assert_cmpfloat (told, >=, least - 1e-4);
      g_assert_cmpfloat (told, <=, least * 1.02 + 1e-4);
      best += told <= least + 1e-4;
    }
  g_test_message ("%u of %u are the best there is", best, n);
  g_assert_cmpuint (best, >=, n * 99 / 100);
}

static void
test_limits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Invented invented;
  double cost;

  /* More than there are: it gives all. */
  invent (&invented, rand, 20, 5, 1, 40);
  g_autoptr (GArray) all = tuce_median_solve (&invented.problem, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  /* None besides a fixed one. */
  invented.problem.n_open = 0;
  g_autoptr (GArray) none = tuce_median_solve (&invented.problem, &cost, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpfloat_with_epsilon (cost, cost_of (&invented.problem, 1), 1e-4);
  g_cancellable_cancel (cancelled);
  g_assert_null (tuce_median_solve (&invented.problem, NULL, cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/median/brute-force", test_brute_force);
  g_test_add_func ("/median/limits", test_limits);
  return g_test_run ();
}
