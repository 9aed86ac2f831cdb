/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a scenario into an assignment problem, and its solution into what the register stores. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-plan-private.h"

/* The highest cost that tuce-assignment.h allows. A wish not kept costs at most half of it, and the money part at most
   a quarter. */
#define MOST (G_GINT64_CONSTANT (1) << 40)

double
tuce_plan_metres (const TucePlanHousehold *household, const TucePlanSite *site)
{
  return household->is_placed ? round (tuce_position_distance (household->position, site->position)) : -1;
}

/* --- units --- */

static void
form_units (TucePlan *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->households->len; i++)
    {
      TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);
      g_autofree char *key = g_strdup_printf ("%s %d", household->village, household->group);
      gpointer unit;

      if (!household->is_placed && !self->by_cost)
        continue;
      if (self->by_group && household->group && g_hash_table_lookup_extended (groups, key, NULL, &unit))
        {
          household->unit = GPOINTER_TO_UINT (unit);
          continue;
        }
      household->unit = self->n_units++;
      g_hash_table_insert (groups, g_steal_pointer (&key), GUINT_TO_POINTER (household->unit));
    }
}

static void
fill_units (TucePlan *self)
{
  guint n_kinds = self->kinds->codes->len;

  self->units = g_new0 (TuceUnit, self->n_units + 1);
  self->unit_houses = g_new0 (guint, (gsize) self->n_units * n_kinds + 1);
  for (guint u = 0; u < self->n_units; u++)
    self->units[u].houses = self->count_houses ? &self->unit_houses[(gsize) u * n_kinds] : NULL;
  for (guint i = 0; i < self->households->len; i++)
    {
      const TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);

      if (household->unit == G_MAXUINT)
        continue;
      self->units[household->unit].households++;
      self->units[household->unit].people += household->people;
      self->unit_houses[(gsize) household->unit * n_kinds + household->kind]++;
    }
}

static guint
left_of (gint64 capacity, gint64 staying)
{
  return capacity < 0 ? G_MAXUINT : (guint) CLAMP (capacity - staying, 0, (gint64) G_MAXUINT - 1);
}

/* How many houses of @kind all units need together. */
static gint64
wanted_of (const TucePlan *self, guint kind)
{
  gint64 wanted = 0;

  for (guint u = 0; u < self->n_units; u++)
    wanted += self->unit_houses[(gsize) u * self->kinds->codes->len + kind];
  return wanted;
}

