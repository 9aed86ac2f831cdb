/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-findings-task.h"

#define SOMETHING "?*"

typedef struct
{
  TuceCounty *county;
  TuceFindingsWanted wanted;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->county);
  g_free (job->wanted.scope);
  g_free (job->wanted.rule);
  g_free (job);
}

void
tuce_findings_found_free (TuceFindingsFound *found)
{
  g_clear_pointer (&found->ids, g_array_unref);
  g_clear_pointer (&found->rules, g_ptr_array_unref);
  g_free (found);
}

static void
add (TuceQuery *query, const char *path, TuceComparison comparison, const char *value)
{
  g_autoptr (GError) error = NULL;

  if (!tuce_query_add_condition (query, path, comparison, value, &error))
    g_warning ("findings can't be narrowed: %s", error->message);
}

void
tuce_findings_narrow (TuceQuery *query, TuceFindingState state)
{
  add (query, "gone_on", state == TUCE_FINDING_GONE ? TUCE_MATCHES : TUCE_IS_EMPTY, SOMETHING);
  if (state != TUCE_FINDING_GONE)
    add (query, "disposition", state == TUCE_FINDING_DISPOSED ? TUCE_MATCHES : TUCE_IS_EMPTY, SOMETHING);
}

static TuceQuery *
new_query (Job *job, TuceCounty *reader, TuceFindingState state)
{
  TuceQuery *query = tuce_query_new (reader, "finding");

  tuce_query_set_scope (query, job->wanted.scope);
  tuce_findings_narrow (query, state);
  return query;
}

/* The ids of each severity, in the order of the query. */
typedef struct
{
  const TuceCodeList *severities;
  GPtrArray *ids; /* a GArray for each severity, one more for what has none */
} Weighing;

static gboolean
weigh (gint64 id, const TuceValue *values, gpointer data)
{
  Weighing *weighing = data;
  guint n = weighing->severities->codes->len, i = 0;

  while (i < n
         && (values[0].kind != TUCE_VALUE_TEXT
             || !g_str_equal (((TuceCode *) weighing->severities->codes->pdata[i])->code, values[0].text)))
    i++;
  g_array_append_val (weighing->ids->pdata[i], id);
  return TRUE;
}

static GArray *
find_by_weight (TuceQuery *query, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "severity", NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Weighing weighing = { tuce_dictionary_code_list (tuce_county_get_dictionary (reader), "severity"), ids };
  GArray *all;

  for (guint i = 0; i <= weighing.severities->codes->len; i++)
    g_ptr_array_add (ids, g_array_new (FALSE, FALSE, sizeof (gint64)));
  if (!tuce_query_set_columns (query, columns, error)
      || !tuce_query_each (query, reader, weigh, &weighing, cancellable, error))
    return NULL;
  all = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    {
      GArray *some = g_ptr_array_index (ids, i);

      g_array_append_vals (all, some->data, some->len);
    }
  return all;
}

static GArray *
find_ids (Job *job, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = new_query (job, reader, job->wanted.state);
  const char *order = job->wanted.order == TUCE_FINDINGS_BY_AGE    ? "first_seen"
                      : job->wanted.order == TUCE_FINDINGS_BY_RULE ? "rule"
                                                                   : NULL;

  if (job->wanted.rule)
    add (query, "rule", TUCE_IS, job->wanted.rule);
  if (!tuce_query_set_order (query, order, FALSE, error))
    return NULL;
  if (job->wanted.order == TUCE_FINDINGS_BY_WEIGHT)
    return find_by_weight (query, reader, cancellable, error);
  return tuce_query_ids (query, reader, cancellable, error);
}

static gboolean
count (Job *job, TuceCounty *reader, TuceFindingsFound *found, GError **error)
{
  g_autoptr (TuceQuery) query = new_query (job, reader, job->wanted.state);

  found->rules = tuce_query_group (query, reader, "rule", NULL, error);
  if (!found->rules)
    return FALSE;
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    {
      g_autoptr (TuceQuery) all = new_query (job, reader, state);

      if (!tuce_query_count (all, reader, NULL, &found->counts[state], NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (job->county, &error);
  g_autoptr (TuceFindingsFound) found = g_new0 (TuceFindingsFound, 1);

  if (reader)
    found->ids = find_ids (job, reader, cancellable, &error);
  if (!found->ids || g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !count (job, reader, found, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) tuce_findings_found_free);
}

void
tuce_findings_find_async (TuceCounty *county, const TuceFindingsWanted *wanted, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->county = g_object_ref (county);
  job->wanted = *wanted;
  job->wanted.scope = g_strdup (wanted->scope);
  job->wanted.rule = g_strdup (wanted->rule);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find);
}

TuceFindingsFound *
tuce_findings_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
