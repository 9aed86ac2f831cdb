/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-parameters.h"

#include <glib/gi18n-lib.h>

#include "tuce-county-private.h"
#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-field-private.h"
#include "tuce-query.h"

TuceRecord *
tuce_parameter_find (TuceCounty *county, const char *key, int year)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      county, "SELECT id FROM parameter WHERE key = ? AND year <= ? ORDER BY year DESC LIMIT 1", NULL);
  gint64 id = 0;

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, 2, year);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return id ? tuce_county_load (county, "parameter", id, NULL) : NULL;
}

/* Gives key → its bounds as written in the file, { min, max, NULL }; read once for each folder of data. */
static GHashTable *
read_bounds (void)
{
  static GMutex mutex;
  static GHashTable *known; /* path → bounds; never freed */
  g_autofree char *path = tuce_data_path ("standards", "parameters.csv", NULL);
  g_autoptr (TuceCsv) csv = NULL;
  GHashTable *bounds;

  g_mutex_lock (&mutex);
  if (!known)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  bounds = g_hash_table_lookup (known, path);
  if (!bounds)
    {
      csv = tuce_csv_load (path, NULL);
      bounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
      for (guint row = 0; csv && row < tuce_csv_n_rows (csv); row++)
        {
          const char *both[] = { tuce_csv_cell (csv, row, "min"), tuce_csv_cell (csv, row, "max"), NULL };

          g_hash_table_replace (bounds, g_strdup (tuce_csv_cell (csv, row, "key")), g_strdupv ((char **) both));
        }
      g_hash_table_insert (known, g_steal_pointer (&path), bounds);
    }
  g_mutex_unlock (&mutex);
  return bounds;
}

static const char *
key_of (const TuceRecord *record)
{
  return tuce_record_text (record, "key");
}

gboolean
tuce_parameter_value (const TuceRecord *record, double *value)
{
  const TuceField *field = record ? tuce_entity_field (record->entity, "value") : NULL;

  if (!field || !tuce_record_has (record, field->name))
    return FALSE;
  *value = tuce_record_real (record, field->name);
  return TRUE;
}

char *
tuce_parameter_fault (const TuceRecord *record, const TuceField *field)
{
  const char *low, *high;
  GStrv bounds;
  double value;

  if (!g_str_equal (record->entity->name, "parameter") || !g_str_equal (field->name, "value")
      || !tuce_parameter_value (record, &value))
    return NULL;
  bounds = g_hash_table_lookup (read_bounds (), key_of (record));
  if (!bounds)
    return NULL;
  low = *bounds[0] ? bounds[0] : NULL;
  high = *bounds[1] ? bounds[1] : NULL;
  if ((!low || value >= g_ascii_strtod (low, NULL)) && (!high || value <= g_ascii_strtod (high, NULL)))
    return NULL;
  return tuce_bounds_fault (low, high);
}

gboolean
tuce_parameters_install (TuceCounty *county, TuceEdit *edit, GError **error)
{
  g_autofree char *path = tuce_data_path ("standards", "parameters.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);
  const TuceEntity *entity = tuce_dictionary_entity (county->dictionary, "parameter");

  if (!csv)
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      const char *key = tuce_csv_cell (csv, row, "key");
      int year = atoi (tuce_csv_cell (csv, row, "year"));
      g_autoptr (TuceRecord) present = tuce_parameter_find (county, key, year);
      g_autoptr (TuceRecord) record = tuce_record_new (entity);

      if (present && tuce_record_integer (present, "year") == year)
        continue;
      for (guint i = 0; i < entity->fields->len; i++)
        {
          const TuceField *field = entity->fields->pdata[i];
          const char *cell = tuce_csv_cell (csv, row, field->name);

          if (*cell && !tuce_field_parse (field, cell, &record->values[i], error))
            {
              g_prefix_error (error, "%s:%u: ", path, tuce_csv_line (csv, row));
              return FALSE;
            }
        }
      if (!tuce_edit_insert (edit, record, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
tuce_parameters_in_force (TuceCounty *county, GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, "parameter");
  g_autoptr (GArray) ids = tuce_query_ids (query, county, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; ids && i < ids->len; i++)
    {
      g_autoptr (TuceRecord) record = tuce_county_load (county, "parameter", g_array_index (ids, gint64, i), error);
      TuceRecord *held;

      if (!record)
        return NULL;
      if (!g_hash_table_add (seen, g_strdup (key_of (record))))
        continue;
      held = tuce_parameter_find (county, key_of (record), county->year);
      if (held)
        g_ptr_array_add (records, held);
    }
  return ids ? g_steal_pointer (&records) : NULL;
}

const char *
tuce_parameter_label (const TuceRecord *record)
{
  const char *label = tuce_record_text (record, tuce_text_is_chinese () ? "label_zh" : "label_en");

  return *label ? label : key_of (record);
}

static gboolean
sign (TuceRecord *record, GError **error)
{
  static const char *const signature[] = { "confirmed_by", "confirmed_on" };
  gboolean confirmed = tuce_record_integer (record, "confirmed") != 0;
  g_autofree char *today = NULL;
  const char *signs[G_N_ELEMENTS (signature)];
  GDate date;

  for (guint i = 0; !confirmed && i < G_N_ELEMENTS (signature); i++)
    tuce_record_set_none (record, signature[i]);
  if (!confirmed)
    return TRUE;
  if (!tuce_record_has (record, "source"))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("“%s” can't count as confirmed without its source: name the document it stands in"),
                   tuce_parameter_label (record));
      return FALSE;
    }
  g_date_clear (&date, 1);
  tuce_date_today (&date);
  today = tuce_date_format (&date);
  signs[0] = g_get_user_name ();
  signs[1] = today;
  for (guint i = 0; i < G_N_ELEMENTS (signature); i++)
    if (!tuce_record_has (record, signature[i]))
      tuce_record_set_text (record, signature[i], signs[i]);
  return TRUE;
}

gboolean
tuce_parameter_save (TuceCounty *county, TuceRecord *record, GError **error)
{
  const TuceField *field = tuce_entity_field (record->entity, "value");
  g_autofree char *value = tuce_field_format (field, &record->values[field->index]);
  /* Translators: what a parameter is called, the year it holds from, its value and unit */
  g_autofree char *label = g_strdup_printf (_("Set %s (%d): %s %s"), tuce_parameter_label (record),
                                            (int) tuce_record_integer (record, "year"), *value ? value : "—",
                                            tuce_record_text (record, "unit"));
  g_autoptr (TuceEdit) edit = NULL;

  if (!sign (record, error) || !(edit = tuce_edit_begin (county, label, error))
      || !(record->id ? tuce_edit_update (edit, record, error) : tuce_edit_insert (edit, record, error)))
    return FALSE;
  return tuce_edit_commit (g_steal_pointer (&edit), error);
}
