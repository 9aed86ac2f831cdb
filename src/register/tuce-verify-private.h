/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-journal.h"
#include "tuce-row-hash.h"

#include "tuce-county-private.h"

/*
 * Between the parts of the check. What is whole is proved by sums, in one pass over the journal and one over the tables:
 * tuce-verify-sums.c, tuce-verify-indices.c. Only where sums differ the slow way says what is wrong: SQLite's own check
 * of indices, and the journal replayed row by row, tuce-verify-replay.c.
 */

/* More faults than this of one kind say no more than the number of them. */
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

void tuce_verification_fault (TuceVerification *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** tuce_verification_tell: Tells of progress, never less than was told before. */
void tuce_verification_tell (TuceVerification *self, double fraction);

/**
 * tuce_verification_step:
 * @row: (out): whether there is one
 * Steps @statement of @db. A page that can't be read is a fault, and the end of the rows; FALSE with @error for all else
 * that goes wrong, the wish to stop among it.
 */
gboolean tuce_verification_step (TuceVerification *self, sqlite3 *db, sqlite3_stmt *statement, gboolean *row,
                                 GError **error);

/** tuce_verification_prepare: Gives a statement on the county that belongs to the caller. */
sqlite3_stmt *tuce_verification_prepare (TuceVerification *self, sqlite3 *db, const char *sql, GError **error);

/** tuce_verification_db_error: Sets @error from what failed last on @db. Returns: FALSE */
gboolean tuce_verification_db_error (TuceVerification *self, sqlite3 *db, GError **error);

/* tuce-verify-touched.c */

/**
 * TuceTouchedRows: the rows of one table of which the journal tells more than that they were made: what their cells held
 * before the first change, and what they hold now, as far as the changes said so.
 */
typedef struct _TuceTouchedRows TuceTouchedRows;

TuceTouchedRows *tuce_touched_rows_new (const TuceRowHash *hash);
void tuce_touched_rows_free (TuceTouchedRows *rows);

/** tuce_touched_rows_size: Gives how much is remembered, in cells of 24 bytes. */
guint64 tuce_touched_rows_size (const TuceTouchedRows *rows);

/**
 * tuce_touched_rows_take:
 * @sum: to which is added the row as it was made, once it is known
 * Takes over one change. Returns: FALSE where it does not follow from those before.
 */
gboolean tuce_touched_rows_take (TuceTouchedRows *rows, sqlite3_changeset_iter *change, int operation, int n_columns,
                                 gint64 id, guint64 *sum);

/** tuce_touched_rows_has: whether @id is one of them. */
gboolean tuce_touched_rows_has (const TuceTouchedRows *rows, gint64 id);

/**
 * tuce_touched_rows_compare:
 * @statement: stands on row @id of the file, all columns
 * @cells: sum of its cells
 * As tuce_touched_rows_take(), for what the file holds. Returns: FALSE where that differs from what the changes left.
 */
gboolean tuce_touched_rows_compare (TuceTouchedRows *rows, gint64 id, sqlite3_stmt *statement, guint64 cells,
                                    guint64 *sum);

/** tuce_touched_rows_all_seen: whether the file had all that should be there. */
gboolean tuce_touched_rows_all_seen (const TuceTouchedRows *rows);

/* tuce-verify-indices.c */

/** TuceIndexSums: the indices of one table, and the sums of what they should hold. */
typedef struct _TuceIndexSums TuceIndexSums;

/** tuce_index_sums_new: Returns: %NULL with @error unset for a table whose indices are for SQLite itself to check. */
TuceIndexSums *tuce_index_sums_new (TuceVerification *verification, const char *table, GError **error);
void tuce_index_sums_free (TuceIndexSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceIndexSums, tuce_index_sums_free)

/** tuce_index_sums_add: @cells: of all columns of the table, in order */
void tuce_index_sums_add (TuceIndexSums *sums, gint64 id, const guint64 *cells);

/** tuce_index_sums_compare: Goes through the indices. @same: (out): whether they are in order and hold just that. */
gboolean tuce_index_sums_compare (TuceIndexSums *sums, gboolean *same, GError **error);

/* tuce-verify-sums.c */

/** TuceSums: the journal and the tables, each as one sum for every table. */
typedef struct _TuceSums TuceSums;

TuceSums *tuce_sums_new (TuceVerification *verification, GError **error);
void tuce_sums_free (TuceSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSums, tuce_sums_free)

/** tuce_sums_take_entry: Takes over the changes of one entry of the journal. FALSE where they can't be judged so. */
gboolean tuce_sums_take_entry (TuceSums *sums, gint64 sequence);

/**
 * tuce_sums_compare:
 * Goes through the tables, after the journal's last entry.
 * @records_same: (out): whether the records are what the journal says
 * @indices_same: (out): whether all indices agree with their tables
 */
gboolean tuce_sums_compare (TuceSums *sums, gboolean *records_same, gboolean *indices_same, GError **error);

/* tuce-verify-replay.c */

/**
 * tuce_verify_replay:
 * Applies the journal to empty tables and tells every entry that does not follow, then, when there is no fault by then,
 * every record that differs.
 */
gboolean tuce_verify_replay (TuceVerification *self, GError **error);
