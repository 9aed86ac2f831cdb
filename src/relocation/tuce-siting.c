/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-siting-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tuce-error.h"
#include "tuce-levels.h"
#include "tuce-median.h"

/* If a constraint layer forbids a village's seat, allowed ground is searched on rings around it; each ring is this many
   metres further out. */
#define RING 100
#define FARTHEST_RING 2000
#define DIRECTIONS 16
/* Metres in one degree of latitude, on the sphere that tuce_position_distance() uses. */
#define METRES_PER_DEGREE (6371008.8 * G_PI / 180)

typedef struct
{
  char *code;
  char *name;
  TucePosition position;
} Village;

struct _TuceSiting
{
  TuceSurroundings *surroundings;
  TuceOrigins *origins;
  GPtrArray *villages; /* Village */
  GArray *fixed;       /* TucePosition */
};

static void
village_free (gpointer data)
{
  Village *village = data;

  g_free (village->code);
  g_free (village->name);
  g_free (village);
}

static gboolean
keep_village (const TuceLevelPlace *place, gpointer data)
{
  GPtrArray *villages = data;
  Village *village;

  if (!place->is_placed)
    return TRUE;
  village = g_new0 (Village, 1);
  village->code = g_strdup (place->code);
  village->name = g_strdup (place->name);
  village->position = place->position;
  g_ptr_array_add (villages, village);
  return TRUE;
}

TuceSiting *
tuce_siting_new (TuceCounty *county, TuceSurroundings *surroundings, TuceOrigins *origins, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TuceSiting) siting = g_new0 (TuceSiting, 1);

  siting->surroundings = tuce_surroundings_ref (surroundings);
  siting->origins = origins;
  siting->villages = g_ptr_array_new_with_free_func (village_free);
  siting->fixed = g_array_new (FALSE, FALSE, sizeof (TucePosition));
  if (origins->households == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   origins->lost ? _("Nobody knows where those live who need a place: give their villages a position.")
                                 : _("Nobody there needs a place at a site."));
      return NULL;
    }
  if (!tuce_level_each (county, tuce_level_narrowest (tuce_county_get_dictionary (county)), keep_village, siting->villages,
                        cancellable, error))
    return NULL;
  return g_steal_pointer (&siting);
}

void
tuce_siting_free (TuceSiting *siting)
{
  g_clear_pointer (&siting->surroundings, tuce_surroundings_unref);
  g_clear_pointer (&siting->origins, tuce_origins_free);
  g_clear_pointer (&siting->villages, g_ptr_array_unref);
  g_clear_pointer (&siting->fixed, g_array_unref);
  g_free (siting);
}

void
tuce_siting_fix (TuceSiting *siting, TucePosition position)
{
  g_array_append_val (siting->fixed, position);
}

/* Sets @position to an allowed place nearest to @seat. Returns: whether one was found on the rings. */
static gboolean
find_clear (const TuceSiting *siting, TucePosition seat, TucePosition *position)
{
  double narrow = cos (seat.lat * G_PI / 180);

  *position = seat;
  if (tuce_surroundings_allow (siting->surroundings, seat))
    return TRUE;
  for (guint away = RING; away <= FARTHEST_RING; away += RING)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        double angle = 2 * G_PI * i / DIRECTIONS, degrees = away / METRES_PER_DEGREE;

        *position = (TucePosition){ seat.lon + degrees * sin (angle) / narrow, seat.lat + degrees * cos (angle) };
        if (tuce_surroundings_allow (siting->surroundings, *position))
          return TRUE;
      }
  return FALSE;
}

static const TuceOrigin *
origin_at (const TuceSiting *siting, guint index)
{
  return &g_array_index (siting->origins->origins, TuceOrigin, index);
}

/* Adds @origin, which is @way metres away, to those who would go to @candidate. */
static void
count_origin (TuceCandidate *candidate, const TuceOrigin *origin, double way)
{
  candidate->households += origin->households;
  candidate->people += origin->people;
  candidate->mean += way * origin->people;
  candidate->farthest = MAX (candidate->farthest, way);
}

static void
finish_count (TuceCandidate *candidate)
{
  if (candidate->people)
    candidate->mean /= candidate->people;
}

/* The distance from @position to the nearest fixed place. */
static double
way_to_fixed (const TuceSiting *siting, TucePosition position)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < siting->fixed->len; i++)
    least = MIN (least, tuce_position_distance (position, g_array_index (siting->fixed, TucePosition, i)));
  return least;
}

static gboolean
is_cancelled (GCancellable *cancellable, GError **error)
{
  return g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Finds the places that could be proposed: one allowed place for each village that has one. Returns: (element-type
   TucePosition) */
static GArray *
find_places (const TuceSiting *siting, GArray *villages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TucePosition));

  for (guint i = 0; i < siting->villages->len; i++)
    {
      TucePosition position;

      if (is_cancelled (cancellable, error))
        return NULL;
      if (!find_clear (siting, ((const Village *) siting->villages->pdata[i])->position, &position))
        continue;
      g_array_append_val (places, position);
      g_array_append_val (villages, i);
    }
  if (places->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   siting->villages->len
                       ? _("No village has ground that is clear of all constraint layers: draw places by hand.")
                       : _("Nobody knows where the villages lie: give them a position first."));
      return NULL;
    }
  return g_steal_pointer (&places);
}

