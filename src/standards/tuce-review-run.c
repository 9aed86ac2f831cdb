/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The complete run: two readers share the households, a third connection keeps what they found and looks at the places. */
#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-keeping.h"
#include "tuce-review-state.h"
#include "tuce-statement.h"

#define N_READERS 2
/* Households looked at in one go: enough to be fast, few enough to hear a cancel. */
#define BATCH 2000
/* How much of the run the households are. */
#define SHARE_OF_HOUSEHOLDS 0.7

typedef struct
{
  TuceGate *gate;
  TuceStandards *standards;
  const char *day;
  TuceProgress progress;
  gpointer data;
  GCancellable *cancellable;
  GMutex lock; /* around progress and what it counts */
  guint n_done;
  guint n_all;
} Run;

/* One reader's share: every N_READERS-th batch would tear places apart, so each takes a stretch of the county. */
typedef struct
{
  Run *run;
  guint number;
  TuceHarvest *harvest;
  gint64 sequence; /* up to which entry of the journal it saw */
  GError *error;
} Share;

static void
tell (Run *self, double fraction)
{
  if (self->progress)
    self->progress (fraction, self->data);
}

/* Each reader says how many there are in all; the first has to, and none may while another tells. */
static void
set_all (Run *self, guint n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_all = n;
}

static void
add_done (Run *self, guint n)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_done += n;
  tell (self, SHARE_OF_HOUSEHOLDS * MIN (1.0, (double) self->n_done / MAX (1, self->n_all)));
}

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

static gboolean
read_share (Share *self, TuceCounty *county, GError **error)
{
  Run *run = self->run;
  g_autoptr (TuceAssessor) assessor = tuce_assessor_new (county, run->standards, run->day, error);
  g_autoptr (GArray) ids = assessor ? list_households (county, error) : NULL;
  TuceAssessorSink sink = tuce_harvest_sink (self->harvest);
  guint from, to;

  if (!ids)
    return FALSE;
  tuce_assessor_set_cancellable (assessor, run->cancellable);
  from = ids->len * self->number / N_READERS;
  to = ids->len * (self->number + 1) / N_READERS;
  set_all (run, ids->len);
  for (; from < to; from += BATCH)
    {
      guint n = MIN (BATCH, to - from);

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !tuce_assessor_households (assessor, &g_array_index (ids, gint64, from), n, &sink, error))
        return FALSE;
      add_done (run, n);
    }
  return TRUE;
}

static gpointer
read_thread (gpointer data)
{
  Share *self = data;
  g_autoptr (TuceCounty) county = tuce_county_open (tuce_gate_get_path (self->run->gate), TUCE_OPEN_READ, &self->error);

  if (!county || !tuce_reading_begin (county, &self->error))
    return NULL;
  self->sequence = tuce_journal_last (county, &self->error);
  if (self->sequence >= 0)
    read_share (self, county, &self->error);
  tuce_reading_end (county);
  return NULL;
}

static gboolean
run_places (Run *self, TuceCounty *county, GError **error)
{
  g_autoptr (TuceAssessor) assessor = tuce_assessor_new (county, self->standards, self->day, error);
  guint n_levels;

  if (!assessor)
    return FALSE;
  tuce_assessor_set_cancellable (assessor, self->cancellable);
  n_levels = tuce_subjects ()->len;
  for (guint i = 0; i < n_levels; i++)
    {
      TuceHarvestField field = { tuce_subjects ()->pdata[i], NULL, 0 };
      g_autoptr (TuceHarvest) harvest = tuce_harvest_new ();
      TuceAssessorSink sink = tuce_harvest_sink (harvest);

      if (field.subject->by_household)
        continue;
      if (!tuce_assessor_places (assessor, field.subject->name, &sink, error)
          || !tuce_keep (county, self->standards, &field, &harvest, 1, self->day, error)
          || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      tell (self, 0.8 + 0.2 * (i + 1) / n_levels);
    }
  return TRUE;
}

static gboolean
keep_all (Run *self, TuceHarvest *const *harvests, const TuceReviewState *state, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open_deriving (self->gate, error);
  static const TuceHarvestField households = { NULL, NULL, 0 };

  if (!county || !tuce_deriving_begin (county, self->cancellable, error))
    return FALSE;
  if (tuce_keep (county, self->standards, &households, harvests, N_READERS, self->day, error)
      && run_places (self, county, error) && tuce_review_state_write (county, state, error)
      && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
}

static gboolean
read_households (Run *self, Share *shares, GError **error)
{
  GThread *threads[N_READERS];

  for (guint i = 0; i < N_READERS; i++)
    {
      shares[i] = (Share){ self, i, tuce_harvest_new (), 0, NULL };
      threads[i] = g_thread_new ("review", read_thread, &shares[i]);
    }
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_READERS; i++)
    if (shares[i].error)
      {
        g_propagate_error (error, g_steal_pointer (&shares[i].error));
        return FALSE;
      }
  return TRUE;
}

/* The day, and the fingerprint of what the run goes by, taken from the file as it is before the run. */
static char *
take_fingerprint (Run *self, char **day, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open (tuce_gate_get_path (self->gate), TUCE_OPEN_READ, error);

  if (!county)
    return NULL;
  *day = tuce_county_day (county);
  self->day = *day;
  return tuce_rules_fingerprint (self->standards, county, *day, error);
}

gboolean
tuce_review_run (TuceGate *gate, TuceStandards *standards, TuceProgress progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  g_autofree char *day = NULL;
  Run self = { gate, standards, NULL, progress, data, cancellable, { 0 }, 0, 0 };
  g_autofree char *fingerprint = take_fingerprint (&self, &day, error);
  Share shares[N_READERS] = { 0 };
  TuceHarvest *harvests[N_READERS] = { NULL };
  TuceReviewState state;
  gboolean done;

  if (!fingerprint)
    return FALSE;
  g_mutex_init (&self.lock);
  done = read_households (&self, shares, error);
  state = (TuceReviewState){ G_MAXINT64, 0, fingerprint };
  for (guint i = 0; i < N_READERS; i++)
    {
      harvests[i] = shares[i].harvest;
      state.sequence = MIN (state.sequence, shares[i].sequence);
      g_clear_error (&shares[i].error);
    }
  state.places = state.sequence;
  done = done && keep_all (&self, harvests, &state, error);
  for (guint i = 0; i < N_READERS; i++)
    g_clear_pointer (&harvests[i], tuce_harvest_free);
  g_mutex_clear (&self.lock);
  return done;
}

gboolean
tuce_review_run_places (TuceGate *gate, TuceStandards *standards, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_open_deriving (gate, error);
  g_autofree char *day = county ? tuce_county_day (county) : NULL;
  Run self = { gate, standards, day, NULL, NULL, cancellable, { 0 }, 0, 0 };
  g_auto (TuceReviewState) state = { -1, -1, NULL };

  if (!county || !tuce_deriving_begin (county, cancellable, error))
    return FALSE;
  state = tuce_review_state_read (county);
  state.places = state.sequence;
  if (run_places (&self, county, error) && tuce_review_state_write (county, &state, error)
      && tuce_deriving_commit (county, error))
    return TRUE;
  tuce_deriving_rollback (county);
  return FALSE;
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
  if (done)
    return tuce_review_run_places (gate, standards, cancellable, error);
  return tuce_review_run (gate, standards, progress, data, cancellable, error);
}
