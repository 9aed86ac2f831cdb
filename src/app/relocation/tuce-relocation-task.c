/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-relocation-task.h"

#include "tuce-date.h"

typedef struct
{
  TuceCounty *county;
  TuceStandards *standards;
  char *scope;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->county);
  g_clear_pointer (&job->standards, tuce_standards_unref);
  g_free (job->scope);
  g_free (job);
}

void
tuce_relocation_found_free (TuceRelocationFound *found)
{
  g_clear_pointer (&found->boards, tuce_site_boards_free);
  g_clear_pointer (&found->plans, g_hash_table_unref);
  g_clear_pointer (&found->schedule, g_ptr_array_unref);
  g_free (found);
}

/* Of all sites: some of those shown lie outside the scope. */
static gboolean
add_schedule (TuceRelocationFound *found, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceTimetable) timetable = tuce_timetable_load (reader, error);
  g_autofree char *today = tuce_county_day (reader);
  GDate day;

  if (!timetable)
    return FALSE;
  tuce_date_parse (today, &day);
  found->schedule = tuce_schedule_load (reader, timetable, NULL, &day, cancellable, error);
  if (!found->schedule)
    return FALSE;
  found->plans = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < found->schedule->len; i++)
    {
      TuceSitePlan *plan = found->schedule->pdata[i];

      g_hash_table_insert (found->plans, &plan->site_id, plan);
    }
  return TRUE;
}

static TuceRelocationFound *
look (Job *job, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceRelocationFound) found = g_new0 (TuceRelocationFound, 1);

  found->boards = tuce_site_boards_load (reader, job->standards, job->scope, cancellable, error);
  if (!found->boards || !add_schedule (found, reader, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (job->county, &error);
  TuceRelocationFound *found = reader ? look (job, reader, cancellable, &error) : NULL;

  if (found)
    g_task_return_pointer (task, found, (GDestroyNotify) tuce_relocation_found_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tuce_relocation_find_async (TuceCounty *county, TuceStandards *standards, const char *scope, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ g_object_ref (county), standards ? tuce_standards_ref (standards) : NULL, g_strdup (scope) };
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run);
}

TuceRelocationFound *
tuce_relocation_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
