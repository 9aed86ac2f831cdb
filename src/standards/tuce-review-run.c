/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The complete run. Two reader threads take households batch by batch, assess them and compare the results with the
 * stored rows. What differs goes to the thread that asked for the run; it writes in slices on a third connection while
 * the readers go on. The same is done for those places whose rules read nothing that is stored. The other places
 * follow, level by level.
 */
#include <glib/gi18n-lib.h>

#include "tuce-difference.h"
#include "tuce-error.h"
#include "tuce-review-places.h"
#include "tuce-review-state.h"
#include "tuce-statement.h"

#define N_READERS 2
/* Households assessed together: enough to be fast, and few enough that cancelling takes effect soon. */
#define BATCH 1000
/* How many differences may wait to be written. When another writer holds the gate for long, the readers wait, so that
   memory does not fill. */
#define MOST_WAITING 6
/* The share of the households in the whole run, for the progress shown. An estimate. */
#define SHARE_OF_HOUSEHOLDS 0.85
/* How often a run begins again because somebody caught up in the meantime. */
#define MOST_BEGINNINGS 5

typedef struct
{
  TuceGate *gate;
  TuceStandards *standards;
  TuceProgress progress;
  gpointer data;
  GCancellable *cancellable;

  char *day;
  char *fingerprint;
  TuceReviewState former; /* as it was when the run began */
  gint64 sequence;        /* last entry of the journal that every reader is sure to see */
  GArray *ids;            /* of the households */
  gboolean overtaken;     /* somebody else wrote results after the run began */

  GMutex lock; /* guards the members below */
  GCond changed;
  guint next;    /* index in ids where the next batch begins; after the last batch comes one more, empty: the households
                    that are gone */
  guint next_level; /* of the subjects */
  GHashTable *looked; /* TuceSubject: places that read nothing stored, assessed together with the households */
  guint n_done;  /* of ids */
  guint n_reading; /* readers still at work */
  GQueue waiting;  /* TuceDifference to be written */
  gboolean stopped;
  GError *error; /* the first error of a reader */
} Run;

static void
tell (Run *self, double fraction)
{
  if (self->progress)
    self->progress (fraction, self->data);
}

static void
tell_households (Run *self)
{
  guint n_done;

  g_mutex_lock (&self->lock);
  n_done = self->n_done;
  g_mutex_unlock (&self->lock);
  tell (self, SHARE_OF_HOUSEHOLDS * n_done / MAX (1, self->ids->len));
}

/* Readers -------------------------------------------------------------------------------------------------------- */

/* Gives the range of ids to assess next; an empty range means the households that are gone. Returns: whether there is
   anything left */
static gboolean
take_batch (Run *self, guint *from, guint *n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->stopped || self->next > self->ids->len)
    return FALSE;
  *from = self->next;
  *n = MIN (BATCH, self->ids->len - self->next);
  self->next += *n ? *n : 1;
  return TRUE;
}

/* Takes ownership of @difference. */
static void
hand_over (Run *self, TuceDifference *difference, guint n_done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->waiting.length >= MOST_WAITING && !self->stopped)
    g_cond_wait (&self->changed, &self->lock);
  self->n_done += n_done;
  if (tuce_difference_get_n_rows (difference) && !self->stopped)
    g_queue_push_tail (&self->waiting, difference);
  else
    tuce_difference_free (difference);
  g_cond_broadcast (&self->changed);
}

static gboolean
look_at (Run *self, TuceCounty *county, TuceAssessor *assessor, guint from, guint n, GError **error)
{
  g_autoptr (TuceDifference) difference = tuce_difference_new (self->standards, self->day);
  g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
  TuceAssessorSink sink = tuce_harvest_sink (harvest);

  if (!n && !tuce_difference_add_gone (difference, county, error))
    return FALSE;
  if (n
      && (!tuce_assessor_households (assessor, &g_array_index (self->ids, gint64, from), n, &sink, error)
          || !tuce_difference_add_chosen (difference, county, g_steal_pointer (&harvest), error)))
    return FALSE;
  hand_over (self, g_steal_pointer (&difference), n);
  return TRUE;
}

static const TuceSubject *
take_level (Run *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->next_level < tuce_subjects ()->len ? tuce_subjects ()->pdata[self->next_level++] : NULL;
}