static void
fill_rooms (TucePlan *self)
{
  guint n_kinds = self->kinds->codes->len;
  g_autofree gint64 *wanted = g_new0 (gint64, n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    wanted[k] = wanted_of (self, k);
  self->rooms = g_new0 (TuceRoom, self->sites->len + 1);
  self->room_houses = g_new0 (guint, self->sites->len * n_kinds + 1);
  for (guint j = 0; j < self->sites->len; j++)
    {
      const TucePlanSite *site = self->sites->pdata[j];
      TuceRoom *room = &self->rooms[j];
      gint64 houses = 0;

      room->households = left_of (site->households, site->staying_households);
      room->people = self->count_people ? left_of (site->people, site->staying_people) : G_MAXUINT;
      if (!self->count_houses || !site->houses)
        continue;
      for (guint k = 0; k < n_kinds; k++)
        {
          self->room_houses[j * n_kinds + k] = left_of (site->houses[k], site->staying_houses[k]);
          houses += MIN (self->room_houses[j * n_kinds + k], wanted[k]);
        }
      room->houses = &self->room_houses[j * n_kinds];
      /* If households can't exceed the number of houses anyway, a limit on households adds nothing, and it would
         prevent the exact method. */
      if (houses <= room->households)
        room->households = G_MAXUINT;
    }
}

/* --- costs --- */

static gint64
gcd (gint64 a, gint64 b)
{
  while (b)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

/* Where the aim is cost: each fen_in_unit of money for a person costs one step, and all distances together cost less
   than one step, if the range of the numbers allows that (step_decides). */
static void
scale_costs (TucePlan *self)
{
  double people = 0, farthest = 0;
  gint64 dearest = 0;

  self->step = self->fen_in_unit = 1;
  self->step_decides = TRUE;
  if (!self->by_cost)
    return;
  self->fen_in_unit = 0;
  for (guint j = 0; j < self->sites->len; j++)
    {
      const TucePlanSite *site = self->sites->pdata[j];

      self->fen_in_unit = gcd (self->fen_in_unit, site->cost_per_person);
      dearest = MAX (dearest, site->cost_per_person);
      for (guint i = 0; i < self->households->len; i++)
        farthest
            = MAX (farthest, tuce_plan_metres (&g_array_index (self->households, TucePlanHousehold, i), site));
    }
  self->fen_in_unit = MAX (1, self->fen_in_unit);
  for (guint i = 0; i < self->households->len; i++)
    people += g_array_index (self->households, TucePlanHousehold, i).people;
  {
    guint largest = 1;
    double fits, wanted = people * farthest + 1;

    for (guint u = 0; u < self->n_units; u++)
      largest = MAX (largest, self->units[u].people);
    fits = (double) (MOST / 4) / ((double) (dearest / self->fen_in_unit + 1) * largest);
    self->step = (gint64) MAX (1, MIN (fits, wanted));
    self->step_decides = wanted <= fits;
  }
}

static gint64
cost_of (const TucePlan *self, const TucePlanHousehold *household, const TucePlanSite *site)
{
  gint64 metres = (gint64) MAX (0, tuce_plan_metres (household, site));

  if (!self->by_cost)
    return metres * household->people;
  return site->cost_per_person / self->fen_in_unit * household->people * self->step
         + (self->step > 1 ? metres * household->people : 0);
}

static void
add_household (TucePlan *self, const TucePlanHousehold *household, const gint64 *ids, TuceStand *stands)
{
  guint n = self->sites->len;
  gint64 fixed;
  gboolean wished = tuce_wishes_ask (self->wishes, household->id, household->village, household->group, ids, n, stands,
                                     &fixed);

  for (guint j = 0; j < n; j++)
    {
      gint64 *cost = &self->costs[(gsize) household->unit * n + j];

      if (*cost == TUCE_TRANSPORT_FORBIDDEN || stands[j] == TUCE_STAND_FORBIDDEN)
        *cost = TUCE_TRANSPORT_FORBIDDEN;
      else
        *cost += cost_of (self, household, self->sites->pdata[j])
                 + (wished && !fixed && stands[j] != TUCE_STAND_WISHED ? self->unkept : 0);
    }
}

/* The cost of a wish not kept: more than the other costs of all households together, so that no wish is given up for a
   shorter way. Limited by the range of the numbers. */
static gint64
price_of_wish (const TucePlan *self)
{
  double all = 1;
  double largest = 1;

  for (guint i = 0; i < self->households->len; i++)
    {
      const TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);
      gint64 dearest = 0;

      if (household->unit == G_MAXUINT)
        continue;
      for (guint j = 0; j < self->sites->len; j++)
        dearest = MAX (dearest, cost_of (self, household, self->sites->pdata[j]));
      all += (double) dearest;
      largest = MAX (largest, self->units[household->unit].households);
    }
  return (gint64) MIN (all, (double) (MOST / 2) / largest);
}

void
tuce_plan_pose (TucePlan *self)
{
  g_autofree gint64 *ids = g_new0 (gint64, self->sites->len);
  g_autofree TuceStand *stands = g_new0 (TuceStand, self->sites->len);

  form_units (self);
  fill_units (self);
  fill_rooms (self);
  scale_costs (self);
  self->unkept = price_of_wish (self);
  self->costs = g_new0 (gint64, (gsize) self->n_units * self->sites->len + 1);
  for (guint j = 0; j < self->sites->len; j++)
    ids[j] = ((const TucePlanSite *) self->sites->pdata[j])->id;
  for (guint i = 0; i < self->households->len; i++)
    {
      const TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);

      if (household->unit != G_MAXUINT)
        add_household (self, household, ids, stands);
    }
}

gboolean
tuce_plan_solve (TucePlan *self, GCancellable *cancellable, GError **error)
{
  TuceAssignment problem;

  if (!self->costs)
    tuce_plan_pose (self);
  problem = (TuceAssignment){ self->n_units,      self->units, self->sites->len, self->rooms,
                              self->count_houses ? self->kinds->codes->len : 0, self->costs };
  g_clear_pointer (&self->assigned, tuce_assigned_free);
  self->assigned = tuce_assign (&problem, cancellable);
  if (!self->assigned)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Stopped: nothing was changed"));
  return self->assigned != NULL;
}

