/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-households-task.h"

#define HOUSEHOLD "household"
#define MOST_TOUCHED 1000 /* beyond it, looking at all again is cheaper than at each */

void
tuce_households_found_free (TuceHouseholdsFound *found)
{
  g_array_unref (found->ids);
  g_free (found);
}

static gpointer
find (TuceCounty *reader, gpointer query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = tuce_query_ids (query, reader, cancellable, error);
  TuceHouseholdsFound *found;
  gint64 n, people = 0;

  if (!ids || g_cancellable_set_error_if_cancelled (cancellable, error)
      || !tuce_query_count (query, reader, "size", &n, &people, error))
    return NULL;
  found = g_new0 (TuceHouseholdsFound, 1);
  found->ids = g_steal_pointer (&ids);
  found->people = people;
  return found;
}

static gpointer
count (TuceCounty *reader, gpointer query, GCancellable *cancellable, GError **error)
{
  TuceHouseholdsCounted counted = { 0, 0 };

  return tuce_query_count (query, reader, "size", &counted.households, &counted.people, error)
             ? g_memdup2 (&counted, sizeof counted)
             : NULL;
}

const TuceReadKind tuce_households_finding
    = { find, (GDestroyNotify) tuce_query_free, (GDestroyNotify) tuce_households_found_free };
const TuceReadKind tuce_households_counting = { count, (GDestroyNotify) tuce_query_free, g_free };

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
