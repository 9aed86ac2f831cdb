/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-places-shown-task.h"

typedef struct
{
  TuceQuery *query;
  char *figure;
  gboolean descending;
} Job;

typedef struct
{
  GHashTable *by_code;
  TucePlacesShown *shown;
} Walk;

typedef struct
{
  GHashTable *incidences;
  const char *figure;
  gboolean descending;
} Sorting;

static void
job_free (gpointer data)
{
  Job *job = data;

  tuce_query_free (job->query);
  g_free (job->figure);
  g_free (job);
}

void
tuce_places_shown_free (TucePlacesShown *shown)
{
  g_clear_pointer (&shown->ids, g_array_unref);
  g_clear_pointer (&shown->incidences, g_hash_table_unref);
  g_free (shown);
}

static gboolean
add_place (gint64 id, const TuceValue *values, gpointer data)
{
  Walk *walk = data;
  const TuceIncidence *incidence
      = values[0].kind == TUCE_VALUE_TEXT ? g_hash_table_lookup (walk->by_code, values[0].text) : NULL;

  g_array_append_val (walk->shown->ids, id);
  if (incidence)
    g_hash_table_insert (walk->shown->incidences, g_memdup2 (&id, sizeof id), g_memdup2 (incidence, sizeof *incidence));
  return TRUE;
}

static double
figure_of (const Sorting *sorting, gint64 id)
{
  const TuceIncidence *incidence = g_hash_table_lookup (sorting->incidences, &id);

  if (!incidence)
    return -1;
  if (g_str_equal (sorting->figure, "@incidence"))
    return tuce_incidence_value (incidence);
  return (double) (g_str_equal (sorting->figure, "@poor") ? incidence->poor_households
                                                          : incidence->registered_households);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  double x = figure_of (sorting, *(const gint64 *) a), y = figure_of (sorting, *(const gint64 *) b);
  int order = x < y ? -1 : x > y;

  return sorting->descending ? -order : order;
}

static gpointer
look (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  static const char *const columns[] = { "code", NULL };
  const Job *job = question;
  g_autoptr (GHashTable) by_code = tuce_incidences (reader, error);
  g_autoptr (TucePlacesShown) shown = g_new0 (TucePlacesShown, 1);
  Walk walk = { by_code, shown };

  shown->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  shown->incidences = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!by_code || !tuce_query_set_columns (job->query, columns, error)
      || !tuce_query_each (job->query, reader, add_place, &walk, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (job->figure)
    {
      Sorting sorting = { shown->incidences, job->figure, job->descending };

      g_qsort_with_data (shown->ids->data, (int) shown->ids->len, sizeof (gint64), compare, &sorting);
    }
  return g_steal_pointer (&shown);
}

void
tuce_places_shown_async (TuceCounty *county, TuceQuery *query, const char *figure, gboolean descending,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { look, job_free, (GDestroyNotify) tuce_places_shown_free };
  Job *job = g_new (Job, 1);

  *job = (Job){ query, g_strdup (figure), descending };
  tuce_read_async (county, &kind, job, cancellable, callback, data);
}
