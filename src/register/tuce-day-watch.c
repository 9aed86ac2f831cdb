/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-day-watch.h"

/* A timer stands still while the machine sleeps, and the clock may be set: the day is looked at this often at least. Seconds. */
#define LONGEST_WAIT (10 * 60)

struct _TuceDayWatch
{
  GObject parent_instance;

  TuceCounty *county; /* weak */
  gulong changed;
  guint timer;
  char *day;
};

G_DEFINE_FINAL_TYPE (TuceDayWatch, tuce_day_watch, G_TYPE_OBJECT)

static guint day_changed_signal;

static guint
seconds_to_midnight (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight
      = g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                               g_date_time_get_day_of_month (tomorrow), 0, 0, 0);
  /* No midnight where summer time begins at it: then the longest wait finds the new day. */
  GTimeSpan wait = midnight ? g_date_time_difference (midnight, now) : LONGEST_WAIT * G_TIME_SPAN_SECOND;

  return (guint) (MAX (wait, 0) / G_TIME_SPAN_SECOND) + 1;
}

static gboolean on_time (gpointer data);

static void
arm (TuceDayWatch *self)
{
  self->timer = g_timeout_add_seconds (MIN (seconds_to_midnight (), LONGEST_WAIT), on_time, self);
}

static gboolean
on_time (gpointer data)
{
  g_autoptr (TuceDayWatch) self = g_object_ref (data); /* whoever is told may let go of it */

  self->timer = 0;
  tuce_day_watch_look (self);
  if (self->county && !self->timer)
    arm (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (TuceDayWatch *self)
{
  tuce_day_watch_look (self);
}

void
tuce_day_watch_close (TuceDayWatch *self)
{
  g_return_if_fail (TUCE_IS_DAY_WATCH (self));
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->county)
    g_clear_signal_handler (&self->changed, self->county);
  g_clear_weak_pointer (&self->county);
}

static void
tuce_day_watch_dispose (GObject *object)
{
  tuce_day_watch_close (TUCE_DAY_WATCH (object));
  G_OBJECT_CLASS (tuce_day_watch_parent_class)->dispose (object);
}

static void
tuce_day_watch_finalize (GObject *object)
{
  g_free (TUCE_DAY_WATCH (object)->day);
  G_OBJECT_CLASS (tuce_day_watch_parent_class)->finalize (object);
}

static void
tuce_day_watch_class_init (TuceDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_day_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_day_watch_finalize;
  day_changed_signal
      = g_signal_new ("day-changed", TUCE_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tuce_day_watch_init (TuceDayWatch *self)
{
}

TuceDayWatch *
tuce_day_watch_new (TuceCounty *county)
{
  TuceDayWatch *self = g_object_new (TUCE_TYPE_DAY_WATCH, NULL);

  g_set_weak_pointer (&self->county, county);
  self->day = tuce_county_day (county);
  self->changed = g_signal_connect_swapped (county, "changed", G_CALLBACK (on_changed), self);
  arm (self);
  return self;
}

gboolean
tuce_day_watch_look (TuceDayWatch *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TUCE_IS_DAY_WATCH (self), FALSE);
  day = self->county ? tuce_county_day (self->county) : NULL;
  if (!day || g_str_equal (day, self->day))
    return FALSE;
  g_free (self->day);
  self->day = g_steal_pointer (&day);
  g_signal_emit (self, day_changed_signal, 0);
  return TRUE;
}
