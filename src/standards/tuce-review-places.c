/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-review-places.h"

#include "tuce-review-state.h"
#include "tuce-writing.h"

struct _TuceReviewPlaces
{
  TuceCounty *county;
  TuceStandards *standards;
  char *day;
  GCancellable *cancellable;
  TuceAssessor *assessor;
  GPtrArray *levels; /* TuceSubject */
  guint n_looked;
};

TuceReviewPlaces *
tuce_review_places_new (TuceCounty *county, TuceStandards *standards, const char *day, GHashTable *looked,
                        GCancellable *cancellable, GError **error)
{
  TuceAssessor *assessor = tuce_assessor_new (county, standards, day, error);
  TuceReviewPlaces *self;

  if (!assessor)
    return NULL;
  tuce_assessor_set_cancellable (assessor, cancellable);
  self = g_new0 (TuceReviewPlaces, 1);
  self->county = g_object_ref (county);
  self->standards = tuce_standards_ref (standards);
  self->day = g_strdup (day);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->assessor = assessor;
  self->levels = g_ptr_array_new ();
  for (guint i = 0; i < tuce_subjects ()->len; i++)
    {
      TuceSubject *subject = tuce_subjects ()->pdata[i];

      if (!subject->by_household && !(looked && g_hash_table_contains (looked, subject)))
        g_ptr_array_add (self->levels, subject);
    }
  return self;
}

void
tuce_review_places_free (TuceReviewPlaces *self)
{
  tuce_assessor_free (self->assessor);
  g_ptr_array_unref (self->levels);
  g_clear_object (&self->cancellable);
  tuce_standards_unref (self->standards);
  g_object_unref (self->county);
  g_free (self->day);
  g_free (self);
}

/* Assesses one level; runs inside the read snapshot. */
static TuceDifference *
look (TuceReviewPlaces *self, const TuceSubject *subject, GError **error)
{
  g_autoptr (TuceDifference) difference = tuce_difference_new (self->standards, self->day);
  g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
  TuceAssessorSink sink = tuce_harvest_sink (harvest);

  if (!tuce_assessor_places (self->assessor, subject->name, &sink, error)
      || !tuce_difference_add_places (difference, self->county, subject, g_steal_pointer (&harvest), error))
    return NULL;
  return g_steal_pointer (&difference);
}

TuceDifference *
tuce_review_places_look (TuceReviewPlaces *self, GError **error)
{
  TuceDifference *difference;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !tuce_reading_begin (self->county, error))
    return NULL;
  difference = look (self, self->levels->pdata[self->n_looked], error);
  tuce_reading_end (self->county);
  self->n_looked++;
  return difference;
}

guint
tuce_review_places_get_n_left (TuceReviewPlaces *self)
{
  return self->levels->len - self->n_looked;
}

/* The run of places alone ---------------------------------------------------------------------------------------- */

static gboolean
write_level (TuceCounty *county, TuceDifference *difference, GCancellable *cancellable, GError **error)
{
  while (!tuce_difference_is_written (difference))
    {
      if (!tuce_deriving_begin (county, cancellable, error))
        return FALSE;
      if (!tuce_difference_write (difference, county, TRUE, error) || !tuce_deriving_commit (county, error))
        {
          tuce_deriving_rollback (county);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_position (TuceCounty *county, gint64 sequence, GCancellable *cancellable, GError **error)
{
  if (!tuce_deriving_begin (county, cancellable, error))
    return FALSE;
  if (tuce_review_state_write_places (county, sequence, error) && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
}

static gboolean
run_places (TuceCounty *county, TuceStandards *standards, TuceReviewChange *changed, GCancellable *cancellable, GError **error)
{
  g_autofree char *day = tuce_county_day (county);
  g_auto (TuceReviewState) state = { -1, -1, NULL };
  g_autoptr (TuceReviewPlaces) places = NULL;

  /* Somebody may catch up with households while this runs: the state written at the end is the one read now. */
  if (!tuce_review_state_read (county, &state, error))
    return FALSE;
  places = tuce_review_places_new (county, standards, day, NULL, cancellable, error);
  if (!places)
    return FALSE;
  while (tuce_review_places_get_n_left (places))
    {
      g_autoptr (TuceDifference) difference = tuce_review_places_look (places, error);

      if (!difference || !write_level (county, difference, cancellable, error))
        return FALSE;
      if (tuce_difference_get_n_rows (difference))
        *changed |= TUCE_REVIEW_PLACES;
    }
  *changed |= TUCE_REVIEW_STATE;
  return write_position (county, state.sequence, cancellable, error);
}

gboolean
tuce_review_run_places_telling (TuceGate *gate, TuceStandards *standards, TuceReviewChange *changed, GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open_deriving (gate, error);
  gboolean done = county && run_places (county, standards, changed, cancellable, error);

  if (county)
    tuce_county_checkpoint (county);
  return done;
}

gboolean
tuce_review_run_places (TuceGate *gate, TuceStandards *standards, GCancellable *cancellable, GError **error)
{
  TuceReviewChange changed = 0;

  return tuce_review_run_places_telling (gate, standards, &changed, cancellable, error);
}
