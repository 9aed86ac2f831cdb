/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-median.h"

/* Starting points: one from the greedy method, and this many random ones with a fixed seed. */
#define BY_CHANCE 7
#define SEED 20180705

/* A smaller gain than this may be only rounding. */
#define GAIN 1e-6

typedef struct
{
  const TuceMedian *problem;
  GArray *open;    /* guint: places, the fixed ones first */
  gboolean *taken; /* of each place */
  int *first;      /* of each demand: index in @open of the nearest place, or -1 */
  float *nearest;  /* the distance to it */
  float *second;   /* the distance to the next nearest */
  double *loss;    /* for each of @open: the extra cost of giving it up for the place being tried */
} Search;

static void
search_init (Search *search, const TuceMedian *problem)
{
  search->problem = problem;
  search->open = g_array_new (FALSE, FALSE, sizeof (guint));
  search->taken = g_new0 (gboolean, problem->n_places);
  search->first = g_new (int, problem->n_demands);
  search->nearest = g_new (float, problem->n_demands);
  search->second = g_new (float, problem->n_demands);
  search->loss = g_new (double, problem->n_places);
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->open, g_array_unref);
  g_clear_pointer (&search->taken, g_free);
  g_clear_pointer (&search->first, g_free);
  g_clear_pointer (&search->nearest, g_free);
  g_clear_pointer (&search->second, g_free);
  g_clear_pointer (&search->loss, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static float
way (const TuceMedian *problem, guint demand, guint place)
{
  return problem->distances[(gsize) demand * problem->n_places + place];
}

/* Updates the nearest places after one was added at the end of @open. */
static void
note_last (Search *search)
{
  guint at = search->open->len - 1, place = g_array_index (search->open, guint, at);

  for (guint i = 0; i < search->problem->n_demands; i++)
    {
      float there = way (search->problem, i, place);

      if (there < search->nearest[i])
        {
          search->second[i] = search->nearest[i];
          search->nearest[i] = there;
          search->first[i] = (int) at;
        }
      else if (there < search->second[i])
        search->second[i] = there;
    }
}

static void
add (Search *search, guint place)
{
  g_array_append_val (search->open, place);
  search->taken[place] = TRUE;
  note_last (search);
}

static void
forget_ways (Search *search)
{
  for (guint i = 0; i < search->problem->n_demands; i++)
    {
      search->nearest[i] = search->second[i] = G_MAXFLOAT;
      search->first[i] = -1;
    }
}

static void
begin (Search *search)
{
  const TuceMedian *problem = search->problem;

  g_array_set_size (search->open, 0);
  for (guint j = 0; j < problem->n_places; j++)
    search->taken[j] = FALSE;
  forget_ways (search);
  for (guint i = 0; i < problem->n_fixed; i++)
    if (!search->taken[problem->fixed[i]])
      add (search, problem->fixed[i]);
}

static double
cost_of (const Search *search)
{
  double cost = 0;

  for (guint i = 0; i < search->problem->n_demands; i++)
    if (search->first[i] >= 0)
      cost += (double) search->problem->weights[i] * search->nearest[i];
  return cost;
}

/* The sum of distances if @place were open too. */
static double
cost_with (const Search *search, guint place)
{
  double cost = 0;

  for (guint i = 0; i < search->problem->n_demands; i++)
    cost += (double) search->problem->weights[i] * MIN (search->nearest[i], way (search->problem, i, place));
  return cost;
}

static void
add_greedily (Search *search, guint n)
{
  for (; n > 0; n--)
    {
      double least = G_MAXDOUBLE;
      guint best = 0;

      for (guint j = 0; j < search->problem->n_places; j++)
        {
          double cost = search->taken[j] ? G_MAXDOUBLE : cost_with (search, j);

          if (cost < least)
            {
              least = cost;
              best = j;
            }
        }
      add (search, best);
    }
}

static void
add_by_chance (Search *search, guint n, GRand *chance)
{
  while (n > 0)
    {
      guint place = (guint) g_rand_int_range (chance, 0, (gint32) search->problem->n_places);

      if (search->taken[place])
        continue;
      add (search, place);
      n--;
    }
}

/* The gain if @place replaces the best of the places that may be given up; sets @out to that one. */
static double
gain_of (Search *search, guint place, guint n_fixed, guint *out)
{
  const TuceMedian *problem = search->problem;
  double gain = 0, least = G_MAXDOUBLE;

  for (guint r = 0; r < search->open->len; r++)
    search->loss[r] = 0;
  for (guint i = 0; i < problem->n_demands; i++)
    {
      float there = way (problem, i, place);

      if (there < search->nearest[i])
        gain += (double) problem->weights[i] * (search->nearest[i] - there);
      else
        search->loss[search->first[i]]
            += (double) problem->weights[i] * ((double) MIN (search->second[i], there) - search->nearest[i]);
    }
  for (guint r = n_fixed; r < search->open->len; r++)
    if (search->loss[r] < least)
      {
        least = search->loss[r];
        *out = r;
      }
  return gain - least;
}

/* Makes the best exchange of one place for another. Returns: whether there was one with a gain. */
static gboolean
exchange (Search *search, guint n_fixed)
{
  double most = GAIN;
  guint in = G_MAXUINT, out = 0;

  for (guint j = 0; j < search->problem->n_places; j++)
    {
      guint candidate = 0;
      double gain = search->taken[j] ? 0 : gain_of (search, j, n_fixed, &candidate);

      if (gain > most)
        {
          most = gain;
          in = j;
          out = candidate;
        }
    }
  if (in == G_MAXUINT)
    return FALSE;

  g_autoptr (GArray) open = g_steal_pointer (&search->open);

  search->taken[g_array_index (open, guint, out)] = FALSE;
  g_array_index (open, guint, out) = in;
  search->open = g_array_new (FALSE, FALSE, sizeof (guint));
  forget_ways (search);
  for (guint r = 0; r < open->len; r++)
    add (search, g_array_index (open, guint, r));
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static GArray *
chosen (const Search *search, guint n_fixed)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint r = n_fixed; r < search->open->len; r++)
    g_array_append_val (places, g_array_index (search->open, guint, r));
  g_array_sort (places, compare_places);
  return places;
}

GArray *
tuce_median_solve (const TuceMedian *problem, double *cost, GCancellable *cancellable)
{
  g_auto (Search) search = { 0 };
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  GArray *best = NULL;
  double least = G_MAXDOUBLE;

  search_init (&search, problem);
  for (guint round = 0; round <= BY_CHANCE; round++)
    {
      guint n_fixed, n;

      begin (&search);
      n_fixed = search.open->len;
      n = MIN (problem->n_open, problem->n_places - n_fixed);
      if (round == 0)
        add_greedily (&search, n);
      else
        add_by_chance (&search, n, chance);
      while (n > 0 && exchange (&search, n_fixed))
        if (g_cancellable_is_cancelled (cancellable))
          break;
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_clear_pointer (&best, g_array_unref);
          return NULL;
        }
      if (cost_of (&search) < least - GAIN)
        {
          least = cost_of (&search);
          g_clear_pointer (&best, g_array_unref);
          best = chosen (&search, n_fixed);
        }
    }
  if (cost)
    *cost = least;
  return best;
}
