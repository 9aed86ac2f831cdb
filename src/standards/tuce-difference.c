/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what an assessor reported with the stored rows. */
#include "tuce-difference-private.h"

#include <string.h>

static void
disposal_free (gpointer data)
{
  Disposal *disposal = data;

  g_free (disposal->rule);
  g_free (disposal->disposition);
  g_free (disposal->figures);
  g_free (disposal->by);
  g_free (disposal->on);
  g_free (disposal->note);
  g_free (disposal);
}

TuceDifference *
tuce_difference_new (TuceStandards *standards, const char *day)
{
  TuceDifference *self = g_new0 (TuceDifference, 1);

  self->standards = tuce_standards_ref (standards);
  self->day = g_strdup (day);
  self->harvests = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_harvest_free);
  self->disposals = g_ptr_array_new_with_free_func (disposal_free);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
tuce_difference_free (TuceDifference *self)
{
  tuce_standards_unref (self->standards);
  g_free (self->day);
  g_ptr_array_unref (self->harvests);
  g_ptr_array_unref (self->disposals);
  g_array_unref (self->rows);
  g_free (self);
}

guint
tuce_difference_get_n_rows (TuceDifference *self)
{
  return self->rows->len;
}

gboolean
tuce_difference_is_written (TuceDifference *self)
{
  return self->n_written == self->rows->len;
}

const TuceEntity *
tuce_assessment_entity (TuceCounty *county, const TuceSubject *subject)
{
  g_autofree char *name = g_strconcat (subject->name, "_assessment", NULL);

  return tuce_dictionary_entity (tuce_county_get_dictionary (county), name);
}

const char *
tuce_assessed_by (TuceCounty *county, const TuceSubject *subject, const TuceEntity *assessment)
{
  const TuceEntity *entity = tuce_dictionary_entity (tuce_county_get_dictionary (county), subject->name);

  if (entity && entity->parent && g_str_equal (entity->parent->name, assessment->parent->name))
    return entity->parent->name;
  return tuce_entity_key (assessment->parent->target_entity);
}

static TuceStatement *
compile (TuceCounty *county, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static TuceStatement *
compile (TuceCounty *county, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error);
}

/* Verdicts ------------------------------------------------------------------------------------------------------- */

/* Lists the stored verdicts to compare: id of the subject, row, results, pack. Where a row has no subject any more, the
   id matches no reported one. */
static TuceStatement *
kept_verdicts (TuceCounty *county, const TuceSubject *subject, const TuceEntity *entity, GError **error)
{
  const char *parent = entity->parent->name, *by = tuce_assessed_by (county, subject, entity);
  int year = tuce_county_get_year (county);

  if (!subject->by_household)
    return compile (county, error,
                    "SELECT p.id, a.id, a.results, a.pack FROM %s AS a LEFT JOIN %s AS p ON p.%s = a.%s WHERE a.year = %d",
                    entity->name, subject->name, by, parent, year);
  if (g_str_equal (by, "id"))
    return compile (county, error,
                    "SELECT chosen.id, a.id, a.results, a.pack FROM chosen"
                    " CROSS JOIN %s AS a ON a.%s = chosen.id AND a.year = %d",
                    entity->name, parent, year);
  return compile (county, error,
                  "SELECT p.id, a.id, a.results, a.pack FROM chosen CROSS JOIN %s AS a ON a.%s = chosen.id AND a.year = %d"
                  " LEFT JOIN %s AS p ON p.%s = a.%s",
                  entity->name, parent, year, subject->name, by, parent);
}

/* The verdicts reported about one kind of subject, by id. */
static GHashTable *
told_by_id (TuceHarvest *harvest, const TuceSubject *subject)
{
  GHashTable *told = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < harvest->told->len; i++)
    {
      Told *each = &g_array_index (harvest->told, Told, i);

      if (each->subject == subject)
        g_hash_table_insert (told, &each->id, each);
    }
  return told;
}

static void
compare_verdict (TuceDifference *self, const TuceSubject *subject, const char *pack, TuceStatement *kept, GHashTable *by_id)
{
  gint64 id = tuce_statement_integer (kept, 0);
  Told *told = g_hash_table_lookup (by_id, &id);
  Row row = { tuce_statement_integer (kept, 1), subject, NULL, NULL, NULL };

  if (told && !told->kept)
    {
      told->kept = TRUE;
      row.told = told;
      if (g_str_equal (told->results, tuce_statement_text (kept, 2)) && g_str_equal (pack, tuce_statement_text (kept, 3)))
        return;
    }
  g_array_append_val (self->rows, row);
}

