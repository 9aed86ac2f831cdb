/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-assignment.h"

#include "tuce-placing.h"

/* The cost of one person of a unit is a fraction: it is counted in units of 1/PARTS and rounded down, so that the bound
   stays a lower bound. */
#define PARTS 1024
/* How many prices for one left-out person or household are tried to find the bound when not all are placed. */
#define N_PRICES 12
/* The most restarts of the search, and the number for a problem of one unit: the effort grows with the square of the
   number of units. */
#define MOST_SHAKES 100
#define SHAKES_FOR_ONE 10000000

/* What one relaxed problem counts; it ignores the other limits. */
typedef enum
{
  BY_PEOPLE,
  BY_HOUSEHOLDS,
  BY_HOUSES
} Measure;

/* Which limits exist in a problem, and which units can be placed at all. */
typedef struct
{
  const TuceAssignment *problem;
  gboolean counts_people, counts_households, counts_houses;
  gboolean has_groups; /* units of more than one household */
  gboolean *hopeless;  /* for each unit: whether no room could take it, even with all rooms empty */
  guint n_hopeful;
} View;

static gboolean
fits_empty (const TuceAssignment *problem, guint unit, guint room)
{
  const TuceUnit *in = &problem->units[unit];
  const TuceRoom *at = &problem->rooms[room];

  if (problem->costs[(gsize) unit * problem->n_rooms + room] == TUCE_TRANSPORT_FORBIDDEN
      || in->households > at->households || in->people > at->people)
    return FALSE;
  for (guint k = 0; in->houses && at->houses && k < problem->n_kinds; k++)
    if (in->houses[k] > at->houses[k])
      return FALSE;
  return TRUE;
}

static void
look (View *self, const TuceAssignment *problem)
{
  *self = (View){ .problem = problem, .hopeless = g_new0 (gboolean, problem->n_units + 1) };
  for (guint j = 0; j < problem->n_rooms; j++)
    {
      self->counts_people |= problem->rooms[j].people != G_MAXUINT;
      self->counts_households |= problem->rooms[j].households != G_MAXUINT;
      self->counts_houses |= problem->rooms[j].houses != NULL && problem->n_kinds > 0;
    }
  for (guint i = 0; i < problem->n_units; i++)
    {
      self->has_groups |= problem->units[i].households != 1;
      self->hopeless[i] = TRUE;
      for (guint j = 0; j < problem->n_rooms; j++)
        if (fits_empty (problem, i, j))
          self->hopeless[i] = FALSE;
      self->n_hopeful += !self->hopeless[i];
    }
}

static guint
supply_of (const TuceUnit *unit, Measure measure)
{
  return measure == BY_PEOPLE ? unit->people : measure == BY_HOUSEHOLDS ? unit->households : 1;
}

/* Which kind of house a single household needs; n_kinds for none. */
static guint
kind_of (const TuceAssignment *problem, guint unit)
{
  guint kind = 0;

  while (kind < problem->n_kinds && (!problem->units[unit].houses || !problem->units[unit].houses[kind]))
    kind++;
  return kind;
}

