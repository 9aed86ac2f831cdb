/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-review.h"

#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-review-state.h"

/* How long after an edit places are assessed, in milliseconds: somebody who works down a list saves again before
   then. */
#define REST_BEFORE_PLACES 700
/* How long after opening the first review begins, in milliseconds: the first page is to be on screen before anything
   competes with it. */
#define REST_BEFORE_FIRST 800
/* After how long to try again when somebody else was writing, in milliseconds. */
#define REST_WHEN_HELD 300
/* At most so many seconds pass until the day is checked again, because a computer may have slept over midnight. */
#define MOST_BETWEEN_DAYS 600

struct _TuceReview
{
  GObject parent_instance;

  TuceCounty *county;
  TuceStandards *standards;
  char **mistakes;
  char *failure; /* why no review is possible, or NULL */

  gulong changed;
  guint first;   /* timeout before the first review */
  guint rest;    /* timeout before places are assessed */
  guint later;   /* timeout before the next try */
  guint telling; /* timeout that reports progress */
  guint morning; /* timeout until the next day */
  char *day;     /* the county's day (tuce_county_day()) when last checked */
  TuceReviewChange change; /* what the ::updated being emitted is about */

  GCancellable *cancellable; /* of the task under way */
  gboolean running;          /* a complete run is under way */
  gboolean busy;             /* any task is under way */
  gboolean again;            /* something changed while it was */
  int fraction;              /* permille, written by the worker */
};

G_DEFINE_FINAL_TYPE (TuceReview, tuce_review, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STANDARDS,
  PROP_RUNNING,
  PROP_FRACTION,
  PROP_MISTAKES,
  PROP_FAILURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What one task works with. Except for @review, nothing of it is used by the window's thread meanwhile. */
typedef struct
{
  TuceReview *review; /* the worker touches only its fraction */
  TuceGate *gate;
  TuceStandards *standards;
  gboolean complete;
  TuceReviewChange changed; /* which stored results were written */
} Job;

static void review_again (TuceReview *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->review);
  tuce_gate_unref (job->gate);
  tuce_standards_unref (job->standards);
  g_free (job);
}

static void
set_failure (TuceReview *self, const char *message)
{
  if (g_strcmp0 (self->failure, message) == 0)
    return;
  g_free (self->failure);
  self->failure = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURE]);
}

static void
set_running (TuceReview *self, gboolean running)
{
  if (self->running == running)
    return;
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
note_fraction (double fraction, gpointer data)
{
  TuceReview *self = data;

  g_atomic_int_set (&self->fraction, (int) (fraction * 1000));
}

static gboolean
tell_fraction (gpointer data)
{
  g_object_notify_by_pspec (data, properties[PROP_FRACTION]);
  return G_SOURCE_CONTINUE;
}

static void
run_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gboolean done = job->complete ? tuce_review_run (job->gate, job->standards, note_fraction, job->review, cancellable,
                                                   &error)
                                : tuce_review_run_places_telling (job->gate, job->standards, &job->changed, cancellable, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Emits ::updated; handlers ask what it is about while it is emitted. */
static void
tell_updated (TuceReview *self, TuceReviewChange change)
{
  self->change = change;
  g_signal_emit_by_name (self, "updated");
  self->change = 0;
}

static gboolean
ask_again (gpointer data)
{
  TuceReview *self = data;

  self->later = 0;
  review_again (self);
  return G_SOURCE_REMOVE;
}

/* TUCE_ERROR_HELD, somebody else is writing, is no failure: try again a little later. */
static void
fail (TuceReview *self, const GError *error)
{
  if (!g_error_matches (error, TUCE_ERROR, TUCE_ERROR_HELD))
    set_failure (self, error->message);
  else if (!self->later)
    self->later = g_timeout_add (REST_WHEN_HELD, ask_again, self);
}

static void
job_done (GObject *source, GAsyncResult *result, gpointer data)
{
  TuceReview *self = TUCE_REVIEW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  TuceReviewChange changed = job->changed;

  self->busy = FALSE;
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->telling, g_source_remove);
  set_running (self, FALSE);
  if (!self->county)
    return;
  if (!done && !stopped)
    fail (self, error);
  if (done && job->complete)
    changed = TUCE_REVIEW_HOUSEHOLDS | TUCE_REVIEW_PLACES | TUCE_REVIEW_STATE;
  if (changed & (TUCE_REVIEW_HOUSEHOLDS | TUCE_REVIEW_PLACES))
    tell_updated (self, changed);
  if (self->again)
    review_again (self);
}

static void
start_job (TuceReview *self, gboolean complete)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_clear_handle_id (&self->rest, g_source_remove);
  self->busy = TRUE;
  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, job_done, NULL);
  job = g_new0 (Job, 1);
  job->review = g_object_ref (self);
  job->gate = tuce_gate_ref (tuce_county_get_gate (self->county));
  job->standards = tuce_standards_ref (self->standards);
  job->complete = complete;
  g_task_set_task_data (task, job, job_free);
  g_atomic_int_set (&self->fraction, 0);
  if (complete)
    {
      self->telling = g_timeout_add (200, tell_fraction, self);
      set_running (self, TRUE);
    }
  g_task_run_in_thread (task, run_job);
}