static gboolean
compare_verdicts (TuceDifference *self, TuceCounty *county, const TuceSubject *subject, TuceHarvest *harvest, GError **error)
{
  const TuceEntity *entity = tuce_assessment_entity (county, subject);
  const TucePack *pack = tuce_standards_standard (self->standards, subject->name);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (TuceStatement) kept = NULL;
  gboolean row;

  if (!entity || !pack)
    return TRUE;
  kept = kept_verdicts (county, subject, entity, error);
  if (!kept)
    return FALSE;
  by_id = told_by_id (harvest, subject);
  do
    {
      if (!tuce_statement_step (kept, &row, error))
        return FALSE;
      if (row)
        compare_verdict (self, subject, pack->name, kept, by_id);
    }
  while (row);
  for (guint i = 0; i < harvest->told->len; i++)
    {
      const Told *told = &g_array_index (harvest->told, Told, i);
      Row new_row = { 0, subject, told, NULL, NULL };

      if (told->subject == subject && !told->kept)
        g_array_append_val (self->rows, new_row);
    }
  return TRUE;
}

/* Findings ------------------------------------------------------------------------------------------------------- */

static guint
key_hash (gconstpointer data)
{
  const FindingKey *key = data;

  return g_str_hash (key->rule) ^ g_int64_hash (&key->id);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const FindingKey *one = a, *other = b;

  return one->id == other->id && g_str_equal (one->rule, other->rule);
}

static GHashTable *
found_by_key (TuceHarvest *harvest)
{
  GHashTable *found = g_hash_table_new (key_hash, key_equal);

  for (guint i = 0; i < harvest->found->len; i++)
    {
      Found *each = &g_array_index (harvest->found, Found, i);

      g_hash_table_insert (found, &each->key, each);
    }
  return found;
}

