/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-reads.h"

/**
 * TuceCompiled: a text of tuce-statement.h, compiled for one connection. What nobody uses at the moment waits in the pool of its
 * county for the next who asks with the same text: each has one user at a time.
 */
typedef struct
{
  char *sql;
  sqlite3_stmt *statement;
  TuceReads *reads;
} TuceCompiled;

/** tuce_compiled_new: Takes @statement and @reads. */
TuceCompiled *tuce_compiled_new (const char *sql, sqlite3_stmt *statement, TuceReads *reads);
void tuce_compiled_free (TuceCompiled *compiled);

/** tuce_pool_take: Takes out what was compiled from @sql, reset and without values; %NULL where nothing waits. */
TuceCompiled *tuce_pool_take (TuceCounty *county, const char *sql);

/** tuce_pool_give: Puts @compiled back for others; the one that waited longest leaves when there are too many. */
void tuce_pool_give (TuceCounty *county, TuceCompiled *compiled);

/** tuce_pool_clear: Frees all that wait: before the connection is closed. */
void tuce_pool_clear (TuceCounty *county);
