/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county-private.h"
#include "tuce-query.h"

/* A value that a path leads to: its field, and the SQL that reads it in this query. */
typedef struct
{
  const TuceField *field;
  char *sql;
} TuceReach;

/* A value to bind, under the name it has in the SQL. */
typedef struct
{
  char *name;
  TuceValue value;
} TuceBinding;

struct _TuceQuery
{
  TuceDictionary *dictionary;
  const TuceEntity *entity;
  int year;
  char *county_code;
  char *scope;  /* NULL: all */
  char *search; /* NULL: all */
  GPtrArray *joins;      /* char *: LEFT JOIN clauses in order */
  GHashTable *aliases;   /* path of records → alias */
  GPtrArray *conditions; /* char *: SQL */
  GPtrArray *bindings;   /* TuceBinding of the conditions */
  GPtrArray *columns;    /* TuceReach */
  char *order;           /* SQL, NULL for the natural order */
  gboolean descending;
};

/**
 * tuce_query_reach: Gives (transfer full) how to read the value at @path, after adding the joins it needs to @query; %NULL
 * with @error for a wrong path.
 */
TuceReach *tuce_query_reach (TuceQuery *query, const char *path, GError **error);

/** tuce_reach_free: Frees a TuceReach. */
void tuce_reach_free (gpointer reach);

/** tuce_query_sql: Gives (transfer full) "SELECT @what FROM … WHERE …" with scope, search and conditions, followed by @tail. */
char *tuce_query_sql (TuceQuery *query, const char *what, const char *tail);

/**
 * tuce_query_start: Gives (transfer none) the prepared statement of @sql with all of the query's values bound, or %NULL with
 * @error. The caller resets it.
 */
sqlite3_stmt *tuce_query_start (TuceQuery *query, TuceCounty *county, const char *sql, GError **error);

/** tuce_query_order_sql: Gives (transfer full) " ORDER BY …" for the order of @query. */
char *tuce_query_order_sql (TuceQuery *query);