/* --- the answer --- */

/* Whether site @j could take so many households and people if it were empty. */
static gboolean
is_large_enough (const TucePlan *self, guint unit, guint j)
{
  const TucePlanSite *site = self->sites->pdata[j];
  const TuceUnit *in = &self->units[unit];

  return self->costs[(gsize) unit * self->sites->len + j] != TUCE_TRANSPORT_FORBIDDEN
         && (site->households < 0 || in->households <= site->households)
         && (!self->count_people || site->people < 0 || in->people <= site->people);
}

static gboolean
has_houses (const TucePlan *self, guint unit, guint j)
{
  const TuceUnit *in = &self->units[unit];
  const TuceRoom *room = &self->rooms[j];

  for (guint k = 0; in->houses && room->houses && k < self->kinds->codes->len; k++)
    if (in->houses[k] > room->houses[k])
      return FALSE;
  return TRUE;
}

/* The reason to report. A unit may be too large only for the space that is left: then the site is full, or has no house
   of that size. */
static TucePlacement
why (const TucePlan *self, guint unit)
{
  TucePlacement placement = self->assigned->placement[unit];
  gboolean large_enough = FALSE, house = FALSE;

  if (placement != TUCE_UNPLACED_TOO_LARGE)
    return placement;
  for (guint j = 0; j < self->sites->len; j++)
    {
      gboolean here = is_large_enough (self, unit, j);

      large_enough |= here;
      house |= here && has_houses (self, unit, j);
    }
  return !large_enough ? placement : house ? TUCE_UNPLACED_FULL : TUCE_UNPLACED_NO_HOUSE;
}

int
tuce_plan_where (const TucePlan *self, const TucePlanHousehold *household, const char **placement)
{
  static const char *const codes[] = { [TUCE_PLACED] = "placed",
                                       [TUCE_UNPLACED_FORBIDDEN] = "forbidden",
                                       [TUCE_UNPLACED_TOO_LARGE] = "too_large",
                                       [TUCE_UNPLACED_NO_HOUSE] = "no_house",
                                       [TUCE_UNPLACED_FULL] = "full" };

  *placement = household->unit == G_MAXUINT ? "unknown" : codes[why (self, household->unit)];
  return household->unit == G_MAXUINT ? -1 : self->assigned->room[household->unit];
}

/* The cost of the wishes that the result does not keep. */
static double
count_unkept (const TucePlan *self)
{
  g_autofree gint64 *ids = g_new0 (gint64, self->sites->len);
  g_autofree TuceStand *stands = g_new0 (TuceStand, self->sites->len);
  double unkept = 0;

  for (guint j = 0; j < self->sites->len; j++)
    ids[j] = ((const TucePlanSite *) self->sites->pdata[j])->id;
  for (guint i = 0; i < self->households->len; i++)
    {
      const TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);
      int room = household->unit == G_MAXUINT ? -1 : self->assigned->room[household->unit];
      gint64 fixed;

      if (room >= 0
          && tuce_wishes_ask (self->wishes, household->id, household->village, household->group, ids, self->sites->len,
                              stands, &fixed)
          && !fixed && stands[room] != TUCE_STAND_WISHED)
        unkept += (double) self->unkept;
    }
  return unkept;
}

gboolean
tuce_plan_sum (const TucePlan *self, double *total, double *bound)
{
  gboolean exact = self->assigned->exact && self->step_decides;

  *total = 0;
  for (guint i = 0; i < self->households->len; i++)
    {
      const TucePlanHousehold *household = &g_array_index (self->households, TucePlanHousehold, i);
      int room = household->unit == G_MAXUINT ? -1 : self->assigned->room[household->unit];
      const TucePlanSite *site = room >= 0 ? self->sites->pdata[room] : NULL;

      if (site)
        *total += household->people
                  * (self->by_cost ? (double) site->cost_per_person : tuce_plan_metres (household, site));
    }
  /* Take off the part for wishes and, where the aim is cost, the part for distances. */
  *bound = exact ? *total
                 : MIN (*total, MAX (0, floor (((double) self->assigned->bound - count_unkept (self)) / (double) self->step)
                                            * (double) self->fen_in_unit));
  return exact;
}
