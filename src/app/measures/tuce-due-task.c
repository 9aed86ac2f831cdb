/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-due-task.h"

#include "tuce-assessor.h"

typedef struct
{
  TuceCounty *county;
  TuceQuery *query;
  char *department;
  char *today;
  TuceDueFilter filter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->county);
  tuce_query_free (wanted->query);
  g_free (wanted->department);
  g_free (wanted->today);
  g_free (wanted);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (wanted->county, &error);
  TuceDueList *list = reader ? tuce_due_list (reader, wanted->query, wanted->department, wanted->filter, wanted->today,
                                              cancellable, &error)
                             : NULL;

  if (list)
    g_task_return_pointer (task, list, (GDestroyNotify) tuce_due_list_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tuce_due_find_async (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->county = g_object_ref (county);
  wanted->query = query;
  wanted->department = g_strdup (department);
  wanted->today = tuce_county_day (county);
  wanted->filter = filter;
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, find);
}

TuceDueList *
tuce_due_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
