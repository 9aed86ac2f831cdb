/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-dictionary-needed.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"

static gboolean
say_needed (TuceCsv *csv, guint row, const char *name, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA,
               /* Translators: a file and its line, then “household.phone” */
               _("%s, line %u: the program can't do without %s, which the dictionary does not have"), tuce_csv_path (csv),
               tuce_csv_line (csv, row), name);
  return FALSE;
}

static gboolean
plays (const TuceEntity *entity, const char *role)
{
  const struct
  {
    const char *role;
    const TuceField *field;
  } roles[] = { { "title", entity->title }, { "scope", entity->scope }, { "order", entity->order }, { "position", entity->lon } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].role, role))
      return roles[i].field != NULL;
  return FALSE;
}

gboolean
tuce_dictionary_check_needed (TuceDictionary *self, GError **error)
{
  static const char *const columns[] = { "entity", "fields", NULL };
  g_autofree char *path = tuce_data_path ("dictionary", "needed.csv", NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);

  if (!csv || !tuce_csv_require (csv, columns, error))
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      const char *name = tuce_csv_cell (csv, row, "entity");
      g_auto (GStrv) roles = g_strsplit (tuce_csv_cell (csv, row, "roles"), " ", -1);
      const TuceEntity *entity = tuce_dictionary_entity (self, name);
      g_auto (GStrv) fields = g_strsplit (tuce_csv_cell (csv, row, "fields"), " ", -1);

      if (!entity)
        return say_needed (csv, row, name, error);
      for (guint i = 0; fields[i]; i++)
        {
          g_autofree char *whole = g_strdup_printf ("%s.%s", name, fields[i]);

          if (*fields[i] && !tuce_entity_field (entity, fields[i]))
            return say_needed (csv, row, whole, error);
        }
      for (guint i = 0; roles[i]; i++)
        if (!plays (entity, roles[i]))
          {
            g_autofree char *whole = g_strdup_printf ("%s.%s", name, roles[i]);

            return say_needed (csv, row, whole, error);
          }
    }
  return TRUE;
}