static gboolean
look_at_places (Run *self, TuceCounty *county, TuceAssessor *assessor, const TuceSubject *subject, GError **error)
{
  g_autoptr (TuceDifference) difference = tuce_difference_new (self->standards, self->day);
  g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
  TuceAssessorSink sink = tuce_harvest_sink (harvest);

  if (!tuce_assessor_places (assessor, subject->name, &sink, error)
      || !tuce_difference_add_places (difference, county, subject, g_steal_pointer (&harvest), error))
    return FALSE;
  hand_over (self, g_steal_pointer (&difference), 0);
  g_mutex_lock (&self->lock);
  g_hash_table_add (self->looked, (gpointer) subject);
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
read_levels (Run *self, TuceCounty *county, TuceAssessor *assessor, GError **error)
{
  const TuceSubject *subject;

  while ((subject = take_level (self)))
    if (!subject->by_household && !tuce_assessor_rests_on_kept (assessor, subject)
        && !look_at_places (self, county, assessor, subject, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_batches (Run *self, TuceCounty *county, GError **error)
{
  g_autoptr (TuceAssessor) assessor = tuce_assessor_new (county, self->standards, self->day, error);
  guint from, n;

  if (!assessor)
    return FALSE;
  tuce_assessor_set_cancellable (assessor, self->cancellable);
  if (!read_levels (self, county, assessor, error) || !tuce_assessor_complete (assessor, error))
    return FALSE;
  while (take_batch (self, &from, &n))
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !look_at (self, county, assessor, from, n, error))
      return FALSE;
  return TRUE;
}

static gpointer
read_thread (gpointer data)
{
  Run *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = tuce_county_open_deriving (self->gate, &error);

  if (county && tuce_reading_begin (county, &error))
    {
      read_batches (self, county, &error);
      tuce_reading_end (county);
    }
  g_mutex_lock (&self->lock);
  self->n_reading--;
  if (error && !self->error)
    self->error = g_steal_pointer (&error);
  self->stopped = self->stopped || self->error;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return NULL;
}

/* The writer ----------------------------------------------------------------------------------------------------- */

/* The next difference to write; NULL when all are written or a reader failed. Reports progress while it waits. */
static TuceDifference *
wait_for_difference (Run *self)
{
  TuceDifference *difference = NULL;

  g_mutex_lock (&self->lock);
  while (!self->waiting.length && self->n_reading && !self->stopped)
    {
      guint n_done = self->n_done;

      g_cond_wait (&self->changed, &self->lock);
      if (n_done == self->n_done)
        continue;
      g_mutex_unlock (&self->lock);
      tell_households (self);
      g_mutex_lock (&self->lock);
    }
  if (!self->stopped)
    difference = g_queue_pop_head (&self->waiting);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return difference;
}

/* At the beginning of a slice: checks that the stored rows are still those the run compared with, and marks the stored
   results as mixed where they came from other rules. */
static gboolean
begin_slice (Run *self, TuceCounty *county, GError **error)
{
  g_auto (TuceReviewState) now = { -1, -1, NULL };

  if (!tuce_review_state_read (county, &now, error))
    return FALSE;
  self->overtaken = now.sequence != self->former.sequence;
  if (self->overtaken)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("Another edit is under way: try again"));
      return FALSE;
    }
  if (!*now.fingerprint || g_str_equal (now.fingerprint, self->fingerprint))
    return TRUE;
  return tuce_review_state_forget_rules (county, error);
}

static gboolean
write_slice (Run *self, TuceCounty *county, TuceDifference *difference, GError **error)
{
  if (!tuce_deriving_begin (county, self->cancellable, error))
    return FALSE;
  if (begin_slice (self, county, error) && tuce_difference_write (difference, county, TRUE, error)
      && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
}

static gboolean
write_difference (Run *self, TuceCounty *county, TuceDifference *difference, GError **error)
{
  while (!tuce_difference_is_written (difference))
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !write_slice (self, county, difference, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_differences (Run *self, TuceCounty *county, GError **error)
{
  for (;;)
    {
      g_autoptr (TuceDifference) difference = wait_for_difference (self);

      if (!difference)
        return TRUE;
      if (!write_difference (self, county, difference, error))
        return FALSE;
      tell_households (self);
    }
}

/* The remaining places, between the households and the end of the run. */
static gboolean
write_places (Run *self, TuceCounty *county, GError **error)
{
  g_autoptr (TuceReviewPlaces) places = tuce_review_places_new (county, self->standards, self->day, self->looked, self->cancellable, error);

  while (places && tuce_review_places_get_n_left (places))
    {
      g_autoptr (TuceDifference) difference = tuce_review_places_look (places, error);

      if (!difference || !write_difference (self, county, difference, error))
        return FALSE;
      tell (self, SHARE_OF_HOUSEHOLDS + (1 - SHARE_OF_HOUSEHOLDS) / (tuce_review_places_get_n_left (places) + 1));
    }
  tell (self, 1);
  return places != NULL;
}

/* Everything is written: stores for which entry of the journal, rules and day it is valid. */
static gboolean
write_state (Run *self, TuceCounty *county, GError **error)
{
  const TuceReviewState unknown = { -2, -2, NULL }, state = { self->sequence, self->sequence, self->fingerprint };

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
      || !tuce_deriving_begin (county, self->cancellable, error))
    return FALSE;
  if (begin_slice (self, county, error) && tuce_review_state_write (county, &state, &unknown, error)
      && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
}

/* Reads and writes the households at the same time. */
static gboolean
look_at_households (Run *self, TuceCounty *county, GError **error)
{
  GThread *threads[N_READERS];
  gboolean written;

  self->n_reading = N_READERS;
  for (guint i = 0; i < N_READERS; i++)
    threads[i] = g_thread_new ("review", read_thread, self);
  written = write_differences (self, county, error);
  g_mutex_lock (&self->lock);
  self->stopped = self->stopped || !written;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (threads[i]);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) tuce_difference_free);
  if (written && self->error)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return written && !self->stopped;
}

/* The beginning ---------------------------------------------------------------------------------------------------- */

static GArray *
list_households (TuceCounty *county, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (
      county, "SELECT id FROM household ORDER BY village_code, id", TUCE_STATEMENT_DERIVING, NULL, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (!statement)
    return NULL;
  do
    {
      gint64 id;

      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      id = row ? tuce_statement_integer (statement, 0) : 0;
      if (row)
        g_array_append_val (ids, id);
    }
  while (row);
  return g_steal_pointer (&ids);
}

/* Reads what the run goes by. The readers open their snapshots later, so they see this state of the file or a newer
   one. */
static gboolean
begin_run (Run *self, TuceCounty *county, GError **error)
{
  gboolean begun;

  if (!tuce_reading_begin (county, error))
    return FALSE;
  self->day = tuce_county_day (county);
  self->sequence = tuce_journal_last (county, error);
  begun = self->sequence >= 0 && tuce_review_state_read (county, &self->former, error)
          && (self->fingerprint = tuce_rules_fingerprint (self->standards, county, self->day, error)) != NULL
          && (self->ids = list_households (county, error)) != NULL;
  tuce_reading_end (county);
  return begun;
}

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->fingerprint, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
  tuce_review_state_clear (&self->former);
  g_clear_error (&self->error);
  g_hash_table_unref (self->looked);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
}

/* @overtaken: whether it failed because somebody caught up in the meantime */
static gboolean
run_once (TuceCounty *county, const Run *with, gboolean *overtaken, GError **error)
{
  Run self = { .gate = with->gate,
               .standards = with->standards,
               .progress = with->progress,
               .data = with->data,
               .cancellable = with->cancellable };
  gboolean done;

  g_mutex_init (&self.lock);
  g_cond_init (&self.changed);
  self.looked = g_hash_table_new (NULL, NULL);
  done = begin_run (&self, county, error) && look_at_households (&self, county, error) && write_places (&self, county, error)
         && write_state (&self, county, error);
  *overtaken = self.overtaken;
  run_clear (&self);
  return done;
}

gboolean
tuce_review_run (TuceGate *gate, TuceStandards *standards, TuceProgress progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open_deriving (gate, error);
  const Run with = { .gate = gate, .standards = standards, .progress = progress, .data = data, .cancellable = cancellable };
  gboolean done = FALSE, overtaken = TRUE;

  if (!county)
    return FALSE;
  for (guint i = 0; overtaken && i < MOST_BEGINNINGS; i++)
    {
      g_clear_error (error);
      done = run_once (county, &with, &overtaken, error);
    }
  tuce_county_checkpoint (county);
  return done;
}

gboolean
tuce_review_bring_up_to_date (TuceCounty *county, TuceStandards *standards, TuceProgress progress, gpointer data,
                              GCancellable *cancellable, GError **error)
{
  TuceGate *gate = tuce_county_get_gate (county);
  gboolean done;

  if (tuce_review_is_current (county, standards))
    return TRUE;
  if (!tuce_review_catch_up (county, standards, &done, error))
    return FALSE;
  if (!done)
    return tuce_review_run (gate, standards, progress, data, cancellable, error);
  return tuce_review_knows_places (county) || tuce_review_run_places (gate, standards, cancellable, error);
}
