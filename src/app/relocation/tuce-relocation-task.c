/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-relocation-task.h"

#include "tuce-date.h"

typedef struct
{
  TuceStandards *standards;
  char *scope;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

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

static gpointer
look (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;
  g_autoptr (TuceRelocationFound) found = g_new0 (TuceRelocationFound, 1);

  found->boards = tuce_site_boards_load (reader, job->standards, job->scope, cancellable, error);
  if (!found->boards || !add_schedule (found, reader, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

void
tuce_relocation_find_async (TuceCounty *county, TuceStandards *standards, const char *scope, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { look, job_free, (GDestroyNotify) tuce_relocation_found_free };
  Job *job = g_new (Job, 1);

  *job = (Job){ standards ? tuce_standards_ref (standards) : NULL, g_strdup (scope) };
  tuce_read_async (county, &kind, job, cancellable, callback, data);
}