/* Chooses @n of @places besides the fixed ones; in the problem the fixed ones come after @places. */
static GArray *
choose (const TuceSiting *siting, GArray *places, guint n, GCancellable *cancellable)
{
  guint n_places = places->len + siting->fixed->len, n_demands = siting->origins->origins->len;
  g_autofree guint *weights = g_new (guint, n_demands);
  g_autofree float *distances = g_new (float, (gsize) n_demands * n_places);
  g_autofree guint *fixed = g_new (guint, MAX (siting->fixed->len, 1));
  TuceMedian problem = { n_demands, n_places, weights, distances, fixed, siting->fixed->len, MIN (n, places->len) };

  for (guint j = 0; j < siting->fixed->len; j++)
    fixed[j] = places->len + j;
  for (guint i = 0; i < n_demands; i++)
    {
      weights[i] = origin_at (siting, i)->people;
      for (guint j = 0; j < n_places; j++)
        {
          const GArray *from = j < places->len ? places : siting->fixed;
          TucePosition to = g_array_index (from, TucePosition, j < places->len ? j : j - places->len);

          distances[(gsize) i * n_places + j] = (float) tuce_position_distance (origin_at (siting, i)->position, to);
        }
    }
  return tuce_median_solve (&problem, NULL, cancellable);
}

/* Assigns each origin to the nearest of @candidates, unless a fixed place is nearer. */
static void
share_out (const TuceSiting *siting, GPtrArray *candidates)
{
  double total = 0;

  for (guint i = 0; i < siting->origins->origins->len; i++)
    {
      const TuceOrigin *origin = origin_at (siting, i);
      double least = way_to_fixed (siting, origin->position);
      TuceCandidate *nearest = NULL;

      for (guint j = 0; j < candidates->len; j++)
        {
          TuceCandidate *candidate = candidates->pdata[j];
          double way = tuce_position_distance (origin->position, candidate->position);

          if (way < least)
            {
              least = way;
              nearest = candidate;
            }
        }
      total += least * origin->people;
      if (nearest)
        count_origin (nearest, origin, least);
    }
  for (guint j = 0; j < candidates->len; j++)
    {
      finish_count (candidates->pdata[j]);
      ((TuceCandidate *) candidates->pdata[j])->total = total;
    }
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const TuceCandidate *first = *(const TuceCandidate *const *) a, *second = *(const TuceCandidate *const *) b;

  if (first->people != second->people)
    return first->people > second->people ? -1 : 1;
  return first->mean < second->mean ? -1 : first->mean > second->mean;
}

static void
drop_useless (GPtrArray *candidates)
{
  for (guint i = candidates->len; i > 0; i--)
    if (((const TuceCandidate *) candidates->pdata[i - 1])->households == 0)
      g_ptr_array_remove_index (candidates, i - 1);
}

static gboolean
check_number (guint n, GError **error)
{
  if (n == 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("Say how many sites: at least one."));
  return n > 0;
}

GPtrArray *
tuce_siting_propose (TuceSiting *siting, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) villages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_candidate_free);

  if (!check_number (n, error) || !(places = find_places (siting, villages, cancellable, error)))
    return NULL;
  chosen = choose (siting, places, n, cancellable);
  if (is_cancelled (cancellable, error))
    return NULL;
  for (guint i = 0; i < chosen->len; i++)
    {
      guint place = g_array_index (chosen, guint, i);
      const Village *village = siting->villages->pdata[g_array_index (villages, guint, place)];
      TucePosition position = g_array_index (places, TucePosition, place);
      TuceCandidate *candidate
          = tuce_candidate_new (siting->surroundings, position, g_strdup_printf (_("%s, proposed"), village->name),
                                village->code);

      candidate->moved = tuce_position_distance (village->position, position);
      g_ptr_array_add (candidates, candidate);
    }
  share_out (siting, candidates);
  drop_useless (candidates);
  g_ptr_array_sort (candidates, compare_people);
  return g_steal_pointer (&candidates);
}

static const char *
nearest_village (const TuceSiting *siting, TucePosition position)
{
  double least = G_MAXDOUBLE;
  const char *code = NULL;

  for (guint i = 0; i < siting->villages->len; i++)
    {
      const Village *village = siting->villages->pdata[i];
      double way = tuce_position_distance (village->position, position);

      if (way < least)
        {
          least = way;
          code = village->code;
        }
    }
  return code;
}

/* Counts for @candidate alone: those for whom it is nearer than any fixed place. */
static void
count_alone (const TuceSiting *siting, TuceCandidate *candidate)
{
  for (guint i = 0; i < siting->origins->origins->len; i++)
    {
      const TuceOrigin *origin = origin_at (siting, i);
      double fixed = way_to_fixed (siting, origin->position);
      double way = tuce_position_distance (origin->position, candidate->position);

      candidate->total += MIN (way, fixed) * origin->people;
      if (way < fixed)
        count_origin (candidate, origin, way);
    }
  finish_count (candidate);
}

static int
compare_total (gconstpointer a, gconstpointer b)
{
  const TuceCandidate *first = *(const TuceCandidate *const *) a, *second = *(const TuceCandidate *const *) b;

  if (first->allowed != second->allowed)
    return first->allowed ? -1 : 1;
  return first->total < second->total ? -1 : first->total > second->total;
}

GPtrArray *
tuce_siting_rank (TuceSiting *siting, const TuceDrawn *drawn, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_candidate_free);

  if (!check_number (n, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      char *name = drawn[i].name && *drawn[i].name ? g_strdup (drawn[i].name) : g_strdup_printf (_("Drawn place %u"), i + 1);
      TuceCandidate *candidate = tuce_candidate_new (siting->surroundings, drawn[i].position, name,
                                                     nearest_village (siting, drawn[i].position));

      g_ptr_array_add (candidates, candidate);
      if (is_cancelled (cancellable, error))
        return NULL;
      count_alone (siting, candidate);
    }
  g_ptr_array_sort (candidates, compare_total);
  return g_steal_pointer (&candidates);
}
