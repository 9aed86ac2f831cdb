/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-demo-tables.h"

#include <glib/gi18n-lib.h>

#include "tuce-csv.h"
#include "tuce-data.h"
#include "tuce-error.h"

static TuceDemoTable *
table_new (void)
{
  TuceDemoTable *table = g_new0 (TuceDemoTable, 1);

  table->texts = g_ptr_array_new ();
  table->sums = g_array_new (FALSE, FALSE, sizeof (double));
  return table;
}

static void
table_free (gpointer data)
{
  TuceDemoTable *table = data;

  if (!table)
    return;
  g_ptr_array_unref (table->texts);
  g_array_unref (table->sums);
  g_free (table);
}

static void
table_add (TuceDemoTable *table, gconstpointer text, double weight)
{
  double sum = weight;

  if (table->sums->len)
    sum += g_array_index (table->sums, double, table->sums->len - 1);
  g_ptr_array_add (table->texts, (gpointer) text);
  g_array_append_val (table->sums, sum);
}

static void
family_free (gpointer data)
{
  TuceDemoFamily *family = data;

  g_strfreev (family->members);
  g_free (family);
}

static TuceCsv *
load_file (TuceDemoTables *tables, const char *name, const char *const *columns, GError **error)
{
  g_autofree char *path = tuce_data_path ("people", name, NULL);
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, error);

  if (!csv || !tuce_csv_require (csv, columns, error))
    return NULL;
  g_ptr_array_add (tables->files, csv);
  return g_steal_pointer (&csv);
}

static double
cell_number (TuceCsv *csv, guint row, const char *column)
{
  return g_ascii_strtod (tuce_csv_cell (csv, row, column), NULL);
}

static gboolean
load_shares (TuceDemoTables *tables, const char *name, GError **error)
{
  static const char *const columns[] = { "what", "code", "weight", NULL };
  TuceCsv *csv = load_file (tables, name, columns, error);

  if (!csv)
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      const char *what = tuce_csv_cell (csv, row, "what");
      TuceDemoTable *table = g_hash_table_lookup (tables->shares, what);

      if (!table)
        {
          table = table_new ();
          g_hash_table_insert (tables->shares, (gpointer) what, table);
        }
      table_add (table, tuce_csv_cell (csv, row, "code"), cell_number (csv, row, "weight"));
    }
  return TRUE;
}

static gboolean
load_names (TuceDemoTables *tables, GError **error)
{
  static const char *const surname_columns[] = { "surname", "weight", NULL };
  static const char *const given_columns[] = { "character", "sex", "cohort", "weight", NULL };
  TuceCsv *csv = load_file (tables, "surnames.csv", surname_columns, error);

  if (!csv)
    return FALSE;
  tables->surnames = table_new ();
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    table_add (tables->surnames, tuce_csv_cell (csv, row, "surname"), cell_number (csv, row, "weight"));

  csv = load_file (tables, "given-names.csv", given_columns, error);
  if (!csv)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    tables->given[i / 2][i % 2] = table_new ();
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      guint female = g_str_equal (tuce_csv_cell (csv, row, "sex"), "2");
      guint young = g_str_equal (tuce_csv_cell (csv, row, "cohort"), "young");

      table_add (tables->given[female][young], tuce_csv_cell (csv, row, "character"),
                 cell_number (csv, row, "weight"));
    }
  return TRUE;
}