/* A transport problem being built, and which unit each of its rows stands for. */
typedef struct
{
  GArray *units;      /* guint */
  GArray *supplies;   /* guint */
  GArray *capacities; /* guint */
  GArray *costs;      /* gint64 */
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->units, g_array_unref);
  g_clear_pointer (&draft->supplies, g_array_unref);
  g_clear_pointer (&draft->capacities, g_array_unref);
  g_clear_pointer (&draft->costs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
draft_init (Draft *draft)
{
  draft->units = g_array_new (FALSE, FALSE, sizeof (guint));
  draft->supplies = g_array_new (FALSE, FALSE, sizeof (guint));
  draft->capacities = g_array_new (FALSE, FALSE, sizeof (guint));
  draft->costs = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* @kind: take only households that need this kind of house; -1 for all. */
static void
draft_fill (Draft *draft, const View *view, Measure measure, int kind)
{
  const TuceAssignment *problem = view->problem;

  for (guint j = 0; j < problem->n_rooms; j++)
    {
      const TuceRoom *room = &problem->rooms[j];
      guint capacity = measure == BY_PEOPLE       ? room->people
                       : measure == BY_HOUSEHOLDS ? room->households
                       : room->houses && (guint) kind < problem->n_kinds ? room->houses[kind]
                                                                         : G_MAXUINT;

      g_array_append_val (draft->capacities, capacity);
    }
  for (guint i = 0; i < problem->n_units; i++)
    {
      guint supply = supply_of (&problem->units[i], measure);

      if (view->hopeless[i] || !supply || (kind >= 0 && kind_of (problem, i) != (guint) kind))
        continue;
      g_array_append_val (draft->units, i);
      g_array_append_val (draft->supplies, supply);
      for (guint j = 0; j < problem->n_rooms; j++)
        {
          gint64 cost = fits_empty (problem, i, j) ? problem->costs[(gsize) i * problem->n_rooms + j] * PARTS / supply
                                                   : TUCE_TRANSPORT_FORBIDDEN;

          g_array_append_val (draft->costs, cost);
        }
    }
}

static TuceTransported *
draft_solve (const Draft *draft, guint n_rooms, gint64 penalty, GCancellable *cancellable)
{
  TuceTransport transport = { draft->units->len,
                              n_rooms,
                              (const gint64 *) (gpointer) draft->costs->data,
                              (const guint *) (gpointer) draft->supplies->data,
                              (const guint *) (gpointer) draft->capacities->data,
                              penalty };

  return tuce_transport_solve (&transport, cancellable);
}

/* Puts a unit where the transport put it, if the transport did not split it and all other limits allow it. */
static void
take_over (TucePlacing *placing, const Draft *draft, const TuceTransported *transported)
{
  for (guint p = 0; p < transported->parts->len; p++)
    {
      const TucePart *part = &g_array_index (transported->parts, TucePart, p);
      guint unit = g_array_index (draft->units, guint, part->supply);

      if (part->units == g_array_index (draft->supplies, guint, part->supply)
          && tuce_placing_fits (placing, unit, part->site))
        tuce_placing_move (placing, unit, (int) part->site);
    }
}

static gint64
total_of (const GArray *supplies)
{
  gint64 total = 0;

  for (guint i = 0; i < supplies->len; i++)
    total += g_array_index (supplies, guint, i);
  return total;
}

/* Turns a bound in units of 1/PARTS into a cost. Real costs are whole numbers, so the bound may be rounded up. */
static gint64
from_parts (gint64 parts)
{
  return parts <= 0 ? 0 : (parts + PARTS - 1) / PARTS;
}

/*
 * A lower bound for the cost of any assignment that leaves out at most @left of the measure. For any price of what is
 * left out, the cost of the best transport with the price for those it leaves out, less the price for @left, is such a
 * bound (Lagrangian relaxation); the best of several prices is taken.
 */
static gboolean
price_bound (const Draft *draft, guint n_rooms, gint64 left, gint64 *bound, GCancellable *cancellable)
{
  gint64 price = PARTS;

  for (guint i = 0; i < N_PRICES; i++, price *= 8)
    {
      g_autoptr (TuceTransported) transported = draft_solve (draft, n_rooms, price, cancellable);
      gint64 out;

      if (!transported)
        return FALSE;
      out = total_of (draft->supplies) - transported->placed;
      *bound = MAX (*bound, from_parts (transported->cost + price * (out - left)));
    }
  return TRUE;
}

static gint64
placed_total (const TucePlacing *placing, const View *view, Measure measure, gboolean placed)
{
  gint64 total = 0;

  for (guint i = 0; i < placing->problem->n_units; i++)
    if (!view->hopeless[i] && (placing->room[i] >= 0) == placed)
      total += supply_of (&placing->problem->units[i], measure);
  return total;
}

static gint64
placing_cost (const TucePlacing *placing)
{
  gint64 cost = 0;

  for (guint i = 0; i < placing->problem->n_units; i++)
    if (placing->room[i] >= 0)
      cost += placing->problem->costs[(gsize) i * placing->problem->n_rooms + (guint) placing->room[i]];
  return cost;
}

/* Single households, each needing one kind of house: each kind of house is a transport problem of its own. */
static gboolean
solve_houses (const View *view, TucePlacing *placing, gint64 *bound, GCancellable *cancellable)
{
  *bound = 0;
  for (guint kind = 0; kind <= view->problem->n_kinds; kind++)
    {
      g_auto (Draft) draft = { NULL, NULL, NULL, NULL };
      g_autoptr (TuceTransported) transported = NULL;

      draft_init (&draft);
      draft_fill (&draft, view, BY_HOUSES, (int) kind);
      transported = draft_solve (&draft, view->problem->n_rooms, 0, cancellable);
      if (!transported)
        return FALSE;
      take_over (placing, &draft, transported);
      *bound += from_parts (transported->cost);
    }
  return TRUE;
}

static gboolean
solve_measure (const View *view, Measure measure, TucePlacing *placing, Draft *draft, gint64 *bound,
               GCancellable *cancellable)
{
  g_autoptr (TuceTransported) transported = NULL;

  draft_init (draft);
  draft_fill (draft, view, measure, -1);
  transported = draft_solve (draft, view->problem->n_rooms, 0, cancellable);
  if (!transported)
    return FALSE;
  if (placing)
    take_over (placing, draft, transported);
  *bound = from_parts (transported->cost);
  return TRUE;
}

/* Whether every unit that can be placed at all is placed. */
static gboolean
all_placed (const TucePlacing *placing, const View *view)
{
  for (guint i = 0; i < placing->problem->n_units; i++)
    if (!view->hopeless[i] && placing->room[i] < 0)
      return FALSE;
  return TRUE;
}

/*
 * The measure of which as much as possible is to be placed. When all units are placed, a relaxed problem by either
 * measure gives a bound. Otherwise only a relaxed problem by this measure does, with a price for those left out.
 */
static Measure
first_measure (const View *view)
{
  return view->counts_people ? BY_PEOPLE : BY_HOUSEHOLDS;
}

static gboolean
find_bound (const View *view, const TucePlacing *placing, gint64 *bound, GCancellable *cancellable)
{
  const Measure measures[] = { BY_PEOPLE, BY_HOUSEHOLDS };
  gboolean whole = all_placed (placing, view);

  *bound = 0;
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_auto (Draft) draft = { NULL, NULL, NULL, NULL };
      gint64 least = 0;

      if (whole ? !(measures[i] == BY_PEOPLE ? view->counts_people : view->counts_households)
                : measures[i] != first_measure (view))
        continue;
      if (!solve_measure (view, measures[i], NULL, &draft, &least, cancellable))
        return FALSE;
      if (!whole)
        {
          least = 0;
          if (!price_bound (&draft, view->problem->n_rooms, placed_total (placing, view, measures[i], FALSE), &least,
                            cancellable))
            return FALSE;
        }
      *bound = MAX (*bound, least);
    }
  return TRUE;
}

static TucePlacement
explain (const TucePlacing *placing, const View *view, guint unit)
{
  const TuceAssignment *problem = placing->problem;
  const TuceUnit *in = &problem->units[unit];
  gboolean allowed = FALSE, houses_left = FALSE;

  if (placing->room[unit] >= 0)
    return TUCE_PLACED;
  for (guint j = 0; j < problem->n_rooms; j++)
    {
      gboolean house = TRUE;

      if (!tuce_placing_may (placing, unit, j))
        continue;
      allowed = TRUE;
      for (guint k = 0; in->houses && k < problem->n_kinds; k++)
        house &= in->houses[k] <= placing->houses[j * problem->n_kinds + k];
      houses_left |= house;
    }
  return !allowed                 ? TUCE_UNPLACED_FORBIDDEN
         : view->hopeless[unit] ? TUCE_UNPLACED_TOO_LARGE
         : !houses_left         ? TUCE_UNPLACED_NO_HOUSE
                                : TUCE_UNPLACED_FULL;
}

static TuceAssigned *
report (const TucePlacing *placing, const View *view, gint64 bound, gboolean exact)
{
  TuceAssigned *assigned = g_new0 (TuceAssigned, 1);
  guint n = placing->problem->n_units;

  assigned->n_units = n;
  assigned->room = g_memdup2 (placing->room, (n + 1) * sizeof *placing->room);
  assigned->placement = g_new0 (TucePlacement, n + 1);
  assigned->cost = placing_cost (placing);
  for (guint i = 0; i < n; i++)
    {
      assigned->placement[i] = explain (placing, view, i);
      if (placing->room[i] < 0)
        continue;
      assigned->households += placing->problem->units[i].households;
      assigned->people += placing->problem->units[i].people;
    }
  assigned->exact = exact || (all_placed (placing, view) && bound == assigned->cost);
  assigned->bound = assigned->exact ? assigned->cost : MIN (bound, assigned->cost);
  return assigned;
}

/* With single households and only one kind of limit, the solution of the transport problem is the best assignment. */
static gboolean
solve_exactly (const View *view, TucePlacing *placing, gboolean *exact, GCancellable *cancellable)
{
  gint64 bound;

  *exact = FALSE;
  if (view->has_groups || (view->counts_houses && view->counts_households))
    return TRUE;
  if (view->counts_houses)
    {
      if (!solve_houses (view, placing, &bound, cancellable))
        return FALSE;
    }
  else
    {
      g_auto (Draft) draft = { NULL, NULL, NULL, NULL };

      if (!solve_measure (view, BY_HOUSEHOLDS, placing, &draft, &bound, cancellable))
        return FALSE;
    }
  /* The bound ignores the limits on people. It proves the result best if there are no such limits, or if all are placed
     in spite of them. */
  *exact = placing_cost (placing) == bound && (!view->counts_people || all_placed (placing, view));
  return TRUE;
}

/* Whether @a is better than @b: it places more, or as many at a lower cost. */
static gboolean
is_better (const TucePlacing *a, const TucePlacing *b, const View *view)
{
  gint64 placed_a = placed_total (a, view, first_measure (view), TRUE);
  gint64 placed_b = placed_total (b, view, first_measure (view), TRUE);

  return placed_a > placed_b || (placed_a == placed_b && placing_cost (a) < placing_cost (b));
}

/* Small problems leave time to restart the search from changed solutions. The seed is fixed, so that the same problem
   always gets the same answer. */
static void
shake_and_improve (const View *view, TucePlacing *placing, GCancellable *cancellable)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (TucePlacing) attempt = { NULL };
  guint n = MAX (1, view->problem->n_units);
  guint n_shakes = MIN (MOST_SHAKES, SHAKES_FOR_ONE / n / n);

  tuce_placing_init (&attempt, view->problem);
  for (guint i = 0; i < n_shakes && !g_cancellable_is_cancelled (cancellable); i++)
    {
      tuce_placing_copy (placing, &attempt);
      tuce_placing_shake (&attempt, rand);
      tuce_placing_insert_all (&attempt, cancellable);
      tuce_placing_improve (&attempt, cancellable);
      if (is_better (&attempt, placing, view))
        tuce_placing_copy (&attempt, placing);
    }
}