/* The latest decision about each finding, for the chosen households or for all. */
static GHashTable *
read_disposals (TuceDifference *self, TuceCounty *county, gboolean chosen, GError **error)
{
#define DISPOSAL "SELECT rule, subject_id, disposition, figures, disposed_by, disposed_on, note FROM "
  g_autoptr (GHashTable) disposals = g_hash_table_new (key_hash, key_equal);
  g_autoptr (TuceStatement) statement
      = compile (county, error, DISPOSAL "%s ORDER BY disposed_on, disposal.id",
                 chosen ? "chosen CROSS JOIN disposal ON disposal.household_id = chosen.id" : "disposal");
  gboolean row;

  if (!statement)
    return NULL;
  do
    {
      Disposal *disposal;

      if (!tuce_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      disposal = g_new0 (Disposal, 1);
      disposal->rule = g_strdup (tuce_statement_text (statement, 0));
      disposal->key = (FindingKey){ disposal->rule, tuce_statement_integer (statement, 1) };
      disposal->disposition = g_strdup (tuce_statement_text (statement, 2));
      disposal->figures = g_strdup (tuce_statement_text (statement, 3));
      disposal->by = g_strdup (tuce_statement_text (statement, 4));
      disposal->on = g_strdup (tuce_statement_text (statement, 5));
      disposal->note = g_strdup (tuce_statement_text (statement, 6));
      g_ptr_array_add (self->disposals, disposal);
      g_hash_table_replace (disposals, &disposal->key, disposal);
    }
  while (row);
  return g_steal_pointer (&disposals);
#undef DISPOSAL
}

/* A decision is valid only for the figures it was made for: when they change, the finding is open again. */
static const Disposal *
valid_disposal (GHashTable *disposals, const Found *found)
{
  const Disposal *disposal = g_hash_table_lookup (disposals, &found->key);

  return disposal && g_str_equal (disposal->figures, found->figures) ? disposal : NULL;
}

static void
compare_finding (TuceDifference *self, TuceStatement *kept, GHashTable *by_key, GHashTable *disposals)
{
  FindingKey key = { tuce_statement_text (kept, 1), tuce_statement_integer (kept, 2) };
  gboolean gone = tuce_statement_kind (kept, 4) != TUCE_VALUE_NONE;
  Found *found = g_hash_table_lookup (by_key, &key);
  Row row = { tuce_statement_integer (kept, 0), NULL, NULL, NULL, NULL };

  if (found && !found->kept)
    {
      found->kept = TRUE;
      row.found = found;
      row.disposal = valid_disposal (disposals, found);
      if (!gone && g_str_equal (tuce_statement_text (kept, 3), found->figures)
          && g_str_equal (tuce_statement_text (kept, 5), row.disposal ? row.disposal->disposition : ""))
        return;
    }
  else if (gone)
    return;
  g_array_append_val (self->rows, row);
}

/* @subject: a kind of place, or NULL for the chosen households */
static TuceStatement *
kept_findings (TuceCounty *county, const TuceSubject *subject, GError **error)
{
#define FINDING "SELECT finding.id, rule, subject_id, figures, gone_on, disposition FROM "
  if (!subject)
    return compile (county, error, FINDING "chosen CROSS JOIN finding ON finding.household_id = chosen.id");
  return compile (county, error, FINDING "finding WHERE household_id IS NULL AND subject = '%s'", subject->name);
#undef FINDING
}

static gboolean
compare_findings (TuceDifference *self, TuceCounty *county, const TuceSubject *subject, TuceHarvest *harvest, GError **error)
{
  g_autoptr (TuceStatement) kept = kept_findings (county, subject, error);
  g_autoptr (GHashTable) by_key = NULL;
  g_autoptr (GHashTable) disposals = kept ? read_disposals (self, county, !subject, error) : NULL;
  gboolean row;

  if (!disposals)
    return FALSE;
  by_key = found_by_key (harvest);
  do
    {
      if (!tuce_statement_step (kept, &row, error))
        return FALSE;
      if (row)
        compare_finding (self, kept, by_key, disposals);
    }
  while (row);
  for (guint i = 0; i < harvest->found->len; i++)
    {
      const Found *found = &g_array_index (harvest->found, Found, i);
      Row new_row = { 0, NULL, NULL, found, NULL };

      if (found->kept)
        continue;
      new_row.disposal = valid_disposal (disposals, found);
      g_array_append_val (self->rows, new_row);
    }
  return TRUE;
}

gboolean
tuce_difference_add_chosen (TuceDifference *self, TuceCounty *county, TuceHarvest *harvest, GError **error)
{
  g_ptr_array_add (self->harvests, harvest);
  for (guint i = 0; i < tuce_subjects ()->len; i++)
    {
      const TuceSubject *subject = tuce_subjects ()->pdata[i];

      if (subject->by_household && !compare_verdicts (self, county, subject, harvest, error))
        return FALSE;
    }
  return compare_findings (self, county, NULL, harvest, error);
}

gboolean
tuce_difference_add_places (TuceDifference *self, TuceCounty *county, const TuceSubject *subject, TuceHarvest *harvest,
                            GError **error)
{
  g_ptr_array_add (self->harvests, harvest);
  return compare_verdicts (self, county, subject, harvest, error)
         && compare_findings (self, county, subject, harvest, error);
}

/* Marks the rows that @statement lists as rows to delete; @subject is NULL for findings. */
static gboolean
add_rows_to_go (TuceDifference *self, TuceStatement *statement, const TuceSubject *subject, GError **error)
{
  gboolean row;

  do
    {
      Row gone = { 0, subject, NULL, NULL, NULL };

      if (!tuce_statement_step (statement, &row, error))
        return FALSE;
      gone.row = row ? tuce_statement_integer (statement, 0) : 0;
      if (row)
        g_array_append_val (self->rows, gone);
    }
  while (row);
  return TRUE;
}

gboolean
tuce_difference_add_gone (TuceDifference *self, TuceCounty *county, GError **error)
{
  g_autoptr (TuceStatement) findings
      = compile (county, error, "SELECT id FROM finding WHERE household_id IS NOT NULL AND gone_on IS NULL"
                                " AND household_id NOT IN (SELECT id FROM household)");

  if (!findings || !add_rows_to_go (self, findings, NULL, error))
    return FALSE;
  for (guint i = 0; i < tuce_subjects ()->len; i++)
    {
      const TuceSubject *subject = tuce_subjects ()->pdata[i];
      const TuceEntity *entity = subject->by_household ? tuce_assessment_entity (county, subject) : NULL;
      g_autoptr (TuceStatement) verdicts = NULL;

      if (!entity || !tuce_standards_standard (self->standards, subject->name))
        continue;
      verdicts = compile (county, error,
                          "SELECT id FROM %s WHERE year = %d AND %s NOT IN (SELECT id FROM household)", entity->name,
                          tuce_county_get_year (county), entity->parent->name);
      if (!verdicts || !add_rows_to_go (self, verdicts, subject, error))
        return FALSE;
    }
  return TRUE;
}
