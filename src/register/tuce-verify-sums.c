/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Proves that records and journal agree, in one pass over the journal and one over the tables. For a row that was inserted and
 * never changed, the same hash is added to the sum of the journal and to the sum of the table; since the keys of the hash are
 * random, equal sums mean equal rows. Rows that were changed are followed cell by cell: tuce-verify-touched.c.
 */
#include "tuce-verify-private.h"

#include <string.h>

#include "tuce-journal-stream.h"

/* How many cells of changed rows are kept in memory at most (about 70 MB); where there are more, the journal is replayed. */
#define MOST_REMEMBERED (2 * 1000 * 1000)

/* How many changes are read between two checks for cancellation. */
#define BETWEEN_LOOKS 4096

typedef struct
{
  char *name;
  gboolean journaled;
  guint n_columns;
  guint64 told; /* sum of the rows according to the journal */
  guint64 held; /* sum of the rows in the table */
  TuceTouchedRows *touched;
} Table;

struct _TuceSums
{
  TuceVerification *verification;
  GPtrArray *tables;
  GHashTable *by_name;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  tuce_touched_rows_free (table->touched);
  g_free (table);
}

static gboolean
add_table (TuceSums *self, const char *name, GError **error)
{
  TuceCounty *county = self->verification->county;
  const TuceEntity *entity = tuce_dictionary_entity (county->dictionary, name);
  g_autoptr (GPtrArray) columns = tuce_schema_columns (county, name, error);
  Table *table;

  if (!columns)
    return FALSE;
  table = g_new0 (Table, 1);
  table->name = g_strdup (name);
  table->journaled = entity && !entity->derived;
  table->n_columns = columns->len;
  table->touched = tuce_touched_rows_new (&self->verification->hash);
  g_ptr_array_add (self->tables, table);
  g_hash_table_insert (self->by_name, table->name, table);
  return TRUE;
}

TuceSums *
tuce_sums_new (TuceVerification *verification, GError **error)
{
  g_autoptr (TuceSums) self = g_new0 (TuceSums, 1);
  sqlite3_stmt *statement = tuce_county_prepare (
      verification->county, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
                            " ESCAPE '\\'", error);
  gboolean row = TRUE;

  self->verification = verification;
  self->tables = g_ptr_array_new_with_free_func (table_free);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  if (!statement)
    return NULL;
  while (row && tuce_verification_step (verification, verification->county->db, statement, &row, error) && row)
    if (!add_table (self, (const char *) sqlite3_column_text (statement, 0), error))
      break;
  sqlite3_reset (statement);
  return row ? NULL : g_steal_pointer (&self);
}

void
tuce_sums_free (TuceSums *self)
{
  g_ptr_array_unref (self->tables);
  g_hash_table_unref (self->by_name);
  g_free (self);
}

static guint64
made_row (TuceSums *self, sqlite3_changeset_iter *change, int n_columns, gint64 id)
{
  const TuceRowHash *hash = &self->verification->hash;
  guint64 cells = 0;

  for (int i = 1; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (change, i, &value) == SQLITE_OK && value)
        cells += tuce_row_hash_cell (hash, (guint) i, value);
    }
  return tuce_row_hash_row (hash, id, cells);
}

static gboolean
take_change (TuceSums *self, sqlite3_changeset_iter *change, Table **table)
{
  const char *name;
  int n_columns, operation, indirect;
  sqlite3_value *key = NULL;
  gint64 id;

  if (sqlite3changeset_op (change, &name, &n_columns, &operation, &indirect) != SQLITE_OK)
    return FALSE;
  if (!*table || strcmp ((*table)->name, name) != 0)
    *table = g_hash_table_lookup (self->by_name, name);
  if (!*table || !(*table)->journaled || n_columns > (int) (*table)->n_columns)
    return FALSE;
  if ((operation == SQLITE_INSERT ? sqlite3changeset_new (change, 0, &key) : sqlite3changeset_old (change, 0, &key))
          != SQLITE_OK
      || !key || sqlite3_value_type (key) != SQLITE_INTEGER)
    return FALSE;
  id = sqlite3_value_int64 (key);
  if (operation != SQLITE_INSERT || tuce_touched_rows_has ((*table)->touched, id))
    return tuce_touched_rows_take ((*table)->touched, change, operation, n_columns, id, &(*table)->held);
  (*table)->told += made_row (self, change, n_columns, id);
  return TRUE;
}

