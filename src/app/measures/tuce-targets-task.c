/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-targets-task.h"

typedef struct
{
  TuceCounty *county;
  TuceQuery *households;
  TuceStandards *standards;
  const TuceRule *rule;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->county);
  tuce_query_free (wanted->households);
  g_clear_pointer (&wanted->standards, tuce_standards_unref);
  g_free (wanted);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (wanted->county, &error);
  TuceTargets *targets
      = reader ? tuce_measures_targets (reader, wanted->households, wanted->rule, cancellable, &error) : NULL;

  if (targets)
    g_task_return_pointer (task, targets, (GDestroyNotify) tuce_targets_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tuce_targets_find_async (TuceCounty *county, TuceQuery *households, TuceStandards *standards, const TuceRule *rule,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->county = g_object_ref (county);
  wanted->households = households;
  wanted->standards = standards ? tuce_standards_ref (standards) : NULL;
  wanted->rule = rule;
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, find);
}

TuceTargets *
tuce_targets_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