static gboolean
rested (gpointer data)
{
  TuceReview *self = data;

  self->rest = 0;
  if (self->busy)
    self->again = TRUE;
  else
    start_job (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
load_standards (TuceReview *self)
{
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GError) error = NULL;
  TuceStandards *standards = tuce_standards_load (self->county, &mistakes, &error);

  if (!standards)
    {
      set_failure (self, error->message);
      return;
    }
  g_clear_pointer (&self->standards, tuce_standards_unref);
  self->standards = standards;
  g_strfreev (self->mistakes);
  g_ptr_array_add (mistakes, NULL);
  self->mistakes = g_strdupv ((char **) mistakes->pdata);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STANDARDS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISTAKES]);
}

/* Another day began: what is overdue, people's ages and the rules' ":today" have changed. */
static void
look_at_day (TuceReview *self)
{
  g_autofree char *day = tuce_county_day (self->county);

  if (g_strcmp0 (day, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_steal_pointer (&day);
  g_signal_emit_by_name (self, "day-changed");
}

static void wait_for_morning (TuceReview *self);

static gboolean
morning_came (gpointer data)
{
  TuceReview *self = data;
  g_autofree char *before = g_strdup (self->day);

  self->morning = 0;
  look_at_day (self);
  if (g_strcmp0 (before, self->day) != 0)
    review_again (self);
  wait_for_morning (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_morning (TuceReview *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int left = 24 * 3600 - (g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + g_date_time_get_second (now));

  /* a second later, because timers of whole seconds may fire early */
  self->morning = g_timeout_add_seconds ((guint) MIN (left + 1, MOST_BETWEEN_DAYS), morning_came, self);
}

/* Catches up with the edits since the last review; what takes longer is left to a worker. */
static void
review_again (TuceReview *self)
{
  g_autoptr (GError) error = NULL;
  TuceReviewChange changed = 0;
  gboolean done;

  if (!self->standards || !tuce_county_is_writable (self->county))
    return;
  if (self->running)
    {
      self->again = TRUE;
      return;
    }
  g_clear_handle_id (&self->later, g_source_remove);
  if (!tuce_review_catch_up_telling (self->county, self->standards, &done, &changed, &error))
    {
      fail (self, error);
      return;
    }
  set_failure (self, NULL);
  if (changed & TUCE_REVIEW_HOUSEHOLDS)
    tell_updated (self, changed);
  if (done && tuce_review_knows_places (self->county))
    return;
  /* What the task under way finds about places would be out of date: it has to begin again. */
  if (self->busy && changed)
    g_cancellable_cancel (self->cancellable);
  if (!done && self->busy)
    self->again = TRUE;
  else if (!done)
    start_job (self, TRUE);
  else
    {
      g_clear_handle_id (&self->rest, g_source_remove);
      self->rest = g_timeout_add (REST_BEFORE_PLACES, rested, self);
    }
}

static gboolean
look_first (gpointer data)
{
  TuceReview *self = data;

  self->first = 0;
  review_again (self);
  return G_SOURCE_REMOVE;
}

static void
county_changed (TuceCounty *county, TuceChangeSet *changes, TuceReview *self)
{
  look_at_day (self);
  if (tuce_change_set_touches (changes, TUCE_OWN_PACK))
    load_standards (self);
  review_again (self);
}

static void
tuce_review_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TuceReview *self = TUCE_REVIEW (object);

  switch (id)
    {
    case PROP_STANDARDS:
      g_value_set_pointer (value, self->standards);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, g_atomic_int_get (&self->fraction) / 1000.0);
      break;
    case PROP_MISTAKES:
      g_value_set_boxed (value, self->mistakes);
      break;
    case PROP_FAILURE:
      g_value_set_string (value, self->failure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

/* A task under way holds a reference to the review, so dispose can't happen before the task ends. */
void
tuce_review_close (TuceReview *self)
{
  tuce_review_stop (self);
  g_clear_handle_id (&self->first, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_handle_id (&self->morning, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  if (self->county)
    g_clear_signal_handler (&self->changed, self->county);
  g_clear_object (&self->county);
}

static void
tuce_review_dispose (GObject *object)
{
  tuce_review_close (TUCE_REVIEW (object));
  G_OBJECT_CLASS (tuce_review_parent_class)->dispose (object);
}

static void
tuce_review_finalize (GObject *object)
{
  TuceReview *self = TUCE_REVIEW (object);

  g_clear_pointer (&self->standards, tuce_standards_unref);
  g_strfreev (self->mistakes);
  g_free (self->failure);
  g_free (self->day);
  G_OBJECT_CLASS (tuce_review_parent_class)->finalize (object);
}

static void
tuce_review_class_init (TuceReviewClass *klass)
{
  GObjectClass *object = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object->get_property = tuce_review_get_property;
  object->dispose = tuce_review_dispose;
  object->finalize = tuce_review_finalize;
  properties[PROP_STANDARDS] = g_param_spec_pointer ("standards", NULL, NULL, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_MISTAKES] = g_param_spec_boxed ("mistakes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object, N_PROPS, properties);
  g_signal_new ("updated", TUCE_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("day-changed", TUCE_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_review_init (TuceReview *self)
{
}

TuceReview *
tuce_review_new (TuceCounty *county)
{
  TuceReview *self = g_object_new (TUCE_TYPE_REVIEW, NULL);

  self->county = g_object_ref (county);
  self->changed = g_signal_connect (county, "changed", G_CALLBACK (county_changed), self);
  load_standards (self);
  self->day = tuce_county_day (county);
  wait_for_morning (self);
  self->first = g_timeout_add (REST_BEFORE_FIRST, look_first, self);
  return self;
}

TuceStandards *
tuce_review_get_standards (TuceReview *self)
{
  return self->standards;
}

TuceReviewChange
tuce_review_get_change (TuceReview *self)
{
  return self->change;
}

gboolean
tuce_review_get_running (TuceReview *self)
{
  return self->running;
}

const char *
tuce_review_get_failure (TuceReview *self)
{
  return self->failure;
}

void
tuce_review_start (TuceReview *self)
{
  if (self->busy || !self->standards || !tuce_county_is_writable (self->county))
    return;
  set_failure (self, NULL);
  start_job (self, TRUE);
}

void
tuce_review_stop (TuceReview *self)
{
  self->again = FALSE;
  g_cancellable_cancel (self->cancellable);
}
