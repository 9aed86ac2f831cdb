/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-due-task.h"

typedef struct
{
  TuceQuery *query;
  char *department;
  char *today;
  TuceDueFilter filter;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  tuce_query_free (wanted->query);
  g_free (wanted->department);
  g_free (wanted->today);
  g_free (wanted);
}

static gpointer
find (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = question;

  return tuce_due_list (reader, wanted->query, wanted->department, wanted->filter, wanted->today, cancellable, error);
}

void
tuce_due_find_async (TuceCounty *county, TuceQuery *query, const char *department, TuceDueFilter filter,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { find, wanted_free, (GDestroyNotify) tuce_due_list_free };
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ query, g_strdup (department), tuce_county_day (county), filter };
  tuce_read_async (county, &kind, wanted, cancellable, callback, data);
}
