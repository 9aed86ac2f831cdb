/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Assignments are as cheap as those of GLPK and of brute force; every bound given is one; every unplaced unit has the
   right reason. */
#include <glpk.h>
#include <string.h>

#include "tuce-assignment.h"

#define MOST_ROOMS 8
#define MOST_UNITS 60
#define N_KINDS 3

/* A problem together with the memory it points to. */
typedef struct
{
  TuceAssignment problem;
  TuceUnit units[MOST_UNITS];
  guint needed[MOST_UNITS][N_KINDS];
  TuceRoom rooms[MOST_ROOMS];
  guint houses[MOST_ROOMS][N_KINDS];
  gint64 costs[MOST_UNITS * MOST_ROOMS];
} Invented;

typedef enum
{
  COUNT_HOUSEHOLDS = 1,
  COUNT_PEOPLE = 2,
  COUNT_HOUSES = 4,
  KEEP_GROUPS = 8
} Counts;

static void
invent (Invented *self, GRand *rand, guint n_units, guint n_rooms, Counts counts, double tightness)
{
  guint share = (guint) (tightness * n_units / n_rooms) + 1;

  memset (self, 0, sizeof *self);
  self->problem = (TuceAssignment){ n_units, self->units, n_rooms, self->rooms, N_KINDS, self->costs };
  for (guint i = 0; i < n_units; i++)
    {
      guint households = counts & KEEP_GROUPS ? (guint) g_rand_int_range (rand, 1, 4) : 1;
      guint people = households * (guint) g_rand_int_range (rand, 1, 7);

      self->needed[i][g_rand_int_range (rand, 0, N_KINDS)] = 1;
      self->units[i] = (TuceUnit){ households, people, counts & COUNT_HOUSES ? self->needed[i] : NULL };
    }
  for (guint j = 0; j < n_rooms; j++)
    {
      for (guint k = 0; k < N_KINDS; k++)
        self->houses[j][k] = (guint) g_rand_int_range (rand, 0, (int) share + 1);
      self->rooms[j]
          = (TuceRoom){ counts & COUNT_HOUSEHOLDS ? (guint) g_rand_int_range (rand, 0, (int) (2 * share) + 1) : G_MAXUINT,
                        counts & COUNT_PEOPLE ? (guint) g_rand_int_range (rand, 0, (int) (7 * share) + 1) : G_MAXUINT,
                        counts & COUNT_HOUSES ? self->houses[j] : NULL };
    }
  for (guint i = 0; i < n_units * n_rooms; i++)
    self->costs[i] = g_rand_int_range (rand, 0, 6) == 0 ? TUCE_TRANSPORT_FORBIDDEN : g_rand_int_range (rand, 0, 1000);
}

/* How good an assignment is: first people (or households) placed, then cost. */
typedef struct
{
  gint64 placed;
  gint64 cost;
} Worth;

static gint64
weight (const TuceAssignment *problem, guint unit)
{
  gboolean people = FALSE;

  for (guint j = 0; j < problem->n_rooms; j++)
    people |= problem->rooms[j].people != G_MAXUINT;
  return people ? problem->units[unit].people : problem->units[unit].households;
}

static gboolean
is_allowed (const TuceAssignment *problem, const int *room)
{
  for (guint j = 0; j < problem->n_rooms; j++)
    {
      gint64 households = 0, people = 0, houses[N_KINDS] = { 0 };

      for (guint i = 0; i < problem->n_units; i++)
        {
          if (room[i] != (int) j)
            continue;
          if (problem->costs[i * problem->n_rooms + j] == TUCE_TRANSPORT_FORBIDDEN)
            return FALSE;
          households += problem->units[i].households;
          people += problem->units[i].people;
          for (guint k = 0; problem->units[i].houses && k < N_KINDS; k++)
            houses[k] += problem->units[i].houses[k];
        }
      if (households > problem->rooms[j].households || people > problem->rooms[j].people)
        return FALSE;
      for (guint k = 0; problem->rooms[j].houses && k < N_KINDS; k++)
        if (houses[k] > problem->rooms[j].houses[k])
          return FALSE;
    }
  return TRUE;
}

static Worth
worth_of (const TuceAssignment *problem, const int *room)
{
  Worth worth = { 0, 0 };

  for (guint i = 0; i < problem->n_units; i++)
    if (room[i] >= 0)
      {
        if (problem->costs[i * problem->n_rooms + (guint) room[i]] == TUCE_TRANSPORT_FORBIDDEN)
          continue; /* not allowed in any case */
        worth.placed += weight (problem, i);
        worth.cost += problem->costs[i * problem->n_rooms + (guint) room[i]];
      }
  return worth;
}

