/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * TuceCsv:
 *
 * A CSV file with a header line, read whole (RFC 4180; through libcsv). Cells are normalised UTF-8;
 * a byte-order mark is passed over. For the program's own data files, which are small.
 */
typedef struct _TuceCsv TuceCsv;

/** tuce_csv_load: Returns: (transfer full): the file's rows, or %NULL with @error naming file and line. */
TuceCsv *tuce_csv_load (const char *path, GError **error);

/** tuce_csv_free: Frees @csv with all its cells. */
void tuce_csv_free (TuceCsv *csv);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceCsv, tuce_csv_free)

/** tuce_csv_path: Returns: (transfer none): the path the file was loaded from. */
const char *tuce_csv_path (TuceCsv *csv);

/** tuce_csv_n_rows: Gives the number of data rows; the heading is not counted. */
guint tuce_csv_n_rows (TuceCsv *csv);

/** tuce_csv_column: Returns: the index of the column headed @name, or -1. */
int tuce_csv_column (TuceCsv *csv, const char *name);

/**
 * tuce_csv_cell: Returns: (transfer none): the text in data row @row (from 0) under the heading @column; "" where there is
 * none.
 */
const char *tuce_csv_cell (TuceCsv *csv, guint row, const char *column);

/** tuce_csv_line: Returns: the line of the file at which data row @row begins, counted from 1. */
guint tuce_csv_line (TuceCsv *csv, guint row);

/** tuce_csv_require: Returns: whether every heading in the %NULL-ended @columns is there; else @error says which is missing. */
gboolean tuce_csv_require (TuceCsv *csv, const char *const *columns, GError **error);

/**
 * tuce_csv_append_cell: Appends @text to @line as one CSV cell, with a comma before it unless @line is empty or ends in a
 * line break.
 */
void tuce_csv_append_cell (GString *line, const char *text);