static gboolean
load_families (TuceDemoTables *tables, GError **error)
{
  static const char *const columns[]
      = { "size", "weight", "head_from", "head_to", "male_percent", "members", NULL };
  TuceCsv *csv = load_file (tables, "families.csv", columns, error);

  if (!csv)
    return FALSE;
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      TuceDemoFamily *family = g_new0 (TuceDemoFamily, 1);

      g_ptr_array_add (tables->families, family);
      family->size = (guint) cell_number (csv, row, "size");
      family->head_from = (int) cell_number (csv, row, "head_from");
      family->head_to = (int) cell_number (csv, row, "head_to");
      family->male = cell_number (csv, row, "male_percent") / 100;
      family->members = g_strsplit (tuce_csv_cell (csv, row, "members"), " ", -1);
      if (family->size < 1 || family->size > TUCE_DEMO_MOST_PEOPLE
          || g_strv_length (family->members) != family->size || family->head_to < family->head_from)
        {
          g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: this family does not add up."),
                       tuce_csv_path (csv), tuce_csv_line (csv, row));
          return FALSE;
        }
      if (!tables->of_size[family->size])
        tables->of_size[family->size] = table_new ();
      table_add (tables->of_size[family->size], family, cell_number (csv, row, "weight"));
    }
  return TRUE;
}

static gboolean
load_problems (TuceDemoTables *tables, GError **error)
{
  static const char *const columns[] = { "weight", "source", "severity", "department", "description", "remedy", NULL };

  tables->problems = load_file (tables, "problems.csv", columns, error);
  if (!tables->problems)
    return FALSE;
  tables->problem = table_new ();
  for (guint row = 0; row < tuce_csv_n_rows (tables->problems); row++)
    table_add (tables->problem, GUINT_TO_POINTER (row + 1), cell_number (tables->problems, row, "weight"));
  return TRUE;
}

static gboolean
complete (TuceDemoTables *tables, GError **error)
{
  for (guint size = 1; size <= TUCE_DEMO_MOST_PEOPLE; size++)
    if (!tables->of_size[size])
      {
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("families.csv has no family of %u."), size);
        return FALSE;
      }
  return TRUE;
}

TuceDemoTables *
tuce_demo_tables_load (GError **error)
{
  g_autoptr (TuceDemoTables) tables = g_new0 (TuceDemoTables, 1);

  tables->files = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_csv_free);
  tables->shares = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);
  tables->families = g_ptr_array_new_with_free_func (family_free);
  if (!load_shares (tables, "shares.csv", error) || !load_shares (tables, "words.csv", error)
      || !load_names (tables, error) || !load_families (tables, error) || !load_problems (tables, error)
      || !complete (tables, error))
    return NULL;
  return g_steal_pointer (&tables);
}

void
tuce_demo_tables_free (TuceDemoTables *tables)
{
  for (guint i = 0; i < 4; i++)
    table_free (tables->given[i / 2][i % 2]);
  for (guint size = 0; size <= TUCE_DEMO_MOST_PEOPLE; size++)
    table_free (tables->of_size[size]);
  table_free (tables->surnames);
  table_free (tables->problem);
  g_hash_table_unref (tables->shares);
  g_ptr_array_unref (tables->families);
  g_ptr_array_unref (tables->files);
  g_free (tables);
}

const char *
tuce_demo_draw (const TuceDemoTable *table, GRand *random)
{
  const double *sums = (const double *) (gpointer) table->sums->data;
  double point = g_rand_double (random) * sums[table->sums->len - 1];
  guint low = 0, high = table->sums->len - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (sums[middle] > point)
        high = middle;
      else
        low = middle + 1;
    }
  return table->texts->pdata[low];
}

const char *
tuce_demo_draw_share (const TuceDemoTables *tables, const char *what, GRand *random)
{
  const TuceDemoTable *table = g_hash_table_lookup (tables->shares, what);

  g_assert (table);
  return tuce_demo_draw (table, random);
}

double
tuce_demo_weight (const TuceDemoTable *table, const char *text)
{
  const double *sums = (const double *) (gpointer) table->sums->data;

  for (guint i = 0; i < table->texts->len; i++)
    if (g_strcmp0 (table->texts->pdata[i], text) == 0)
      return (sums[i] - (i ? sums[i - 1] : 0)) / sums[table->sums->len - 1];
  return 0;
}

gboolean
tuce_demo_chance (GRand *random, double share)
{
  return g_rand_double (random) < share;
}
