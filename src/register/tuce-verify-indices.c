/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checks whether indices agree with their table. SQLite's own check looks up every row in every index, which reads the file
 * back and forth. Here each index is read once in its order, and its entries are summed up like the rows of the table.
 */
#include "tuce-verify-private.h"

#include <string.h>

typedef struct
{
  char *name;
  gboolean unique;
  GArray *columns; /* guint: their numbers in the table */
  GString *names;  /* of the columns, with commas between */
  guint64 rows;
  guint64 sum;
} Index;

struct _TuceIndexSums
{
  TuceVerification *verification;
  char *table;
  GPtrArray *indices;
};

static void
index_free (gpointer data)
{
  Index *index = data;

  g_free (index->name);
  g_array_unref (index->columns);
  g_string_free (index->names, TRUE);
  g_free (index);
}

/* Reads the columns of an index. @plain: (out): set to FALSE where they are not plain columns in ascending binary order, as in all
 * indices that tuce-schema.c makes. */
static Index *
read_index (TuceVerification *verification, const char *name, gboolean unique, gboolean *plain, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      verification->county, "SELECT cid, name, \"desc\", coll FROM pragma_index_xinfo (?) WHERE key ORDER BY seqno", error);
  Index *index;
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  index = g_new0 (Index, 1);
  index->name = g_strdup (name);
  index->unique = unique;
  index->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  index->names = g_string_new (NULL);
  sqlite3_bind_text (statement, 1, index->name, -1, SQLITE_STATIC);
  while (row && tuce_verification_step (verification, verification->county->db, statement, &row, error) && row)
    {
      int column = sqlite3_column_int (statement, 0);

      if (column < 1 || sqlite3_column_int (statement, 2) != 0
          || g_strcmp0 ((const char *) sqlite3_column_text (statement, 3), "BINARY") != 0)
        {
          *plain = FALSE;
          continue;
        }
      g_array_append_val (index->columns, column);
      g_string_append_printf (index->names, "\"%s\", ", (const char *) sqlite3_column_text (statement, 1));
    }
  sqlite3_reset (statement);
  if (!row)
    return index;
  index_free (index);
  return NULL;
}

/* Whether the first column of @table is its key, an integer. */
static gboolean
has_id (TuceVerification *verification, const char *table)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      verification->county, "SELECT 1 FROM pragma_table_list (?1) AS t JOIN pragma_table_info (?1, 'main') AS c"
                            " WHERE t.schema = 'main' AND t.wr = 0 AND c.cid = 0 AND c.pk = 1 AND c.type = 'INTEGER'"
                            " AND (SELECT sum (pk) FROM pragma_table_info (?1, 'main')) = 1", NULL);
  gboolean has;

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  has = sqlite3_step (statement) == SQLITE_ROW;
  sqlite3_reset (statement);
  return has;
}

TuceIndexSums *
tuce_index_sums_new (TuceVerification *verification, const char *table, GError **error)
{
  g_autoptr (TuceIndexSums) self = NULL;
  sqlite3_stmt *statement;
  gboolean plain = has_id (verification, table), row = TRUE;

  if (!plain)
    return NULL;
  statement = tuce_county_prepare (
      verification->county, "SELECT name, \"unique\", partial FROM pragma_index_list (?, 'main')", error);
  if (!statement)
    return NULL;
  self = g_new0 (TuceIndexSums, 1);
  self->verification = verification;
  self->table = g_strdup (table);
  self->indices = g_ptr_array_new_with_free_func (index_free);
  sqlite3_bind_text (statement, 1, self->table, -1, SQLITE_STATIC);
  while (row && tuce_verification_step (verification, verification->county->db, statement, &row, error) && row)
    {
      Index *index = read_index (verification, (const char *) sqlite3_column_text (statement, 0),
                                 sqlite3_column_int (statement, 1) != 0, &plain, error);

      if (!index)
        break;
      g_ptr_array_add (self->indices, index);
      plain = plain && sqlite3_column_int (statement, 2) == 0;
    }
  sqlite3_reset (statement);
  return row || !plain ? NULL : g_steal_pointer (&self);
}

void
tuce_index_sums_free (TuceIndexSums *self)
{
  g_free (self->table);
  g_ptr_array_unref (self->indices);
  g_free (self);
}

