/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-writing.h"

/**
 * TuceStatement:
 *
 * SQL of the floor above, compiled once for one county: the way in which the rules of a pack are asked and what they
 * give is kept. Under guard, since packs come from outside. Belongs to the thread of its county,
 * which has to stay as long (it may be closed before: a step then fails).
 */
typedef struct _TuceStatement TuceStatement;

typedef enum
{
  /* Text of a pack: one SELECT that reads records and temporary tables and calls functions that only compute. It can't
   * write, attach, read the journal or another file, nor go on for ever. */
  TUCE_STATEMENT_GUARDED,
  /* Text of ours: may also fill temporary tables and write derived entities, but no record. */
  TUCE_STATEMENT_DERIVING
} TuceStatementKind;

/**
 * tuce_statement_new:
 * @offset: (out) (optional): where in @sql, in bytes, a mistake was found; -1 where it can't be said
 * Refused (TUCE_ERROR_REFUSED) with what SQLite says of it, or with what it was not allowed to do. A deriving statement that was
 * freed waits, compiled, in its county for the next who asks with the same text: asking again costs next to nothing.
 */
TuceStatement *tuce_statement_new (TuceCounty *county, const char *sql, TuceStatementKind kind, int *offset,
                                   GError **error);
void tuce_statement_free (TuceStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceStatement, tuce_statement_free)

/** tuce_statement_reads: Returns: (transfer none): which fields of records it reads; temporary tables are not among them. */
const TuceReads *tuce_statement_reads (TuceStatement *statement);

/** tuce_statement_run: Compiles, runs to the end and forgets a deriving statement without values. */
gboolean tuce_statement_run (TuceCounty *county, const char *sql, GError **error);

/** tuce_statement_set_budget: How many steps of SQLite's machine (roughly 10 ns each) one row may take: default 200 million. */
void tuce_statement_set_budget (TuceStatement *statement, guint64 steps);
void tuce_statement_set_cancellable (TuceStatement *statement, GCancellable *cancellable);

guint tuce_statement_n_columns (TuceStatement *statement);
/** tuce_statement_column_name: its name (of "AS name"), or "". */
const char *tuce_statement_column_name (TuceStatement *statement, guint column);
/** tuce_statement_column_field: the dictionary's field a column is, unchanged, or %NULL for what is worked out. */
const TuceField *tuce_statement_column_field (TuceStatement *statement, guint column);

/** tuce_statement_parameter / n_parameters: names with their colon, from 1; %NULL for one without a name. */
guint tuce_statement_n_parameters (TuceStatement *statement);
const char *tuce_statement_parameter (TuceStatement *statement, guint parameter);

/** tuce_statement_bind: Sets the parameter called @name (with its colon); one the text does not have is no mistake. Copies. */
void tuce_statement_bind (TuceStatement *statement, const char *name, const TuceValue *value);
void tuce_statement_bind_integer (TuceStatement *statement, const char *name, gint64 integer);
void tuce_statement_bind_text (TuceStatement *statement, const char *name, const char *text); /* NULL is none */

/** tuce_statement_step: Goes to the next row; @row tells whether there is one. After the last, or a failure, it is reset. */
gboolean tuce_statement_step (TuceStatement *statement, gboolean *row, GError **error);
/** tuce_statement_execute: Steps to the end; for statements without rows. */
gboolean tuce_statement_execute (TuceStatement *statement, GError **error);
void tuce_statement_reset (TuceStatement *statement);

/** The row's values: borrowed until the next step. */
TuceValueKind tuce_statement_kind (TuceStatement *statement, guint column);
gint64 tuce_statement_integer (TuceStatement *statement, guint column); /* 0 for none */
const char *tuce_statement_text (TuceStatement *statement, guint column); /* "" for none */
TuceValue tuce_statement_value (TuceStatement *statement, guint column);  /* not bytes */
