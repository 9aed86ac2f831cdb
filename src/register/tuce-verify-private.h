/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-row-hash.h"

#include "tuce-county-private.h"

/*
 * Shared by the parts of tuce_verify(). That a file is in order is proved by sums, in one pass over the journal and one over
 * the tables: tuce-verify-sums.c, tuce-verify-indices.c. Only where the sums differ are the slow checks run, to find out what
 * is wrong: SQLite's own check of indices, and the journal replayed row by row, tuce-verify-replay.c.
 */

/* How many faults of one kind are listed one by one; of more, only their number is told. */
#define TUCE_VERIFY_MOST_FAULTS 20

typedef struct
{
  TuceCounty *county;
  GPtrArray *faults;
  TuceProgress progress;
  gpointer data;
  GCancellable *cancellable;
  double told;
  TuceRowHash hash;
} TuceVerification;

/** tuce_verification_fault: Adds a translated sentence to the list of faults. */
void tuce_verification_fault (TuceVerification *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** tuce_verification_tell: Reports progress; @fraction never goes back. */
void tuce_verification_tell (TuceVerification *self, double fraction);

/**
 * tuce_verification_step:
 * @row: (out): whether there is a row
 * Steps @statement of @db. A page that can't be read is added as a fault and ends the rows. Returns: FALSE with @error for any
 * other failure, and when cancelled.
 */
gboolean tuce_verification_step (TuceVerification *self, sqlite3 *db, sqlite3_stmt *statement, gboolean *row,
                                 GError **error);

/** tuce_verification_prepare: Gives (transfer full) a statement on @db, or %NULL with @error. */
sqlite3_stmt *tuce_verification_prepare (TuceVerification *self, sqlite3 *db, const char *sql, GError **error);

/** tuce_verification_db_error: Sets @error from the last failure on @db. Returns: FALSE. */
gboolean tuce_verification_db_error (TuceVerification *self, sqlite3 *db, GError **error);

/* tuce-verify-touched.c */

/**
 * TuceTouchedRows: the rows of one table that the journal not only inserts but also updates or deletes: what their cells held
 * before the first change and what they hold now, as far as the changes say it.
 */
typedef struct _TuceTouchedRows TuceTouchedRows;

/** tuce_touched_rows_new: Gives (transfer full) an empty set of rows; @hash must outlive it. */
TuceTouchedRows *tuce_touched_rows_new (const TuceRowHash *hash);

/** tuce_touched_rows_free: Frees @rows. */
void tuce_touched_rows_free (TuceTouchedRows *rows);

/** tuce_touched_rows_size: Gives how much memory the rows take, counted in cells of 24 bytes. */
guint64 tuce_touched_rows_size (const TuceTouchedRows *rows);

/**
 * tuce_touched_rows_take:
 * @sum: the hash of the row as it was inserted is added to it, once all its cells are known
 * Follows one change. Returns: FALSE where it contradicts the changes before.
 */
gboolean tuce_touched_rows_take (TuceTouchedRows *rows, sqlite3_changeset_iter *change, int operation, int n_columns,
                                 gint64 id, guint64 *sum);

/** tuce_touched_rows_has: Returns: whether the row @id is in the set. */
gboolean tuce_touched_rows_has (const TuceTouchedRows *rows, gint64 id);

/**
 * tuce_touched_rows_compare:
 * @statement: a SELECT of all columns, stepped to the row @id of the file
 * @cells: the sum of the hashes of its cells
 * @sum: as for tuce_touched_rows_take()
 * Compares the row of the file with what the changes left. Returns: FALSE where they differ.
 */
gboolean tuce_touched_rows_compare (TuceTouchedRows *rows, gint64 id, sqlite3_stmt *statement, guint64 cells,
                                    guint64 *sum);

/** tuce_touched_rows_all_seen: Returns: whether tuce_touched_rows_compare() was called for every row that the file should have. */
gboolean tuce_touched_rows_all_seen (const TuceTouchedRows *rows);

/* tuce-verify-indices.c */

/** TuceIndexSums: the indices of one table, and the sums of what they should hold. */
typedef struct _TuceIndexSums TuceIndexSums;

/**
 * tuce_index_sums_new: Gives (transfer full) the indices of @table; %NULL with @error unset where only SQLite's own check
 * can check them.
 */
TuceIndexSums *tuce_index_sums_new (TuceVerification *verification, const char *table, GError **error);

/** tuce_index_sums_free: Frees @sums. */
void tuce_index_sums_free (TuceIndexSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceIndexSums, tuce_index_sums_free)

/** tuce_index_sums_add: Adds the row @id to the sums. @cells: the hashes of its cells, for all columns of the table in order */
void tuce_index_sums_add (TuceIndexSums *sums, gint64 id, const guint64 *cells);

/**
 * tuce_index_sums_compare: Reads the indices. @same: (out): whether they are in order and hold exactly the rows that were
 * added.
 */
gboolean tuce_index_sums_compare (TuceIndexSums *sums, gboolean *same, GError **error);

/* tuce-verify-sums.c */

/** TuceSums: the journal and the tables, each as one sum for every table. */
typedef struct _TuceSums TuceSums;

/** tuce_sums_new: Gives (transfer full) empty sums for all tables of the dictionary, or %NULL with @error. */
TuceSums *tuce_sums_new (TuceVerification *verification, GError **error);

/** tuce_sums_free: Frees @sums. */
void tuce_sums_free (TuceSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSums, tuce_sums_free)

/**
 * tuce_sums_take_entry: Adds the changes of one entry of the journal. Returns: FALSE where sums can't decide whether they
 * are right.
 */
gboolean tuce_sums_take_entry (TuceSums *sums, gint64 sequence);

/**
 * tuce_sums_compare:
 * Reads the tables; to be called after the journal's last entry.
 * @records_same: (out): whether the records are what the journal says
 * @indices_same: (out): whether all indices agree with their tables
 */
gboolean tuce_sums_compare (TuceSums *sums, gboolean *records_same, gboolean *indices_same, GError **error);

/* tuce-verify-replay.c */

/**
 * tuce_verify_replay:
 * Applies the journal to empty tables and adds a fault for every entry that can't be applied; where there is none, for every
 * record of the file that differs from the result.
 */
gboolean tuce_verify_replay (TuceVerification *self, GError **error);