static void
try_all (const TuceAssignment *problem, int *room, guint unit, Worth *best)
{
  if (unit == problem->n_units)
    {
      Worth worth = worth_of (problem, room);

      if (is_allowed (problem, room)
          && (worth.placed > best->placed || (worth.placed == best->placed && worth.cost < best->cost)))
        *best = worth;
      return;
    }
  for (room[unit] = -1; room[unit] < (int) problem->n_rooms; room[unit]++)
    try_all (problem, room, unit + 1, best);
}

/* Tries every unit of a small problem in every room. */
static Worth
brute_force (const TuceAssignment *problem)
{
  int room[MOST_UNITS];
  Worth best = { -1, 0 };

  try_all (problem, room, 0, &best);
  return best;
}

static void
check_sound (const TuceAssignment *problem, const TuceAssigned *assigned)
{
  Worth worth = worth_of (problem, assigned->room);

  g_assert_true (is_allowed (problem, assigned->room));
  g_assert_cmpint (worth.cost, ==, assigned->cost);
  g_assert_cmpint (assigned->bound, <=, assigned->cost);
  for (guint i = 0; i < problem->n_units; i++)
    g_assert_cmpint (assigned->placement[i] == TUCE_PLACED, ==, assigned->room[i] >= 0);
}

static void
test_brute_force_exact (void)
{
  const Counts counts[] = { COUNT_HOUSEHOLDS, COUNT_HOUSES };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Invented invented;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (TuceAssigned) assigned = NULL;
      Worth best;

      invent (&invented, rand, (guint) g_rand_int_range (rand, 1, 8), (guint) g_rand_int_range (rand, 1, 4),
              counts[i % 2], 0.7 + (i % 5) * 0.2);
      assigned = tuce_assign (&invented.problem, NULL);
      best = brute_force (&invented.problem);
      check_sound (&invented.problem, assigned);
      g_assert_true (assigned->exact);
      g_assert_cmpint (assigned->households, ==, best.placed);
      g_assert_cmpint (assigned->cost, ==, best.cost);
    }
}

/* Where no exact method exists: a result called exact is the best one, and the bound is right whenever as many as
   possible are placed. */
static void
test_brute_force_bound (void)
{
  const Counts counts[] = { COUNT_PEOPLE, COUNT_PEOPLE | COUNT_HOUSEHOLDS, COUNT_PEOPLE | COUNT_HOUSES,
                            COUNT_HOUSEHOLDS | KEEP_GROUPS, COUNT_PEOPLE | KEEP_GROUPS,
                            COUNT_PEOPLE | COUNT_HOUSES | COUNT_HOUSEHOLDS };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  guint n_best = 0, n_exact = 0, n = 0;
  Invented invented;

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (TuceAssigned) assigned = NULL;
      Worth best, found;

      invent (&invented, rand, (guint) g_rand_int_range (rand, 1, 8), (guint) g_rand_int_range (rand, 1, 4),
              counts[i % G_N_ELEMENTS (counts)], 0.8 + (i % 5) * 0.3);
      assigned = tuce_assign (&invented.problem, NULL);
      best = brute_force (&invented.problem);
      check_sound (&invented.problem, assigned);
      found = worth_of (&invented.problem, assigned->room);
      g_assert_cmpint (found.placed, <=, best.placed);
      if (assigned->exact)
        g_assert_cmpint (found.placed, ==, best.placed);
      if (assigned->exact)
        g_assert_cmpint (found.cost, ==, best.cost);
      if (found.placed == best.placed)
        g_assert_cmpint (assigned->bound, <=, best.cost);
      n++;
      n_exact += assigned->exact;
      n_best += found.placed == best.placed && found.cost == best.cost;
    }
  g_test_message ("%u problems: the best found in %u, known to be the best in %u", n, n_best, n_exact);
  /* the search proves nothing, but its results must not be poor */
  g_assert_cmpuint (n_best, >, n * 8 / 10);
}

