/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-reads.h"
#include "tuce-writing.h"

/**
 * TuceStatement:
 *
 * SQL of the folder above (standards/), compiled once for one county: rules of a pack are asked with it, and their results are
 * written with it. SQLite's authorizer checks what each text does, because packs come from outside. Belongs to the thread of
 * its county, whose object has to outlive it (if the county is closed earlier, a step fails).
 */
typedef struct _TuceStatement TuceStatement;

typedef enum
{
  /* Text of a pack: one SELECT that reads records and temporary tables and calls functions that only compute. It can't
   * write, attach a database, read the journal or another file, or run without end. */
  TUCE_STATEMENT_GUARDED,
  /* Text of this program: may also fill temporary tables and write derived entities, but no other records. */
  TUCE_STATEMENT_DERIVING
} TuceStatementKind;

/**
 * tuce_statement_new:
 * @offset: (out) (optional): where in @sql, in bytes, a mistake was found; -1 where that is not known
 *
 * Returns: (transfer full): the statement, or %NULL with TUCE_ERROR_REFUSED and SQLite's message, or the reason why the text is
 * not allowed. A deriving statement stays compiled in its county after it is freed, so that making one with the same text
 * again takes almost no time.
 */
TuceStatement *tuce_statement_new (TuceCounty *county, const char *sql, TuceStatementKind kind, int *offset,
                                   GError **error);

/** tuce_statement_free: Frees @statement; a deriving one goes back, compiled, to the pool of its county. */
void tuce_statement_free (TuceStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceStatement, tuce_statement_free)

/**
 * tuce_statement_reads: Returns: (transfer none): the fields of records that it reads; columns of temporary tables are not
 * included.
 */
const TuceReads *tuce_statement_reads (TuceStatement *statement);

/**
 * tuce_statement_run: Compiles a deriving statement without parameters, runs it to the end and frees it; it is not kept
 * compiled. Returns: %FALSE with @error on failure.
 */
gboolean tuce_statement_run (TuceCounty *county, const char *sql, GError **error);

/**
 * tuce_statement_set_budget: Sets how many instructions of SQLite's virtual machine (roughly 10 ns each) one row may take;
 * at first 200 million. A step that needs more fails.
 */
void tuce_statement_set_budget (TuceStatement *statement, guint64 steps);

/** tuce_statement_set_cancellable: Makes steps fail once @cancellable (nullable) is cancelled; takes a reference. */
void tuce_statement_set_cancellable (TuceStatement *statement, GCancellable *cancellable);

/** tuce_statement_n_columns: Gives the number of columns of a row. */
guint tuce_statement_n_columns (TuceStatement *statement);

/** tuce_statement_column_name: Returns: (transfer none): the name of the column (of "AS name"), or "". */
const char *tuce_statement_column_name (TuceStatement *statement, guint column);

/**
 * tuce_statement_column_field: Returns: (transfer none) (nullable): the field of the dictionary that the column shows
 * unchanged; %NULL for a computed column.
 */
const TuceField *tuce_statement_column_field (TuceStatement *statement, guint column);

/** tuce_statement_n_parameters: Gives the number of parameters in the text. */
guint tuce_statement_n_parameters (TuceStatement *statement);

/**
 * tuce_statement_parameter: Returns: (transfer none) (nullable): the name of parameter number @parameter (from 1), with its
 * colon; %NULL where it has no name.
 */
const char *tuce_statement_parameter (TuceStatement *statement, guint parameter);

/**
 * tuce_statement_bind: Sets the parameter called @name (with its colon) to a copy of @value. Does nothing where the text has
 * no such parameter.
 */
void tuce_statement_bind (TuceStatement *statement, const char *name, const TuceValue *value);

/**
 * tuce_statement_bind_integer: Sets the parameter called @name (with its colon) to @integer. Does nothing where the text has
 * no such parameter.
 */
void tuce_statement_bind_integer (TuceStatement *statement, const char *name, gint64 integer);

/**
 * tuce_statement_bind_text: Sets the parameter called @name (with its colon) to a copy of @text (nullable: NULL). Does
 * nothing where the text has no such parameter.
 */
void tuce_statement_bind_text (TuceStatement *statement, const char *name, const char *text);

/**
 * tuce_statement_step: Goes to the next row and sets @row to whether there is one. After the last row, and after a failure,
 * the statement is reset.
 */
gboolean tuce_statement_step (TuceStatement *statement, gboolean *row, GError **error);

/** tuce_statement_execute: Steps to the end; for statements whose rows do not matter. */
gboolean tuce_statement_execute (TuceStatement *statement, GError **error);

/** tuce_statement_reset: Goes back to before the first row; parameters keep their values. */
void tuce_statement_reset (TuceStatement *statement);

/** tuce_statement_kind: Gives the kind of value that the current row has in @column. */
TuceValueKind tuce_statement_kind (TuceStatement *statement, guint column);

/** tuce_statement_integer: Gives the integer that the current row has in @column; 0 for NULL. */
gint64 tuce_statement_integer (TuceStatement *statement, guint column);

/**
 * tuce_statement_text: Returns: (transfer none): the text that the current row has in @column, "" for NULL; valid until the
 * next step.
 */
const char *tuce_statement_text (TuceStatement *statement, guint column);

/**
 * tuce_statement_value: Gives the value that the current row has in @column, none for bytes. Its text is borrowed: valid
 * until the next step, and not to be cleared.
 */
TuceValue tuce_statement_value (TuceStatement *statement, guint column);
