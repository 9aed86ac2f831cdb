/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-reads.h"

/**
 * TuceCompiled: a text of tuce-statement.h, compiled for one connection. Each has one user at a time; while it has none it is
 * kept in the pool of its county, for the next statement with the same text.
 */
typedef struct
{
  char *sql;
  sqlite3_stmt *statement;
  TuceReads *reads;
} TuceCompiled;

/** tuce_compiled_new: Gives (transfer full) @statement with a copy of its text; takes over @statement and @reads. */
TuceCompiled *tuce_compiled_new (const char *sql, sqlite3_stmt *statement, TuceReads *reads);

/** tuce_compiled_free: Finalizes the statement and frees @compiled; the connection must still be open. */
void tuce_compiled_free (TuceCompiled *compiled);

/**
 * tuce_pool_take: Returns: (transfer full) (nullable): a statement compiled from @sql, taken out of the pool, reset and
 * without values.
 */
TuceCompiled *tuce_pool_take (TuceCounty *county, const char *sql);

/**
 * tuce_pool_give: Takes over @compiled and puts it into the pool; when the pool is full, the statement unused for longest is
 * freed.
 */
void tuce_pool_give (TuceCounty *county, TuceCompiled *compiled);

/** tuce_pool_clear: Frees all statements in the pool. To be called before the connection is closed. */
void tuce_pool_clear (TuceCounty *county);
