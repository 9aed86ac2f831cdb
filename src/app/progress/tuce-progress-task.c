/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-progress-task.h"

typedef struct
{
  TuceStandards *standards;
  char *level, *by, *scope, *statuses;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tuce_standards_unref (job->standards);
  g_free (job->level);
  g_free (job->by);
  g_free (job->scope);
  g_free (job->statuses);
  g_free (job);
}

void
tuce_progress_found_free (TuceProgressFound *found)
{
  g_free (found->level);
  g_clear_pointer (&found->standards, tuce_standards_unref);
  g_clear_pointer (&found->rollups, g_ptr_array_unref);
  g_clear_pointer (&found->incidences, g_hash_table_unref);
  g_clear_pointer (&found->remaining, g_array_unref);
  g_clear_pointer (&found->measures, tuce_due_list_free);
  g_free (found);
}

void
tuce_progress_add_reads (TuceReads *reads, const char *level, const char *by)
{
  GPtrArray *milestones = tuce_milestones (NULL);

  tuce_rollups_add_reads (reads, level, by);
  tuce_incidences_add_reads (reads);
  for (guint i = 0; milestones && i < milestones->len; i++)
    tuce_milestone_add_reads (milestones->pdata[i], reads);
  tuce_due_add_reads (reads, "measure");
}

static void
add (TuceTally *sum, const TuceTally *tally)
{
  sum->met += tally->met;
  sum->unmet += tally->unmet;
  sum->unchecked += tally->unchecked;
}

/* The scope's own line: the sum of those below it. */
static TuceRollup *
new_sum (GPtrArray *rollups, const char *scope)
{
  TuceRollup *sum = g_new0 (TuceRollup, 1);
  const TuceRollup *first = rollups->len ? g_ptr_array_index (rollups, 0) : NULL;

  sum->code = g_strdup (scope);
  sum->n_criteria = first ? first->n_criteria : 0;
  sum->criteria = g_new0 (TuceTally, MAX (1, sum->n_criteria));
  for (guint i = 0; i < rollups->len; i++)
    {
      const TuceRollup *rollup = g_ptr_array_index (rollups, i);

      add (&sum->whole, &rollup->whole);
      for (guint j = 0; j < sum->n_criteria; j++)
        add (&sum->criteria[j], &rollup->criteria[j]);
    }
  return sum;
}

static GArray *
count_remaining (const Job *job, TuceCounty *reader, GError **error)
{
  GPtrArray *milestones = tuce_milestones (error);
  g_autoptr (GArray) remaining = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!milestones)
    return NULL;
  for (guint i = 0; i < milestones->len; i++)
    {
      g_autoptr (GError) wrong = NULL;
      g_autoptr (TuceQuery) query = tuce_milestone_query (milestones->pdata[i], reader, job->scope, &wrong);
      gint64 n = -1;

      if (wrong || (query && !tuce_query_count (query, reader, NULL, &n, NULL, &wrong)))
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return NULL;
        }
      g_array_append_val (remaining, n);
    }
  return g_steal_pointer (&remaining);
}

static TuceDueList *
find_measures (const Job *job, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (reader, "measure");
  g_autofree char *day = tuce_county_day (reader);

  tuce_query_set_scope (query, job->scope);
  return tuce_due_list (reader, query, NULL, TUCE_DUE_OPEN, day, cancellable, error);
}

static gpointer
look (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;
  g_autoptr (TuceProgressFound) found = g_new0 (TuceProgressFound, 1);

  found->level = g_strdup (job->level);
  found->standards = tuce_standards_ref (job->standards);
  found->pack = tuce_standards_standard (job->standards, job->level);
  found->rollups = tuce_rollups (reader, job->standards, job->level, job->by, job->scope, job->statuses, error);
  if (!found->rollups || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_insert (found->rollups, 0, new_sum (found->rollups, job->scope));
  found->incidences = tuce_incidences (reader, error);
  found->remaining = found->incidences ? count_remaining (job, reader, error) : NULL;
  found->measures = found->remaining ? find_measures (job, reader, cancellable, error) : NULL;
  return found->measures ? g_steal_pointer (&found) : NULL;
}

void
tuce_progress_find_async (TuceCounty *county, TuceStandards *standards, const char *level, const char *by,
                          const char *scope, const char *statuses, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { look, job_free, (GDestroyNotify) tuce_progress_found_free };
  Job *job = g_new (Job, 1);

  *job = (Job){ tuce_standards_ref (standards), g_strdup (level), g_strdup (by), g_strdup (scope), g_strdup (statuses) };
  tuce_read_async (county, &kind, job, cancellable, callback, data);
}