void
tuce_index_sums_add (TuceIndexSums *self, gint64 id, const guint64 *cells)
{
  for (guint i = 0; i < self->indices->len; i++)
    {
      Index *index = self->indices->pdata[i];
      guint64 sum = 0;

      for (guint c = 0; c < index->columns->len; c++)
        sum += cells[g_array_index (index->columns, guint, c)];
      index->rows++;
      index->sum += tuce_row_hash_row (&self->verification->hash, id, sum);
    }
}

static int
rank (sqlite3_value *value)
{
  static const int ranks[]
      = { [SQLITE_NULL] = 0, [SQLITE_INTEGER] = 1, [SQLITE_FLOAT] = 1, [SQLITE_TEXT] = 2, [SQLITE_BLOB] = 3 };

  return ranks[sqlite3_value_type (value)];
}

static int
compare_bytes (sqlite3_value *a, sqlite3_value *b)
{
  int n_a, n_b, order;
  const void *bytes_a = sqlite3_value_blob (a), *bytes_b = sqlite3_value_blob (b);

  n_a = sqlite3_value_bytes (a);
  n_b = sqlite3_value_bytes (b);
  order = MIN (n_a, n_b) ? memcmp (bytes_a, bytes_b, (gsize) MIN (n_a, n_b)) : 0;
  return order ? order : (n_a > n_b) - (n_a < n_b);
}

/* Compares as SQLite orders an index: NULL, numbers, texts, bytes. */
static int
compare_values (sqlite3_value *a, sqlite3_value *b)
{
  int order = rank (a) - rank (b);

  if (order || rank (a) == 0)
    return order;
  if (rank (a) >= 2)
    return compare_bytes (a, b);
  if (sqlite3_value_type (a) == SQLITE_INTEGER && sqlite3_value_type (b) == SQLITE_INTEGER)
    return (sqlite3_value_int64 (a) > sqlite3_value_int64 (b)) - (sqlite3_value_int64 (a) < sqlite3_value_int64 (b));
  return (sqlite3_value_double (a) > sqlite3_value_double (b)) - (sqlite3_value_double (a) < sqlite3_value_double (b));
}

/* Whether the previous entry, a copy of which is kept in @before, comes before that of the current row; in a unique index the values
 * must differ as well. */
static gboolean
in_order (const Index *index, sqlite3_value **before, sqlite3_stmt *statement)
{
  guint n = index->columns->len;
  gboolean nothing = FALSE;
  int order = before[n] ? 0 : -1;

  for (guint i = 0; i <= n; i++)
    {
      sqlite3_value *value = sqlite3_column_value (statement, (int) i);

      if (order == 0 && i == n && index->unique && !nothing)
        return FALSE;
      if (order == 0)
        order = compare_values (before[i], value);
      nothing = nothing || sqlite3_value_type (value) == SQLITE_NULL;
      sqlite3_value_free (before[i]);
      before[i] = sqlite3_value_dup (value);
    }
  return order < 0;
}

static gboolean
compare_index (TuceIndexSums *self, const Index *index, gboolean *same, GError **error)
{
  TuceVerification *verification = self->verification;
  sqlite3 *db = verification->county->db;
  g_autofree char *sql = g_strdup_printf ("SELECT %sid FROM main.\"%s\" INDEXED BY \"%s\" ORDER BY %sid", index->names->str,
                                          self->table, index->name, index->names->str);
  sqlite3_stmt *statement = tuce_verification_prepare (verification, db, sql, error);
  guint n = index->columns->len;
  g_autofree sqlite3_value **before = g_new0 (sqlite3_value *, n + 1);
  guint64 rows = 0, sum = 0;
  gboolean row = TRUE, whole = statement != NULL;

  while (whole && row && (whole = tuce_verification_step (verification, db, statement, &row, error)) && row)
    {
      guint64 cells = 0;

      for (guint i = 0; i < n; i++)
        cells += tuce_row_hash_cell (&verification->hash, g_array_index (index->columns, guint, i),
                                     sqlite3_column_value (statement, (int) i));
      sum += tuce_row_hash_row (&verification->hash, sqlite3_column_int64 (statement, (int) n), cells);
      rows++;
      *same = *same && in_order (index, before, statement);
    }
  *same = *same && rows == index->rows && sum == index->sum;
  for (guint i = 0; i <= n; i++)
    sqlite3_value_free (before[i]);
  sqlite3_finalize (statement);
  return whole;
}

gboolean
tuce_index_sums_compare (TuceIndexSums *self, gboolean *same, GError **error)
{
  for (guint i = 0; i < self->indices->len && *same; i++)
    if (!compare_index (self, self->indices->pdata[i], same, error))
      return FALSE;
  return TRUE;
}
