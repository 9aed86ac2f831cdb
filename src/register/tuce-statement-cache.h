/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/**
 * TuceStatementCache:
 *
 * The compiled statements of one connection, found by their text, so that each text is compiled once. Since a program that runs
 * for long asks with ever more texts (searches, sorts), statements are dropped again: those used longest ago first, but never
 * one that is being stepped. Belongs to the thread of its connection, and has to be emptied before the connection is closed.
 */
typedef struct _TuceStatementCache TuceStatementCache;

/** tuce_statement_cache_new: Returns: (transfer full): an empty cache. */
TuceStatementCache *tuce_statement_cache_new (void);

/** tuce_statement_cache_free: Frees @cache and finalizes its statements; the connection must still be open unless it is empty. */
void tuce_statement_cache_free (TuceStatementCache *cache);

/**
 * tuce_statement_cache_find: Returns: (transfer none) (nullable): the statement of @sql, which then counts as the one used
 * last.
 */
sqlite3_stmt *tuce_statement_cache_find (TuceStatementCache *cache, const char *sql);

/** tuce_statement_cache_add: Takes over @statement, compiled from @sql; the cache must not have one for @sql yet. */
void tuce_statement_cache_add (TuceStatementCache *cache, const char *sql, sqlite3_stmt *statement);

/**
 * tuce_statement_cache_trim:
 * Finalizes the statements used longest ago, except those being stepped, until no more than a few hundred are left. Not to be
 * called while somebody keeps a statement for later use without stepping it, as an edit does.
 */
void tuce_statement_cache_trim (TuceStatementCache *cache);

/** tuce_statement_cache_empty: Finalizes all statements. To be called before the connection is closed. */
void tuce_statement_cache_empty (TuceStatementCache *cache);
