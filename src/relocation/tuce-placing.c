/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-placing.h"

/* Rounds of improvement; an estimate: later rounds bring little. */
#define MOST_ROUNDS 30

/* tuce_placing_shake() removes one unit in this many. */
#define SHAKEN 5

void
tuce_placing_init (TucePlacing *self, const TuceAssignment *problem)
{
  guint n = problem->n_rooms;

  self->problem = problem;
  self->room = g_new (int, problem->n_units + 1);
  self->households = g_new (gint64, n + 1);
  self->people = g_new (gint64, n + 1);
  self->houses = g_new0 (gint64, (gsize) n * problem->n_kinds + 1);
  for (guint i = 0; i < problem->n_units; i++)
    self->room[i] = -1;
  for (guint j = 0; j < n; j++)
    {
      const TuceRoom *room = &problem->rooms[j];

      self->households[j] = room->households;
      self->people[j] = room->people;
      for (guint k = 0; k < problem->n_kinds; k++)
        self->houses[j * problem->n_kinds + k] = room->houses ? room->houses[k] : G_MAXUINT;
    }
}

void
tuce_placing_clear (TucePlacing *self)
{
  g_clear_pointer (&self->room, g_free);
  g_clear_pointer (&self->households, g_free);
  g_clear_pointer (&self->people, g_free);
  g_clear_pointer (&self->houses, g_free);
}

static gint64
cost (const TucePlacing *self, guint unit, guint room)
{
  return self->problem->costs[(gsize) unit * self->problem->n_rooms + room];
}

gboolean
tuce_placing_may (const TucePlacing *self, guint unit, guint room)
{
  return cost (self, unit, room) != TUCE_TRANSPORT_FORBIDDEN;
}

/* Whether @unit fits after @leaving (-1 for nobody) has left. */
static gboolean
fits_without (const TucePlacing *self, guint unit, guint room, int leaving)
{
  const TuceUnit *units = self->problem->units;
  const TuceUnit *in = &units[unit];
  const TuceUnit *out = leaving >= 0 ? &units[leaving] : NULL;
  guint n_kinds = self->problem->n_kinds;

  if (!tuce_placing_may (self, unit, room) || in->households > self->households[room] + (out ? out->households : 0)
      || in->people > self->people[room] + (out ? out->people : 0))
    return FALSE;
  for (guint k = 0; in->houses && k < n_kinds; k++)
    if (in->houses[k] > self->houses[room * n_kinds + k] + (out && out->houses ? out->houses[k] : 0))
      return FALSE;
  return TRUE;
}

gboolean
tuce_placing_fits (const TucePlacing *self, guint unit, guint room)
{
  return fits_without (self, unit, room, -1);
}

static void
take (TucePlacing *self, guint unit, guint room, int sign)
{
  const TuceUnit *in = &self->problem->units[unit];
  guint n_kinds = self->problem->n_kinds;

  self->households[room] -= sign * (gint64) in->households;
  self->people[room] -= sign * (gint64) in->people;
  for (guint k = 0; in->houses && k < n_kinds; k++)
    self->houses[room * n_kinds + k] -= sign * (gint64) in->houses[k];
}

void
tuce_placing_move (TucePlacing *self, guint unit, int room)
{
  if (self->room[unit] >= 0)
    take (self, unit, (guint) self->room[unit], -1);
  self->room[unit] = room;
  if (room >= 0)
    take (self, unit, (guint) room, 1);
}

/* The cheapest room that has space for @unit, except @except; -1 for none. */
static int
cheapest_room (const TucePlacing *self, guint unit, int except)
{
  int best = -1;

  for (guint j = 0; j < self->problem->n_rooms; j++)
    if ((int) j != except && tuce_placing_fits (self, unit, j)
        && (best < 0 || cost (self, unit, j) < cost (self, unit, (guint) best)))
      best = (int) j;
  return best;
}

/* Finds the other unit that can move on to another room, so that @unit gets its space, at the least extra cost. */
static gboolean
insert_by_moving (TucePlacing *self, guint unit)
{
  gint64 least = G_MAXINT64;
  guint mover = 0;
  int to = -1;

  for (guint other = 0; other < self->problem->n_units; other++)
    {
      int from = self->room[other];
      gint64 extra;
      int room;

      if (from < 0 || !fits_without (self, unit, (guint) from, (int) other))
        continue;
      room = cheapest_room (self, other, from);
      if (room < 0)
        continue;
      extra = cost (self, unit, (guint) from) + cost (self, other, (guint) room) - cost (self, other, (guint) from);
      if (extra < least)
        {
          least = extra;
          mover = other;
          to = room;
        }
    }
  if (to >= 0)
    {
      int freed = self->room[mover];

      tuce_placing_move (self, mover, to);
      tuce_placing_move (self, unit, freed);
    }
  return to >= 0;
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer data)
{
  const TuceUnit *units = data;
  const guint *first = a, *second = b;

  if (units[*first].people != units[*second].people)
    return units[*first].people > units[*second].people ? -1 : 1;
  return *first < *second ? -1 : *first > *second;
}

