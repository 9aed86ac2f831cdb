/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceQuery:
 *
 * A question to one entity: which records (scope, search, conditions), in which order, and which columns of them. The
 * one way in which table, map, sheets, counts and tuce-cli read the register.
 *
 * A *path* names a value from the point of view of a record of the entity:
 *   head_name                its own field
 *   village.name             a field of the record a reference or place field points to, named by that entity
 *   village.township.name    and so on
 *   household_year.net_pc    a field of its yearly record for the query's year
 *   relocation.stage         a field of the one record of that kind it has
 */
typedef struct _TuceQuery TuceQuery;

TuceQuery *tuce_query_new (TuceCounty *county, const char *entity);
TuceQuery *tuce_query_copy (const TuceQuery *query);
void tuce_query_free (TuceQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceQuery, tuce_query_free)

const TuceEntity *tuce_query_entity (const TuceQuery *query);

/** tuce_query_resolve: Returns: the field @path leads to from @entity, or %NULL with @error for a path that leads nowhere. */
const TuceField *tuce_query_resolve (const TuceEntity *entity, const char *path, GError **error);

/** tuce_query_set_scope: only records inside the division with this code (any length; %NULL or the county's own: all). */
void tuce_query_set_scope (TuceQuery *query, const char *code);

/** tuce_query_set_search: only households with @text in head name, a member's name, identity number or phone; places by name or code. */
void tuce_query_set_search (TuceQuery *query, const char *text);

void tuce_query_set_year (TuceQuery *query, int year); /* default: the county's */

typedef enum
{
  TUCE_IS,        /* equals one of the values, separated by | */
  TUCE_IS_NOT,
  TUCE_AT_LEAST,
  TUCE_AT_MOST,
  TUCE_CONTAINS,
  TUCE_MATCHES,   /* the whole text is as a pattern says: ? is any character, * any number of them, [01] one of these */
  TUCE_IS_EMPTY
} TuceComparison;

/** tuce_query_add_condition: @value in the plain notation of the field; refused when the path or value is wrong. */
gboolean tuce_query_add_condition (TuceQuery *query, const char *path, TuceComparison comparison, const char *value,
                                   GError **error);
void tuce_query_clear_conditions (TuceQuery *query);

/** tuce_query_set_order: by the value at @path (labels are not looked up: codes sort by code), then by id. %NULL: by scope code, then id. */
gboolean tuce_query_set_order (TuceQuery *query, const char *path, gboolean descending, GError **error);

/** tuce_query_set_columns: which values tuce_query_fetch() and the row functions give. */
gboolean tuce_query_set_columns (TuceQuery *query, const char *const *paths, GError **error);
guint tuce_query_n_columns (const TuceQuery *query);
const TuceField *tuce_query_column (const TuceQuery *query, guint column);

/** tuce_query_ids: Returns: (element-type gint64): the ids, in order. Checks @cancellable now and then. */
GArray *tuce_query_ids (TuceQuery *query, TuceCounty *county, GCancellable *cancellable, GError **error);

/** TuceRows: values of some records: row × column. */
typedef struct
{
  guint n_rows, n_columns;
  gint64 *ids;
  TuceValue *values; /* row after row */
} TuceRows;

void tuce_rows_free (TuceRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceRows, tuce_rows_free)
const TuceValue *tuce_rows_value (const TuceRows *rows, guint row, guint column);

/** tuce_query_fetch: Gives the columns of the records @ids, in that order; what was deleted meanwhile is a row of nones with id 0. */
TuceRows *tuce_query_fetch (TuceQuery *query, TuceCounty *county, const gint64 *ids, guint n_ids, GError **error);

/** TuceRowFunc: @values has the query's columns and stays the callee's only during the call. Returns: whether to go on. */
typedef gboolean (*TuceRowFunc) (gint64 id, const TuceValue *values, gpointer data);

/** tuce_query_each: Calls @func for every record of the query, in order, without holding them all. Text values are borrowed. */
gboolean tuce_query_each (TuceQuery *query, TuceCounty *county, TuceRowFunc func, gpointer data, GCancellable *cancellable,
                          GError **error);

/** tuce_query_count: Sets @count to how many records there are, and @sum, where @path is given, to the sum at it. */
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
 * @sum: (nullable): path to sum within a group, e.g. "size"
 * Returns: (element-type TuceGroup): groups ordered by key.
 */
GPtrArray *tuce_query_group (TuceQuery *query, TuceCounty *county, const char *by, const char *sum, GError **error);
