/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceQuery:
 *
 * A question about the records of one entity: which records (scope, search, conditions), in which order, and which columns.
 * Table, map, sheets, counts and tuce-cli all read the register through queries. A query holds no connection: it may be made
 * with the county on one thread and run with a reader of it on another, by one thread at a time.
 *
 * A *path* leads from a record of the entity to a value:
 *   head_name                its own field
 *   village.name             a field of the record a reference or place field points to, named by that entity
 *   village.township.name    and so on
 *   household_year.net_pc    a field of the yearly record that belongs to it, for the query's year
 *   relocation.stage         a field of a record that belongs to it and of which it has at most one
 */
typedef struct _TuceQuery TuceQuery;

/**
 * tuce_query_new: Returns: (transfer full): a query for all records of @entity, in their natural order, without columns, for
 * the county's year. A name that is no entity of the dictionary is a programming error and ends the program.
 */
TuceQuery *tuce_query_new (TuceCounty *county, const char *entity);

/** tuce_query_copy: Returns: (transfer full): a query that asks the same and can be changed on its own. */
TuceQuery *tuce_query_copy (const TuceQuery *query);

/** tuce_query_free: Frees @query. */
void tuce_query_free (TuceQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceQuery, tuce_query_free)

/** tuce_query_entity: Returns: (transfer none): the entity whose records are asked for. */
const TuceEntity *tuce_query_entity (const TuceQuery *query);

/**
 * tuce_query_resolve: Returns: (transfer none): the field that @path leads to from @entity, or %NULL with @error for a wrong
 * path.
 */
const TuceField *tuce_query_resolve (const TuceEntity *entity, const char *path, GError **error);

/**
 * tuce_query_set_scope: Asks only for records inside the division @code (of any level). %NULL, "", the county's code or that
 * of a division around it: all records.
 */
void tuce_query_set_scope (TuceQuery *query, const char *code);

/**
 * tuce_query_set_search: Asks only for records where @text stands, at any position, in one of the fields that are searched, of
 * the record itself or of a record that belongs to it: households by head's name, a member's name, identity number or phone;
 * places by name or code. "": all records.
 */
void tuce_query_set_search (TuceQuery *query, const char *text);

/** tuce_query_set_year: Sets the year for which paths lead to yearly records; at first the county's. */
void tuce_query_set_year (TuceQuery *query, int year);

typedef enum
{
  TUCE_IS,        /* equals one of the values, which are separated by | */
  TUCE_IS_NOT,
  TUCE_AT_LEAST,
  TUCE_AT_MOST,
  TUCE_CONTAINS,
  TUCE_MATCHES,   /* the whole text matches a pattern: ? is any character, * any number of characters, [01] one of these */
  TUCE_IS_EMPTY
} TuceComparison;

/**
 * tuce_query_add_condition: Asks only for records whose value at @path compares with @value (in plain notation) as
 * @comparison says; all conditions added must be true. Returns: %FALSE with @error where the path or the value is wrong.
 */
gboolean tuce_query_add_condition (TuceQuery *query, const char *path, TuceComparison comparison, const char *value,
                                   GError **error);

/** tuce_query_clear_conditions: Removes all conditions; scope and search stay. */
void tuce_query_clear_conditions (TuceQuery *query);

/**
 * tuce_query_set_order: Orders by the value at @path, then by id. Codes are ordered by code, not by label. @path %NULL: by
 * division code, then id. Returns: %FALSE with @error for a wrong path.
 */
gboolean tuce_query_set_order (TuceQuery *query, const char *path, gboolean descending, GError **error);

/**
 * tuce_query_set_columns: Sets which values tuce_query_fetch() and tuce_query_each() give: those at @paths (ended by %NULL).
 * Returns: %FALSE with @error for a wrong path.
 */
gboolean tuce_query_set_columns (TuceQuery *query, const char *const *paths, GError **error);

/** tuce_query_n_columns: Gives the number of columns. */
guint tuce_query_n_columns (const TuceQuery *query);

/** tuce_query_column: Returns: (transfer none): the field whose values column number @column (from 0) holds. */
const TuceField *tuce_query_column (const TuceQuery *query, guint column);

/**
 * tuce_query_ids: Returns: (transfer full) (element-type gint64): the ids of the records, in order, or %NULL with @error.
 * Can be cancelled.
 */
GArray *tuce_query_ids (TuceQuery *query, TuceCounty *county, GCancellable *cancellable, GError **error);

/** TuceRows: values of some records: row × column. */
typedef struct
{
  guint n_rows, n_columns;
  gint64 *ids;
  TuceValue *values; /* row after row */
} TuceRows;

/** tuce_rows_free: Frees @rows with all values. */
void tuce_rows_free (TuceRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceRows, tuce_rows_free)

/** tuce_rows_value: Returns: (transfer none): the value in @row and @column, both from 0. */
const TuceValue *tuce_rows_value (const TuceRows *rows, guint row, guint column);

/**
 * tuce_query_fetch: Gives (transfer full) the columns of the records @ids, in that order, or %NULL with @error. The row of a
 * record that was deleted meanwhile has the id 0 and no values.
 */
TuceRows *tuce_query_fetch (TuceQuery *query, TuceCounty *county, const gint64 *ids, guint n_ids, GError **error);

/**
 * TuceRowFunc: @values has the query's columns and is valid only during the call. Returns: whether to continue with the next
 * record.
 */
typedef gboolean (*TuceRowFunc) (gint64 id, const TuceValue *values, gpointer data);

/**
 * tuce_query_each: Calls @func for every record of the query, in order, without keeping all of them in memory. Returns:
 * %FALSE with @error on failure or when cancelled.
 */
gboolean tuce_query_each (TuceQuery *query, TuceCounty *county, TuceRowFunc func, gpointer data, GCancellable *cancellable,
                          GError **error);

/**
 * tuce_query_count: Sets @count to the number of records, and @sum (nullable) to the sum of their values at @path (nullable:
 * then 0). Returns: %FALSE with @error on failure.
 */
gboolean tuce_query_count (TuceQuery *query, TuceCounty *county, const char *path, gint64 *count, gint64 *sum,
                           GError **error);

typedef struct
{
  char *key; /* the value in plain notation, "" for none */
  gint64 count;
  gint64 sum;
} TuceGroup;

/**
 * tuce_query_group:
 * @by: path to group by, e.g. "status" or "village_code"
 * @sum: (nullable): path of the values to sum within each group, e.g. "size"
 * Returns: (transfer full) (element-type TuceGroup): the groups ordered by key, or %NULL with @error.
 */
GPtrArray *tuce_query_group (TuceQuery *query, TuceCounty *county, const char *by, const char *sum, GError **error);
