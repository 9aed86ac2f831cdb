/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verdict-task.h"

#include "tuce-query.h"

#define INSPECTION "inspection"
#define HOUSEHOLD "household"

typedef struct
{
  TuceStandards *standards;
  const char *subject; /* interned */
  TuceRecord *record;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  tuce_standards_unref (job->standards);
  tuce_record_free (job->record);
  g_free (job);
}

void
tuce_verdicts_found_free (TuceVerdictsFound *found)
{
  g_clear_pointer (&found->verdicts, g_ptr_array_unref);
  g_clear_pointer (&found->inspections, g_ptr_array_unref);
  tuce_standards_unref (found->standards);
  g_free (found);
}

void
tuce_inspection_subject (TuceRecord *inspection, const TuceRecord *record)
{
  tuce_record_set_text (inspection, "level", record->entity->name);
  if (g_str_equal (record->entity->name, HOUSEHOLD))
    tuce_record_set_integer (inspection, "household_id", record->id);
  tuce_record_set_text (inspection, "place", tuce_record_text (record, record->entity->scope->name));
}

gboolean
tuce_record_may_be_inspected (const TuceEntity *entity)
{
  return entity->is_place || g_str_equal (entity->name, HOUSEHOLD);
}

static GPtrArray *
find_inspections (TuceCounty *county, const TuceRecord *record, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, INSPECTION);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  gboolean household = g_str_equal (record->entity->name, HOUSEHOLD);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  g_autoptr (GArray) ids = NULL;

  if (record->id == 0 || !tuce_record_may_be_inspected (record->entity))
    return g_steal_pointer (&found);
  if (!tuce_query_add_condition (query, "level", TUCE_IS, record->entity->name, error)
      || !tuce_query_add_condition (query, household ? "household_id" : "place", TUCE_IS,
                                    household ? id : tuce_record_text (record, record->entity->scope->name), error)
      || !tuce_query_set_order (query, "inspected_on", TRUE, error))
    return NULL;
  ids = tuce_query_ids (query, county, NULL, error);
  if (!ids)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TuceRecord *inspection = tuce_county_load (county, INSPECTION, g_array_index (ids, gint64, i), error);

      if (!inspection)
        return NULL;
      g_ptr_array_add (found, inspection);
    }
  return g_steal_pointer (&found);
}

TuceVerdictsFound *
tuce_verdicts_found_new (TuceCounty *county, TuceStandards *standards, GPtrArray *verdicts, const TuceRecord *record,
                         GError **error)
{
  g_autoptr (TuceVerdictsFound) found = g_new0 (TuceVerdictsFound, 1);

  found->standards = tuce_standards_ref (standards);
  found->verdicts = g_ptr_array_ref (verdicts);
  found->inspections = find_inspections (county, record, error);
  return found->inspections ? g_steal_pointer (&found) : NULL;
}

TuceVerdictsFound *
tuce_verdicts_find (TuceCounty *county, TuceStandards *standards, const char *subject, const TuceRecord *record,
                    GError **error)
{
  const TucePack *pack = tuce_standards_standard (standards, subject);
  g_autoptr (GPtrArray) verdicts
      = pack ? tuce_verdicts (county, standards, pack, record->id, error) : g_ptr_array_new ();

  return verdicts ? tuce_verdicts_found_new (county, standards, verdicts, record, error) : NULL;
}

static gpointer
find (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  const Job *job = question;

  return tuce_verdicts_find (reader, job->standards, job->subject, job->record, error);
}

void
tuce_verdicts_find_async (TuceCounty *county, TuceStandards *standards, const char *subject, const TuceRecord *record,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { find, job_free, (GDestroyNotify) tuce_verdicts_found_free };
  Job *job = g_new (Job, 1);

  *job = (Job){ tuce_standards_ref (standards), g_intern_string (subject), tuce_record_copy (record) };
  tuce_read_async (county, &kind, job, cancellable, callback, data);
}