/* The same transport problem as a network for GLPK: source, units, rooms and "nowhere", sink. */
static gint64
solve_with_glpk (const TuceAssignment *problem, gint64 penalty)
{
  glp_graph *graph = glp_create_graph ((int) sizeof (double), 3 * (int) sizeof (double));
  guint n = problem->n_units, m = problem->n_rooms;
  double cost;

  glp_add_vertices (graph, (int) (n + m + 2));
  for (guint i = 0; i < n; i++)
    {
      double supply = 1;

      memcpy (graph->v[i + 1]->data, &supply, sizeof supply);
      for (guint j = 0; j <= m; j++)
        {
          gint64 price = j == m ? penalty : problem->costs[i * m + j];
          double arc[3] = { 0, 1, (double) price };

          if (price != TUCE_TRANSPORT_FORBIDDEN)
            memcpy (glp_add_arc (graph, (int) i + 1, (int) (n + j + 1))->data, arc, sizeof arc);
        }
    }
  for (guint j = 0; j <= m; j++)
    {
      double arc[3] = { 0, j == m ? n : problem->rooms[j].households, 0 };

      memcpy (glp_add_arc (graph, (int) (n + j + 1), (int) (n + m + 2))->data, arc, sizeof arc);
    }
  {
    double demand = -(double) n;

    memcpy (graph->v[n + m + 2]->data, &demand, sizeof demand);
  }
  g_assert_cmpint (glp_mincost_okalg (graph, 0, 0, sizeof (double), 2 * sizeof (double), &cost, -1, -1), ==, 0);
  glp_delete_graph (graph);
  return (gint64) (cost + 0.5);
}

static void
test_glpk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  const gint64 penalty = 1000000;
  Invented invented;

  glp_term_out (GLP_OFF);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TuceAssigned) assigned = NULL;
      guint n_units = (guint) g_rand_int_range (rand, 5, MOST_UNITS);

      invent (&invented, rand, n_units, (guint) g_rand_int_range (rand, 2, MOST_ROOMS), COUNT_HOUSEHOLDS,
              0.6 + (i % 7) * 0.1);
      assigned = tuce_assign (&invented.problem, NULL);
      check_sound (&invented.problem, assigned);
      g_assert_true (assigned->exact);
      g_assert_cmpint (assigned->cost + penalty * (n_units - assigned->households), ==,
                       solve_with_glpk (&invented.problem, penalty));
    }
}

static void
test_reasons (void)
{
  const guint one_small[N_KINDS] = { 1, 0, 0 }, one_large[N_KINDS] = { 0, 0, 1 };
  const guint houses[N_KINDS] = { 1, 1, 0 };
  const TuceUnit units[] = { { 1, 2, one_small }, { 1, 2, one_small }, { 1, 2, one_small }, { 1, 9, one_large } };
  const TuceRoom rooms[] = { { G_MAXUINT, 5, houses } };
  const gint64 costs[] = { 5, 3, TUCE_TRANSPORT_FORBIDDEN, 1 };
  const TuceAssignment problem = { 4, units, 1, rooms, N_KINDS, costs };
  g_autoptr (TuceAssigned) assigned = tuce_assign (&problem, NULL);

  g_assert_cmpint (assigned->placement[0], ==, TUCE_UNPLACED_NO_HOUSE);
  g_assert_cmpint (assigned->placement[1], ==, TUCE_PLACED);
  g_assert_cmpint (assigned->placement[2], ==, TUCE_UNPLACED_FORBIDDEN);
  g_assert_cmpint (assigned->placement[3], ==, TUCE_UNPLACED_TOO_LARGE);
  g_assert_cmpint (assigned->cost, ==, 3);
}

static void
test_empty (void)
{
  const TuceRoom room = { 0, G_MAXUINT, NULL };
  const TuceUnit unit = { 1, 3, NULL };
  const gint64 cost = 7;
  const TuceAssignment nobody = { 0, NULL, 1, &room, 0, NULL };
  const TuceAssignment nowhere = { 1, &unit, 0, NULL, 0, NULL };
  const TuceAssignment full = { 1, &unit, 1, &room, 0, &cost };
  const TuceAssignment *problems[] = { &nobody, &nowhere, &full };

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autoptr (TuceAssigned) assigned = tuce_assign (problems[i], NULL);

      g_assert_cmpuint (assigned->households, ==, 0);
      g_assert_cmpint (assigned->cost, ==, 0);
      g_assert_cmpfloat (tuce_assigned_gap (assigned), ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  Invented invented;

  invent (&invented, rand, MOST_UNITS, MOST_ROOMS, COUNT_PEOPLE, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (tuce_assign (&invented.problem, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/relocation/assignment/brute-force-exact", test_brute_force_exact);
  g_test_add_func ("/relocation/assignment/brute-force-bound", test_brute_force_bound);
  g_test_add_func ("/relocation/assignment/glpk", test_glpk);
  g_test_add_func ("/relocation/assignment/reasons", test_reasons);
  g_test_add_func ("/relocation/assignment/empty", test_empty);
  g_test_add_func ("/relocation/assignment/cancelled", test_cancelled);
  return g_test_run ();
}
