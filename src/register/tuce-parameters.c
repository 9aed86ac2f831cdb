/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-parameters.h"

#include "tuce-county-private.h"
#include "tuce-csv.h"
#include "tuce-data.h"

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
