/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-transport.h"

#include <string.h>

/* "Nowhere" is an extra node after the real sites, for everything that finds no room. */

/* A unit of a supply at one site, and by how much moving it to another changes the cost. */
typedef struct
{
  gint64 change;
  guint supply;
} Move;

typedef struct
{
  Move *moves; /* a binary heap, smallest change first */
  guint n, room;
} Heap;

typedef struct
{
  const TuceTransport *problem;
  guint n_nodes;     /* the sites and "nowhere" */
  guint nowhere;
  gint64 penalty;    /* cost of a unit that finds no room: more than all moves together can save */
  gint64 *free;      /* room left at each node */
  guint *held;       /* units of each supply at each node: held[supply * n_nodes + node] */
  Heap *heaps;       /* heaps[from * n_nodes + to] */
  gint64 *potential; /* of each node */
  gint64 sink;       /* potential of the sink, which comes after the nodes that have room */
  /* for one search */
  gint64 *distance;
  int *before;
  guint *mover;      /* the supply that moves from before[node] to node */
  gboolean *settled;
} Search;

static void
heap_push (Heap *heap, gint64 change, guint supply)
{
  guint at;

  if (heap->n == heap->room)
    {
      heap->room = heap->room ? heap->room * 2 : 8;
      heap->moves = g_renew (Move, heap->moves, heap->room);
    }
  for (at = heap->n++; at && heap->moves[(at - 1) / 2].change > change; at = (at - 1) / 2)
    heap->moves[at] = heap->moves[(at - 1) / 2];
  heap->moves[at] = (Move){ change, supply };
}

static void
heap_pop (Heap *heap)
{
  Move last = heap->moves[--heap->n];
  guint at = 0, child;

  while ((child = 2 * at + 1) < heap->n)
    {
      if (child + 1 < heap->n && heap->moves[child + 1].change < heap->moves[child].change)
        child++;
      if (heap->moves[child].change >= last.change)
        break;
      heap->moves[at] = heap->moves[child];
      at = child;
    }
  heap->moves[at] = last;
}

static gint64
cost_at (const Search *self, guint supply, guint node)
{
  return node == self->nowhere ? self->penalty : self->problem->costs[(gsize) supply * self->problem->n_sites + node];
}

static guint *
held_at (const Search *self, guint supply, guint node)
{
  return &self->held[(gsize) supply * self->n_nodes + node];
}

/* The cheapest move from one node to another. Moves of units that have left in the meantime are removed here. */
static const Move *
best_move (Search *self, guint from, guint to)
{
  Heap *heap = &self->heaps[from * self->n_nodes + to];

  while (heap->n && !*held_at (self, heap->moves[0].supply, from))
    heap_pop (heap);
  return heap->n ? &heap->moves[0] : NULL;
}

/* Notes that @supply has units at @node, which can be moved on from there. */
static void
arrive (Search *self, guint supply, guint node)
{
  gint64 here = cost_at (self, supply, node);

  for (guint to = 0; to < self->n_nodes; to++)
    if (to != node && cost_at (self, supply, to) != TUCE_TRANSPORT_FORBIDDEN)
      heap_push (&self->heaps[node * self->n_nodes + to], cost_at (self, supply, to) - here, supply);
}

static void
start_search (Search *self, guint supply)
{
  for (guint node = 0; node < self->n_nodes; node++)
    {
      gint64 cost = cost_at (self, supply, node);

      self->distance[node] = cost == TUCE_TRANSPORT_FORBIDDEN ? G_MAXINT64 : cost - self->potential[node];
      self->before[node] = -1;
      self->settled[node] = FALSE;
    }
}

static guint
nearest_open (const Search *self)
{
  guint nearest = self->n_nodes;

  for (guint node = 0; node < self->n_nodes; node++)
    if (!self->settled[node] && self->distance[node] != G_MAXINT64
        && (nearest == self->n_nodes || self->distance[node] < self->distance[nearest]))
      nearest = node;
  return nearest;
}

static void
relax_from (Search *self, guint from)
{
  for (guint to = 0; to < self->n_nodes; to++)
    {
      const Move *move;
      gint64 distance;

      if (self->settled[to])
        continue;
      move = best_move (self, from, to);
      if (!move)
        continue;
      distance = self->distance[from] + move->change + self->potential[from] - self->potential[to];
      if (distance >= self->distance[to])
        continue;
      self->distance[to] = distance;
      self->before[to] = (int) from;
      self->mover[to] = move->supply;
    }
}

/*
 * Dijkstra's algorithm over the nodes, with reduced costs: gives the node with room that @supply reaches at the least
 * cost. There is always one, because "nowhere" has room for all.
 */