void
tuce_placing_insert_all (TucePlacing *self, GCancellable *cancellable)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->problem->n_units; i++)
    if (self->room[i] < 0)
      g_array_append_val (open, i);
  /* the large ones first, because later they would find no gap */
  g_array_sort_with_data (open, by_size, (gpointer) self->problem->units);
  for (guint i = 0; i < open->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      guint unit = g_array_index (open, guint, i);
      int room = cheapest_room (self, unit, -1);

      if (room >= 0)
        tuce_placing_move (self, unit, room);
      else
        insert_by_moving (self, unit);
    }
}

static gboolean
shift (TucePlacing *self, guint unit)
{
  int from = self->room[unit];
  int to = from < 0 ? cheapest_room (self, unit, -1) : cheapest_room (self, unit, from);

  if (to < 0 || (from >= 0 && cost (self, unit, (guint) to) >= cost (self, unit, (guint) from)))
    return FALSE;
  tuce_placing_move (self, unit, to);
  return TRUE;
}

/* How much cost is saved when two placed units exchange their rooms; 0 where nothing is saved or they can't. */
static gint64
exchange_saves (TucePlacing *self, guint unit, guint other)
{
  guint from = (guint) self->room[unit], to = (guint) self->room[other];
  gint64 before = cost (self, unit, from) + cost (self, other, to);

  if (!tuce_placing_may (self, unit, to) || !tuce_placing_may (self, other, from)
      || cost (self, unit, to) + cost (self, other, from) >= before || !fits_without (self, unit, to, (int) other)
      || !fits_without (self, other, from, (int) unit))
    return 0;
  return before - cost (self, unit, to) - cost (self, other, from);
}

static gboolean
exchange (TucePlacing *self, guint unit)
{
  gint64 most = 0;
  guint partner = 0;

  for (guint other = 0; other < self->problem->n_units; other++)
    {
      gint64 saved;

      if (self->room[other] < 0 || self->room[other] == self->room[unit])
        continue;
      saved = exchange_saves (self, unit, other);
      if (saved > most)
        {
          most = saved;
          partner = other;
        }
    }
  if (most > 0)
    {
      int from = self->room[unit], to = self->room[partner];

      tuce_placing_move (self, unit, -1);
      tuce_placing_move (self, partner, from);
      tuce_placing_move (self, unit, to);
    }
  return most > 0;
}

/* Gives @unit, which has no room, the room of another unit, which then has none: if this places more people, or as many
   at a lower cost. */
static gboolean
displace (TucePlacing *self, guint unit)
{
  const TuceUnit *units = self->problem->units;
  gint64 most_people = 0, most_saved = 0;
  int leaver = -1;

  for (guint other = 0; other < self->problem->n_units; other++)
    {
      gint64 people, saved;

      if (self->room[other] < 0 || !fits_without (self, unit, (guint) self->room[other], (int) other))
        continue;
      people = (gint64) units[unit].people - units[other].people;
      saved = cost (self, other, (guint) self->room[other]) - cost (self, unit, (guint) self->room[other]);
      if (people > most_people || (people == most_people && saved > most_saved))
        {
          most_people = people;
          most_saved = saved;
          leaver = (int) other;
        }
    }
  if (leaver >= 0)
    {
      int room = self->room[leaver];

      tuce_placing_move (self, (guint) leaver, -1);
      tuce_placing_move (self, unit, room);
    }
  return leaver >= 0;
}

void
tuce_placing_improve (TucePlacing *self, GCancellable *cancellable)
{
  gboolean better = TRUE;

  for (guint round = 0; better && round < MOST_ROUNDS; round++)
    {
      better = FALSE;
      for (guint unit = 0; unit < self->problem->n_units && !g_cancellable_is_cancelled (cancellable); unit++)
        {
          if (shift (self, unit))
            better = TRUE;
          else if (self->room[unit] >= 0)
            better |= exchange (self, unit);
          else
            better |= insert_by_moving (self, unit) || displace (self, unit);
        }
    }
}

void
tuce_placing_shake (TucePlacing *self, GRand *rand)
{
  for (guint unit = 0; unit < self->problem->n_units; unit++)
    if (g_rand_int_range (rand, 0, SHAKEN) == 0)
      tuce_placing_move (self, unit, -1);
}

void
tuce_placing_copy (const TucePlacing *from, TucePlacing *to)
{
  for (guint unit = 0; unit < from->problem->n_units; unit++)
    tuce_placing_move (to, unit, -1);
  for (guint unit = 0; unit < from->problem->n_units; unit++)
    tuce_placing_move (to, unit, from->room[unit]);
}
