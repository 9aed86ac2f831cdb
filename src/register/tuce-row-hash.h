/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * TuceRowHash: keys of 64-bit hashes of rows, drawn by chance, so that nobody can prepare two rows that look alike.
 * A row's hash is that of its id and of the sum of its cells, so that one cell can be exchanged for another.
 */
typedef struct
{
  guint64 keys[3]; /* odd */
} TuceRowHash;

void tuce_row_hash_init (TuceRowHash *self);

/**
 * tuce_row_hash_cell:
 * @column: the column's number in its table
 * Gives 0 for NULL, so that a column added later does not count. Numbers are alike when they are equal: 5 and 5.0.
 */
guint64 tuce_row_hash_cell (const TuceRowHash *self, guint column, sqlite3_value *value);

/** tuce_row_hash_row: Gives the hash of row @id whose cells (without the id) sum up to @cells. */
guint64 tuce_row_hash_row (const TuceRowHash *self, gint64 id, guint64 cells);
