/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * TuceStatementCache:
 *
 * The compiled statements of one connection by their text, so that each text is compiled once. The longer a program runs
 * the more searches and sorts it sees: those asked for longest ago go first, but never one that is being stepped. Belongs
 * to the thread of its connection, and has to be emptied before that is closed.
 */
typedef struct _TuceStatementCache TuceStatementCache;

TuceStatementCache *tuce_statement_cache_new (void);
void tuce_statement_cache_free (TuceStatementCache *cache);

/** tuce_statement_cache_find: Returns: (transfer none): the statement of @sql, now the one asked for last; or %NULL. */
sqlite3_stmt *tuce_statement_cache_find (TuceStatementCache *cache, const char *sql);

/** tuce_statement_cache_add: Takes over @statement, compiled from @sql, which the cache does not have yet. */
void tuce_statement_cache_add (TuceStatementCache *cache, const char *sql, sqlite3_stmt *statement);

/**
 * tuce_statement_cache_trim:
 * Lets go of what was asked for longest ago until no more than a few hundred are left, or the others are all being
 * stepped. Not to be called while somebody keeps a statement for later that is not being stepped, as an edit does.
 */
void tuce_statement_cache_trim (TuceStatementCache *cache);

/** tuce_statement_cache_empty: Lets go of all of them: the connection is about to be closed. */
void tuce_statement_cache_empty (TuceStatementCache *cache);
