/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-findings-task.h"

#define SOMETHING "?*"

static void
wanted_free (gpointer data)
{
  TuceFindingsWanted *wanted = data;

  g_free (wanted->scope);
  g_free (wanted->rule);
  g_free (wanted);
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
new_query (const TuceFindingsWanted *wanted, TuceCounty *reader, TuceFindingState state)
{
  TuceQuery *query = tuce_query_new (reader, "finding");

  tuce_query_set_scope (query, wanted->scope);
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
find_ids (const TuceFindingsWanted *wanted, TuceCounty *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceQuery) query = new_query (wanted, reader, wanted->state);
  const char *order = wanted->order == TUCE_FINDINGS_BY_AGE    ? "first_seen"
                      : wanted->order == TUCE_FINDINGS_BY_RULE ? "rule"
                                                                   : NULL;

  if (wanted->rule)
    add (query, "rule", TUCE_IS, wanted->rule);
  if (!tuce_query_set_order (query, order, FALSE, error))
    return NULL;
  if (wanted->order == TUCE_FINDINGS_BY_WEIGHT)
    return find_by_weight (query, reader, cancellable, error);
  return tuce_query_ids (query, reader, cancellable, error);
}

static gboolean
count (const TuceFindingsWanted *wanted, TuceCounty *reader, TuceFindingsFound *found, GError **error)
{
  g_autoptr (TuceQuery) query = new_query (wanted, reader, wanted->state);

  found->rules = tuce_query_group (query, reader, "rule", NULL, error);
  if (!found->rules)
    return FALSE;
  for (TuceFindingState state = 0; state < TUCE_N_FINDING_STATES; state++)
    {
      g_autoptr (TuceQuery) all = new_query (wanted, reader, state);

      if (!tuce_query_count (all, reader, NULL, &found->counts[state], NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
find (TuceCounty *reader, gpointer wanted, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceFindingsFound) found = g_new0 (TuceFindingsFound, 1);

  found->ids = find_ids (wanted, reader, cancellable, error);
  return found->ids && !g_cancellable_set_error_if_cancelled (cancellable, error) && count (wanted, reader, found, error)
             ? g_steal_pointer (&found)
             : NULL;
}

void
tuce_findings_find_async (TuceCounty *county, const TuceFindingsWanted *wanted, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { find, wanted_free, (GDestroyNotify) tuce_findings_found_free };
  TuceFindingsWanted *copy = g_memdup2 (wanted, sizeof *wanted);

  copy->scope = g_strdup (wanted->scope);
  copy->rule = g_strdup (wanted->rule);
  tuce_read_async (county, &kind, copy, cancellable, callback, data);
}