static guint64
remembered (const TuceSums *self)
{
  guint64 cells = 0;

  for (guint i = 0; i < self->tables->len; i++)
    cells += tuce_touched_rows_size (((const Table *) self->tables->pdata[i])->touched);
  return cells;
}

gboolean
tuce_sums_take_entry (TuceSums *self, gint64 sequence)
{
  g_autoptr (TuceJournalStream) stream = tuce_journal_stream_new (self->verification->county, sequence, NULL);
  sqlite3_changeset_iter *change = NULL;
  Table *table = NULL;
  gboolean fits = stream && sqlite3changeset_start_strm (&change, tuce_journal_stream_read, stream) == SQLITE_OK;

  for (guint n = 1; fits && sqlite3changeset_next (change) == SQLITE_ROW; n++)
    {
      fits = take_change (self, change, &table);
      if (n % BETWEEN_LOOKS == 0)
        fits = fits && remembered (self) < MOST_REMEMBERED
               && !g_cancellable_is_cancelled (self->verification->cancellable);
    }
  /* errors of the iteration are only reported by finalize */
  fits = sqlite3changeset_finalize (change) == SQLITE_OK && fits;
  return fits && remembered (self) < MOST_REMEMBERED;
}

/* Lets SQLite check the indices of a table for which tuce_index_sums_new() can't. */
static gboolean
ask_sqlite (TuceSums *self, const Table *table, gboolean *same, GError **error)
{
  TuceVerification *verification = self->verification;
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check ('%s')", table->name);
  sqlite3_stmt *statement = tuce_verification_prepare (verification, verification->county->db, sql, error);
  gboolean row = FALSE, asked;

  if (!statement)
    return FALSE;
  asked = tuce_verification_step (verification, verification->county->db, statement, &row, error);
  if (asked && (!row || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0))
    *same = FALSE;
  sqlite3_finalize (statement);
  return asked;
}

static gboolean
take_row (TuceSums *self, Table *table, sqlite3_stmt *statement, TuceIndexSums *indices, guint64 *cells)
{
  const TuceRowHash *hash = &self->verification->hash;
  gint64 id = sqlite3_column_int64 (statement, 0);
  guint64 sum = 0;

  for (guint i = 1; i < table->n_columns; i++)
    {
      cells[i] = tuce_row_hash_cell (hash, i, sqlite3_column_value (statement, (int) i));
      sum += cells[i];
    }
  if (indices)
    tuce_index_sums_add (indices, id, cells);
  if (!table->journaled)
    return TRUE;
  if (tuce_touched_rows_has (table->touched, id))
    return tuce_touched_rows_compare (table->touched, id, statement, sum, &table->held);
  table->held += tuce_row_hash_row (hash, id, sum);
  return TRUE;
}

static gboolean
compare_table (TuceSums *self, Table *table, gboolean *records_same, gboolean *indices_same, GError **error)
{
  TuceVerification *verification = self->verification;
  sqlite3 *db = verification->county->db;
  g_autoptr (GError) failed = NULL;
  g_autoptr (TuceIndexSums) indices = tuce_index_sums_new (verification, table->name, &failed);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM main.\"%s\" NOT INDEXED", table->name);
  g_autofree guint64 *cells = g_new0 (guint64, table->n_columns + 1);
  sqlite3_stmt *statement;
  gboolean row = TRUE, whole = TRUE;

  if (failed)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  if (!indices && !ask_sqlite (self, table, indices_same, error))
    return FALSE;
  if (!indices && !table->journaled)
    return TRUE;
  statement = tuce_verification_prepare (verification, db, sql, error);
  whole = statement != NULL;
  while (whole && row && (whole = tuce_verification_step (verification, db, statement, &row, error)) && row)
    if (!take_row (self, table, statement, indices, cells))
      *records_same = FALSE;
  sqlite3_finalize (statement);
  if (table->journaled && (table->told != table->held || !tuce_touched_rows_all_seen (table->touched)))
    *records_same = FALSE;
  return whole && (!indices || tuce_index_sums_compare (indices, indices_same, error));
}

gboolean
tuce_sums_compare (TuceSums *self, gboolean *records_same, gboolean *indices_same, GError **error)
{
  *records_same = *indices_same = TRUE;
  for (guint i = 0; i < self->tables->len; i++)
    {
      if (!compare_table (self, self->tables->pdata[i], records_same, indices_same, error))
        return FALSE;
      tuce_verification_tell (self->verification, 0.5 + 0.5 * (i + 1) / self->tables->len);
    }
  return TRUE;
}
