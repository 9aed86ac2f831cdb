/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-household-row.h"
#include "tuce-query.h"

/**
 * TuceHouseholdList:
 *
 * A GListModel of TuceHouseholdRow over any number of households without loading them: it holds the ids of one query,
 * fetches the values a page at a time when a row comes into view, and keeps the pages used last.
 *
 * Signals:
 * ::failed (char *sentence): values could not be fetched
 */
#define TUCE_TYPE_HOUSEHOLD_LIST (tuce_household_list_get_type ())
G_DECLARE_FINAL_TYPE (TuceHouseholdList, tuce_household_list, TUCE, HOUSEHOLD_LIST, GObject)

/**
 * tuce_household_list_new:
 * @query: (transfer full): says which columns to fetch
 * @ids: (transfer full) (element-type gint64): the households, in order
 */
TuceHouseholdList *tuce_household_list_new (TuceCounty *county, TuceQuery *query, GArray *ids);

/** tuce_household_list_set_query: other columns from now on; every row in view looks again. @query: (transfer full) */
void tuce_household_list_set_query (TuceHouseholdList *list, TuceQuery *query);

/** tuce_household_list_get_id: Returns: the id of the household at @position, 0 beyond the end. */
gint64 tuce_household_list_get_id (TuceHouseholdList *list, guint position);

/** tuce_household_list_find: Sets @position to where household @id stands. Returns: whether it is in the list. */
gboolean tuce_household_list_find (TuceHouseholdList *list, gint64 id, guint *position);

/** tuce_household_list_value: Returns: (transfer none) (nullable): the value at @column of the query, until the list is used again. */
const TuceValue *tuce_household_list_value (TuceHouseholdList *list, guint position, guint column);

/** tuce_household_list_refresh: the values of the household @id changed; its row looks again if it is in view. */
void tuce_household_list_refresh (TuceHouseholdList *list, gint64 id);
void tuce_household_list_refresh_all (TuceHouseholdList *list);

/**
 * tuce_household_list_update_ids:
 * @ids: (element-type gint64): the ids as they are now
 * @touched: (element-type gint64): a set, keyed by pointers to ids, of the households an edit changed
 *
 * Moves, adds and drops just the touched households, so that view and selection of all others stay.
 *
 * Returns: %FALSE, and nothing done, when the lists differ in other households too: then a new list is better.
 */
gboolean tuce_household_list_update_ids (TuceHouseholdList *list, GArray *ids, GHashTable *touched);

/** tuce_household_list_n_fetched: Returns: how many rows' values were asked of the file so far. */
guint tuce_household_list_n_fetched (TuceHouseholdList *list);