static gboolean
search (const View *view, TucePlacing *placing, gint64 *bound, GCancellable *cancellable)
{
  g_auto (Draft) draft = { NULL, NULL, NULL, NULL };
  gint64 ignored;

  for (guint i = 0; i < view->problem->n_units; i++)
    tuce_placing_move (placing, i, -1);
  if (!solve_measure (view, first_measure (view), placing, &draft, &ignored, cancellable))
    return FALSE;
  tuce_placing_insert_all (placing, cancellable);
  tuce_placing_improve (placing, cancellable);
  shake_and_improve (view, placing, cancellable);
  return !g_cancellable_is_cancelled (cancellable) && find_bound (view, placing, bound, cancellable);
}

TuceAssigned *
tuce_assign (const TuceAssignment *problem, GCancellable *cancellable)
{
  g_auto (TucePlacing) placing = { NULL };
  TuceAssigned *assigned = NULL;
  gint64 bound = 0;
  gboolean exact;
  View view;

  look (&view, problem);
  tuce_placing_init (&placing, problem);
  if (solve_exactly (&view, &placing, &exact, cancellable)
      && (exact || search (&view, &placing, &bound, cancellable)))
    assigned = report (&placing, &view, bound, exact);
  g_free (view.hopeless);
  return assigned;
}

void
tuce_assigned_free (TuceAssigned *assigned)
{
  g_free (assigned->room);
  g_free (assigned->placement);
  g_free (assigned);
}

double
tuce_assigned_gap (const TuceAssigned *assigned)
{
  if (assigned->exact || assigned->cost <= assigned->bound)
    return 0;
  return assigned->bound ? (double) (assigned->cost - assigned->bound) / (double) assigned->bound : 1;
}
