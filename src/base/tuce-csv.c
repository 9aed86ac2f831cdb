/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-csv.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-text.h"

struct _TuceCsv
{
  char *path;
  GHashTable *columns; /* heading → index + 1 */
  GPtrArray *rows;     /* GStrv each, the heading first */
  GArray *lines;       /* guint each */

  /* while reading */
  GPtrArray *row;
  guint line;
  int terminator; /* what ended the last row */
};

static void
cell_read (void *data, size_t length, void *user_data)
{
  TuceCsv *csv = user_data;
  g_autofree char *raw = g_strndup (data, length);

  g_ptr_array_add (csv->row, tuce_text_normalize (raw));
}

static void
row_read (int terminator, void *user_data)
{
  TuceCsv *csv = user_data;

  /* libcsv reports \r\n as two row ends: the row that the \n ends is empty and is not a line of the file. */
  if (!(terminator == '\n' && csv->terminator == '\r' && csv->row->len == 0))
    csv->line++;
  csv->terminator = terminator;
  if (csv->row->len == 0)
    return;
  g_ptr_array_add (csv->row, NULL);
  g_ptr_array_add (csv->rows, g_ptr_array_free (csv->row, FALSE));
  g_array_append_val (csv->lines, csv->line);
  csv->row = g_ptr_array_new ();
}

static gboolean
read_rows (TuceCsv *csv, const char *text, gsize length, GError **error)
{
  struct csv_parser parser;
  gboolean read;

  /* Line numbers are counted in rows, which is right because our data files have no line breaks inside cells. */
  csv->row = g_ptr_array_new ();
  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  read = csv_parse (&parser, text, length, cell_read, row_read, csv) == length
         && csv_fini (&parser, cell_read, row_read, csv) == 0;
  if (!read)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s, line %u: a quotation mark is out of place"),
                 csv->path, csv->line + 1);
  csv_free (&parser);
  g_ptr_array_set_free_func (csv->row, g_free);
  g_clear_pointer (&csv->row, g_ptr_array_unref);
  return read;
}

TuceCsv *
tuce_csv_load (const char *path, GError **error)
{
  g_autoptr (TuceCsv) csv = g_new0 (TuceCsv, 1);
  g_autofree char *text = NULL;
  gsize length, start = 0;

  csv->path = g_strdup (path);
  csv->columns = g_hash_table_new (g_str_hash, g_str_equal);
  csv->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  csv->lines = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    start = 3;
  if (!read_rows (csv, text + start, length - start, error))
    return NULL;
  if (csv->rows->len == 0)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: the heading line is missing"), path);
      return NULL;
    }

  char **heading = csv->rows->pdata[0];
  for (guint i = 0; heading[i]; i++)
    g_hash_table_insert (csv->columns, heading[i], GUINT_TO_POINTER (i + 1));
  return g_steal_pointer (&csv);
}

void
tuce_csv_free (TuceCsv *csv)
{
  g_free (csv->path);
  g_hash_table_unref (csv->columns);
  g_ptr_array_unref (csv->rows);
  g_array_unref (csv->lines);
  g_free (csv);
}

const char *
tuce_csv_path (TuceCsv *csv)
{
  return csv->path;
}

guint
tuce_csv_n_rows (TuceCsv *csv)
{
  return csv->rows->len - 1;
}

int
tuce_csv_column (TuceCsv *csv, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (csv->columns, name)) - 1;
}

const char *
tuce_csv_cell (TuceCsv *csv, guint row, const char *column)
{
  int index = tuce_csv_column (csv, column);
  char **cells;

  g_return_val_if_fail (row + 1 < csv->rows->len, "");
  cells = csv->rows->pdata[row + 1];
  if (index < 0 || (guint) index >= g_strv_length (cells))
    return "";
  return cells[index];
}

guint
tuce_csv_line (TuceCsv *csv, guint row)
{
  g_return_val_if_fail (row + 1 < csv->lines->len, 0);
  return g_array_index (csv->lines, guint, row + 1);
}

gboolean
tuce_csv_require (TuceCsv *csv, const char *const *columns, GError **error)
{
  for (guint i = 0; columns[i]; i++)
    if (tuce_csv_column (csv, columns[i]) < 0)
      {
        g_set_error (error, TUCE_ERROR, TUCE_ERROR_DATA, _("%s: the column “%s” is missing"), csv->path,
                     columns[i]);
        return FALSE;
      }
  return TRUE;
}

void
tuce_csv_append_cell (GString *line, const char *text)
{
  gboolean first = line->len == 0 || line->str[line->len - 1] == '\n';

  if (!first)
    g_string_append_c (line, ',');
  /* An empty first cell is written as "": otherwise @line would still look empty, and the next cell would get no comma
   * before it. */
  if (!strpbrk (text, ",\"\n\r") && !(first && !*text))
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}
