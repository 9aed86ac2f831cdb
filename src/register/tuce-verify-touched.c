/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-verify-private.h"

typedef struct
{
  guint column;
  guint64 before; /* its hash when the row was inserted */
  guint64 now;
} Cell;

typedef struct
{
  gint64 id; /* the key in by_id */
  GArray *cells;
  gboolean present;
  gboolean whole;  /* all its cells are known: it was deleted, and perhaps inserted again */
  gboolean summed; /* the row as it was first inserted has been added to the sum */
  gboolean seen;
} Row;

/* The memory a row takes besides its cells, counted in cells. */
#define ROW_SIZE 5

struct _TuceTouchedRows
{
  const TuceRowHash *hash;
  GHashTable *by_id;
  guint64 n_cells; /* cells, and ROW_SIZE for each row */
};

static void
row_free (gpointer data)
{
  Row *row = data;

  g_array_unref (row->cells);
  g_free (row);
}

TuceTouchedRows *
tuce_touched_rows_new (const TuceRowHash *hash)
{
  TuceTouchedRows *self = g_new0 (TuceTouchedRows, 1);

  self->hash = hash;
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, row_free);
  return self;
}

void
tuce_touched_rows_free (TuceTouchedRows *self)
{
  g_hash_table_unref (self->by_id);
  g_free (self);
}

guint64
tuce_touched_rows_size (const TuceTouchedRows *self)
{
  return self->n_cells;
}

gboolean
tuce_touched_rows_has (const TuceTouchedRows *self, gint64 id)
{
  return g_hash_table_contains (self->by_id, &id);
}

static Row *
find_row (TuceTouchedRows *self, gint64 id)
{
  Row *row = g_hash_table_lookup (self->by_id, &id);

  if (row)
    return row;
  row = g_new0 (Row, 1);
  row->id = id;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  row->present = TRUE;
  self->n_cells += ROW_SIZE;
  g_hash_table_insert (self->by_id, &row->id, row);
  return row;
}

static Cell *
find_cell (const Row *row, guint column)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (g_array_index (row->cells, Cell, i).column == column)
      return &g_array_index (row->cells, Cell, i);
  return NULL;
}

static void
add_cell (TuceTouchedRows *self, Row *row, guint column, guint64 before, guint64 now)
{
  Cell cell = { column, before, now };

  g_array_append_val (row->cells, cell);
  self->n_cells++;
}

static gboolean
insert (TuceTouchedRows *self, Row *row, sqlite3_changeset_iter *change, int n_columns)
{
  if (row->present)
    return FALSE;
  row->present = row->whole = TRUE;
  self->n_cells -= row->cells->len;
  g_array_set_size (row->cells, 0);
  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;
      guint64 cell = sqlite3changeset_new (change, i, &value) == SQLITE_OK && value
                         ? tuce_row_hash_cell (self->hash, (guint) i, value) : 0;

      if (cell)
        add_cell (self, row, (guint) i, 0, cell);
    }
  return TRUE;
}

/* Whether the cell can have had the hash @old before a change. A cell that is not remembered is NULL (hash 0) where all cells of the row
 * are known; else it can have held anything. */
static gboolean
cell_was (const Row *row, const Cell *cell, guint64 old)
{
  return cell ? cell->now == old : !row->whole || old == 0;
}

static gboolean
update (TuceTouchedRows *self, Row *row, sqlite3_changeset_iter *change, int n_columns)
{
  if (!row->present)
    return FALSE;
  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *from = NULL, *to = NULL;
      guint64 old, new;
      Cell *cell;

      if (sqlite3changeset_old (change, i, &from) != SQLITE_OK || sqlite3changeset_new (change, i, &to) != SQLITE_OK)
        return FALSE;
      if (!from && !to)
        continue;
      if (!from || !to)
        return FALSE;
      old = tuce_row_hash_cell (self->hash, (guint) i, from);
      new = tuce_row_hash_cell (self->hash, (guint) i, to);
      cell = find_cell (row, (guint) i);
      if (!cell_was (row, cell, old))
        return FALSE;
      if (cell)
        cell->now = new;
      else
        add_cell (self, row, (guint) i, old, new);
    }
  return TRUE;
}

/* Adds the row as it was first inserted to @sum: @cells is its sum now, from which the changes of its cells are taken back. */
static void
tell_made (TuceTouchedRows *self, Row *row, guint64 cells, guint64 *sum)
{
  if (row->summed || row->whole)
    return;
  for (guint i = 0; i < row->cells->len; i++)
    cells += g_array_index (row->cells, Cell, i).before - g_array_index (row->cells, Cell, i).now;
  *sum += tuce_row_hash_row (self->hash, row->id, cells);
  row->summed = TRUE;
}

static gboolean
delete (TuceTouchedRows *self, Row *row, sqlite3_changeset_iter *change, int n_columns, guint64 *sum)
{
  guint64 cells = 0;
  guint64 known = 0;

  if (!row->present)
    return FALSE;
  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *from = NULL;
      guint64 old;
      const Cell *cell = find_cell (row, (guint) i);

      if (sqlite3changeset_old (change, i, &from) != SQLITE_OK || !from)
        return FALSE;
      old = tuce_row_hash_cell (self->hash, (guint) i, from);
      if (!cell_was (row, cell, old))
        return FALSE;
      cells += old;
      known += cell != NULL;
    }
  /* Some remembered cells are in columns that this change does not have: the changes contradict each other. */
  if (known != row->cells->len)
    return FALSE;
  tell_made (self, row, cells, sum);
  row->present = FALSE;
  row->whole = TRUE;
  return TRUE;
}

gboolean
tuce_touched_rows_take (TuceTouchedRows *self, sqlite3_changeset_iter *change, int operation, int n_columns, gint64 id,
                        guint64 *sum)
{
  Row *row = find_row (self, id);

  switch (operation)
    {
    case SQLITE_INSERT:
      return insert (self, row, change, n_columns);
    case SQLITE_UPDATE:
      return update (self, row, change, n_columns);
    default:
      return delete (self, row, change, n_columns, sum);
    }
}

gboolean
tuce_touched_rows_compare (TuceTouchedRows *self, gint64 id, sqlite3_stmt *statement, guint64 cells, guint64 *sum)
{
  Row *row = g_hash_table_lookup (self->by_id, &id);
  guint64 known = 0;

  if (!row || !row->present)
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);

      if ((int) cell->column >= sqlite3_column_count (statement)
          || tuce_row_hash_cell (self->hash, cell->column, sqlite3_column_value (statement, (int) cell->column))
                 != cell->now)
        return FALSE;
      known += cell->now;
    }
  row->seen = TRUE;
  tell_made (self, row, cells, sum);
  return !row->whole || known == cells;
}

gboolean
tuce_touched_rows_all_seen (const TuceTouchedRows *self)
{
  GHashTableIter iter;
  Row *row;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    if (row->present && !row->seen)
      return FALSE;
  return TRUE;
}
