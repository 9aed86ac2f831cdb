/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-households-task.h"

#define HOUSEHOLD "household"
#define MOST_TOUCHED 1000 /* beyond it, looking at all again is cheaper than at each */

typedef struct
{
  TuceCounty *county;
  TuceQuery *query;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->county);
  tuce_query_free (wanted->query);
  g_free (wanted);
}

void
tuce_households_found_free (TuceHouseholdsFound *found)
{
  g_array_unref (found->ids);
  g_free (found);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (wanted->county, &error);
  g_autoptr (GArray) ids = NULL;
  TuceHouseholdsFound *found;
  gint64 n, people = 0;

  if (reader)
    ids = tuce_query_ids (wanted->query, reader, cancellable, &error);
  if (!ids || g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !tuce_query_count (wanted->query, reader, "size", &n, &people, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  found = g_new0 (TuceHouseholdsFound, 1);
  found->ids = g_steal_pointer (&ids);
  found->people = people;
  g_task_return_pointer (task, found, (GDestroyNotify) tuce_households_found_free);
}

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (wanted->county, &error);
  gint64 sums[2] = { 0, 0 }; /* households, people */

  if (!reader || !tuce_query_count (wanted->query, reader, "size", &sums[0], &sums[1], &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_memdup2 (sums, sizeof sums), g_free);
}

static void
start (TuceCounty *county, TuceQuery *query, gpointer tag, GTaskThreadFunc run, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->county = g_object_ref (county);
  wanted->query = query;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, wanted, wanted_free);
  g_task_run_in_thread (task, run);
}

void
tuce_households_find_async (TuceCounty *county, TuceQuery *query, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  start (county, query, tuce_households_find_async, find, cancellable, callback, data);
}

void
tuce_households_count_async (TuceCounty *county, TuceQuery *query, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data)
{
  start (county, query, tuce_households_count_async, count, cancellable, callback, data);
}

gboolean
tuce_households_count_finish (GAsyncResult *result, gint64 *households, gint64 *people, GError **error)
{
  g_autofree gint64 *sums = g_task_propagate_pointer (G_TASK (result), error);

  if (!sums)
    return FALSE;
  *households = sums[0];
  *people = sums[1];
  return TRUE;
}

TuceHouseholdsFound *
tuce_households_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
touch (GHashTable *touched, gint64 id)
{
  g_hash_table_add (touched, g_memdup2 (&id, sizeof id));
}

/* A member or a year record names its household. */
static gboolean
touch_parent (TuceCounty *county, const TuceChangedRow *row, GHashTable *touched)
{
  g_autoptr (TuceRecord) record = NULL;

  if (row->kind == TUCE_CHANGE_DELETE)
    return FALSE;
  record = tuce_county_load (county, row->entity->name, row->id, NULL);
  if (!record)
    return FALSE;
  touch (touched, tuce_record_integer (record, row->entity->parent->name));
  return TRUE;
}

GHashTable *
tuce_households_touched (TuceCounty *county, const TuceChangeSet *changes)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (changes->everything || changes->rows->len > MOST_TOUCHED)
    return NULL;
  for (guint i = 0; i < changes->rows->len; i++)
    {
      const TuceChangedRow *row = &g_array_index (changes->rows, TuceChangedRow, i);
      const TuceField *parent = row->entity->parent;

      if (g_str_equal (row->entity->name, HOUSEHOLD))
        touch (touched, row->id);
      else if (!parent || !g_str_equal (parent->target, HOUSEHOLD) || !touch_parent (county, row, touched))
        return NULL; /* the name of a village, of a site stands in many rows */
    }
  return g_steal_pointer (&touched);
}
