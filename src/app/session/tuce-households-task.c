/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-households-task.h"

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
