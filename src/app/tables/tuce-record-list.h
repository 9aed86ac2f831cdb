/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-table-row.h"
#include "tuce-query.h"

/**
 * TuceRecordList:
 *
 * A GListModel of TuceTableRow over any number of records without loading them: it holds the ids of one query,
 * fetches the values a page at a time when a row comes into view, and keeps the pages used last.
 *
 * Signals:
 * ::failed (char *sentence): values could not be fetched
 */
#define TUCE_TYPE_RECORD_LIST (tuce_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceRecordList, tuce_record_list, TUCE, RECORD_LIST, GObject)

/**
 * tuce_record_list_new:
 * @query: (transfer full): says which columns to fetch
 * @ids: (transfer full) (element-type gint64): the records, in order
 */
TuceRecordList *tuce_record_list_new (TuceCounty *county, TuceQuery *query, GArray *ids);

/** tuce_record_list_get_county: Returns: (transfer none): whose records these are. */
TuceCounty *tuce_record_list_get_county (TuceRecordList *list);

/** tuce_record_list_set_query: other columns from now on; every row in view looks again. @query: (transfer full) */
void tuce_record_list_set_query (TuceRecordList *list, TuceQuery *query);

/** tuce_record_list_get_id: Returns: the id of the record at @position, 0 beyond the end. */
gint64 tuce_record_list_get_id (TuceRecordList *list, guint position);

/** tuce_record_list_find: Sets @position to where record @id stands. Returns: whether it is in the list. */
gboolean tuce_record_list_find (TuceRecordList *list, gint64 id, guint *position);

/** tuce_record_list_value: Returns: (transfer none) (nullable): the value at @column of the query, until the list is used again. */
const TuceValue *tuce_record_list_value (TuceRecordList *list, guint position, guint column);

/** tuce_record_list_refresh: the values of the record @id changed; its row looks again if it is in view. */
void tuce_record_list_refresh (TuceRecordList *list, gint64 id);
void tuce_record_list_refresh_all (TuceRecordList *list);

/**
 * tuce_record_list_update_ids:
 * @ids: (element-type gint64): the ids as they are now
 * @touched: (element-type gint64): a set, keyed by pointers to ids, of the records an edit changed
 *
 * Moves, adds and drops just the touched records, so that view and selection of all others stay.
 *
 * Returns: %FALSE, and nothing done, when the lists differ in other records too: then a new list is better.
 */
gboolean tuce_record_list_update_ids (TuceRecordList *list, GArray *ids, GHashTable *touched);

/**
 * tuce_record_list_follow:
 * @ids: (element-type gint64): the ids as they are now
 *
 * Has every row look again, and moves, adds and drops the few that came or went, so that view and selection of all
 * others stay.
 *
 * Returns: %FALSE, and no row moved, when too many came or went, or they stand in another order: then a new list is better.
 */
gboolean tuce_record_list_follow (TuceRecordList *list, GArray *ids);

/** tuce_record_list_n_fetched: Returns: how many rows' values were asked of the file so far. */
guint tuce_record_list_n_fetched (TuceRecordList *list);
