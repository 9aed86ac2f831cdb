/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-dictionary-table.h"

#include "tuce-data.h"

TuceCsv *
tuce_dictionary_table (const char *folder, const char *name, const char *const *columns, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = tuce_data_path (folder, file, NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);

  return csv && tuce_csv_require (csv, columns, error) ? g_steal_pointer (&csv) : NULL;
}

TuceCsv *
tuce_dictionary_labelled_table (const char *folder, const char *name, const char *const *columns, GError **error)
{
  static const char *const labels[] = { "label_en", "label_zh", NULL };
  g_autoptr (TuceCsv) csv = tuce_dictionary_table (folder, name, columns, error);

  return csv && tuce_csv_require (csv, labels, error) ? g_steal_pointer (&csv) : NULL;
}