static guint
find_room (Search *self, guint supply)
{
  guint best = self->nowhere;
  gint64 best_distance = G_MAXINT64;

  start_search (self, supply);
  for (;;)
    {
      guint node = nearest_open (self);

      if (node == self->n_nodes || self->distance[node] >= best_distance)
        break;
      self->settled[node] = TRUE;
      if (self->free[node])
        {
          gint64 to_sink = self->distance[node] + self->potential[node] - self->sink;

          if (to_sink < best_distance)
            {
              best = node;
              best_distance = to_sink;
            }
        }
      relax_from (self, node);
    }
  for (guint node = 0; node < self->n_nodes; node++)
    self->potential[node] += MIN (self->distance[node], best_distance);
  self->sink += best_distance;
  return best;
}

/* Moves units along the path: as many as every step of it has, at most @units. Gives how many. */
static guint
augment (Search *self, guint supply, guint target, guint units)
{
  units = (guint) MIN ((gint64) units, self->free[target]);
  for (guint node = target; self->before[node] >= 0; node = (guint) self->before[node])
    units = MIN (units, *held_at (self, self->mover[node], (guint) self->before[node]));
  self->free[target] -= units;
  for (guint node = target;; node = (guint) self->before[node])
    {
      guint mover = self->before[node] < 0 ? supply : self->mover[node];
      guint *held = held_at (self, mover, node);

      if (!*held)
        arrive (self, mover, node);
      *held += units;
      if (self->before[node] < 0)
        break;
      *held_at (self, mover, (guint) self->before[node]) -= units;
    }
  return units;
}

static gint64
largest_cost (const TuceTransport *problem)
{
  gint64 largest = 0;

  for (gsize i = 0; i < (gsize) problem->n_supplies * problem->n_sites; i++)
    if (problem->costs[i] != TUCE_TRANSPORT_FORBIDDEN)
      largest = MAX (largest, problem->costs[i]);
  return largest;
}

static gint64
all_units (const TuceTransport *problem)
{
  gint64 units = 0;

  for (guint i = 0; i < problem->n_supplies; i++)
    units += problem->supplies ? problem->supplies[i] : 1;
  return units;
}

static void
search_init (Search *self, const TuceTransport *problem)
{
  guint n = problem->n_sites + 1;

  self->problem = problem;
  self->n_nodes = n;
  self->nowhere = problem->n_sites;
  /* To place one more, it may be worth moving units along a path that visits each site once: more than that can never
     be saved. */
  self->penalty = problem->penalty ? problem->penalty : (largest_cost (problem) + 1) * (n + 1);
  self->free = g_new0 (gint64, n);
  for (guint i = 0; i < problem->n_sites; i++)
    self->free[i] = problem->capacities[i];
  self->free[self->nowhere] = all_units (problem);
  self->held = g_new0 (guint, (gsize) problem->n_supplies * n);
  self->heaps = g_new0 (Heap, (gsize) n * n);
  self->potential = g_new0 (gint64, n);
  self->distance = g_new0 (gint64, n);
  self->before = g_new0 (int, n);
  self->mover = g_new0 (guint, n);
  self->settled = g_new0 (gboolean, n);
}

static void
search_clear (Search *self)
{
  for (guint i = 0; i < self->n_nodes * self->n_nodes; i++)
    g_free (self->heaps[i].moves);
  g_free (self->free);
  g_free (self->held);
  g_free (self->heaps);
  g_free (self->potential);
  g_free (self->distance);
  g_free (self->before);
  g_free (self->mover);
  g_free (self->settled);
}

static TuceTransported *
collect (const Search *self)
{
  TuceTransported *result = g_new0 (TuceTransported, 1);

  result->parts = g_array_new (FALSE, FALSE, sizeof (TucePart));
  for (guint supply = 0; supply < self->problem->n_supplies; supply++)
    for (guint site = 0; site < self->problem->n_sites; site++)
      {
        TucePart part = { supply, site, *held_at (self, supply, site) };

        if (!part.units)
          continue;
        g_array_append_val (result->parts, part);
        result->placed += part.units;
        result->cost += part.units * cost_at (self, supply, site);
      }
  return result;
}

TuceTransported *
tuce_transport_solve (const TuceTransport *problem, GCancellable *cancellable)
{
  Search self = { 0 };
  TuceTransported *result = NULL;
  guint supply;

  search_init (&self, problem);
  for (supply = 0; supply < problem->n_supplies && !g_cancellable_is_cancelled (cancellable); supply++)
    {
      guint units = problem->supplies ? problem->supplies[supply] : 1;

      while (units)
        units -= augment (&self, supply, find_room (&self, supply), units);
    }
  if (supply == problem->n_supplies)
    result = collect (&self);
  search_clear (&self);
  return result;
}

void
tuce_transported_free (TuceTransported *transported)
{
  g_array_unref (transported->parts);
  g_free (transported);
}
