/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * TuceRowHash: random keys for 64-bit hashes of rows. They are random so that nobody can prepare two different rows with the
 * same hash. The hash of a row is made from its id and the sum of the hashes of its cells, so that it can be corrected for one
 * changed cell without reading the others.
 */
typedef struct
{
  guint64 keys[3]; /* odd */
} TuceRowHash;

/** tuce_row_hash_init: Draws the keys of @self by chance. */
void tuce_row_hash_init (TuceRowHash *self);

/**
 * tuce_row_hash_cell:
 * @column: the column's number in its table
 * Gives the hash of one cell. It is 0 for NULL, so that a column added later changes nothing; equal numbers have the same
 * hash, whether they are stored as 5 or as 5.0.
 */
guint64 tuce_row_hash_cell (const TuceRowHash *self, guint column, sqlite3_value *value);

/** tuce_row_hash_row: Gives the hash of the row @id; @cells is the sum of the hashes of its cells, without the id. */
guint64 tuce_row_hash_row (const TuceRowHash *self, gint64 id, guint64 cells);
