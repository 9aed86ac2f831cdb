/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-column-table.h"
#include "tuce-record-list.h"
#include "tuce-workspace.h"

/**
 * TuceListTable:
 *
 * A column table over a TuceRecordList: what it shows of a record it takes from the columns of the list's query. Many rows
 * may be selected; a subclass may know better.
 */
#define TUCE_TYPE_LIST_TABLE (tuce_list_table_get_type ())
G_DECLARE_DERIVABLE_TYPE (TuceListTable, tuce_list_table, TUCE, LIST_TABLE, TuceColumnTable)

struct _TuceListTableClass
{
  TuceColumnTableClass parent_class;
};

/** Gives what a cell says of the record at @position. */
typedef char *(*TuceListWords) (TuceListTable *table, guint position);

/**
 * TuceListTableKind:
 * @entity: whose records
 * @paths: (array zero-terminated=1): what a query for them gives
 * @words: of a column of text, by TuceColumn.what, a number
 * @code: what a record's mark stands for
 */
typedef struct
{
  const char *entity;
  const char *const *paths;
  const TuceListWords *words;
  const TuceCode *(*code) (TuceListTable *table, guint position);
} TuceListTableKind;

/** tuce_list_table_new: @kind: static; @label: what it is, for a screen reader. The workspace is referred to. */
GtkWidget *tuce_list_table_new (TuceWorkspace *workspace, const TuceListTableKind *kind, const char *label);

/** tuce_list_table_get_workspace / kind / dictionary: Returns: (transfer none): what it was made for; the county's words. */
TuceWorkspace *tuce_list_table_get_workspace (TuceListTable *table);
const TuceListTableKind *tuce_list_table_get_kind (TuceListTable *table);
TuceDictionary *tuce_list_table_get_dictionary (TuceListTable *table);

/** tuce_list_table_new_query: Gives a query for the records with the columns the table needs. */
TuceQuery *tuce_list_table_new_query (TuceListTable *table, TuceCounty *county);

/** tuce_list_table_add_reads: Adds what that query reads. */
void tuce_list_table_add_reads (TuceListTable *table, TuceReads *reads);

/** tuce_list_table_set_list: shows @list (nullable); none of it is selected. Tells nobody. */
void tuce_list_table_set_list (TuceListTable *table, TuceRecordList *list);

/** tuce_list_table_follow: as tuce_record_list_follow(), where there is a list, and tells nobody of a selection that changes with it. */
gboolean tuce_list_table_follow (TuceListTable *table, GArray *ids);

/** tuce_list_table_get_list: Returns: (transfer none) (nullable): what is shown. */
TuceRecordList *tuce_list_table_get_list (TuceListTable *table);

/** tuce_list_table_get_ids: Gives (element-type gint64) the ids of the records that are selected. */
GArray *tuce_list_table_get_ids (TuceListTable *table);

/** tuce_list_table_text / integer: Returns: (transfer none): a value of the record at @position, "" or 0 for none; until the list is used again. */
const char *tuce_list_table_text (TuceListTable *table, guint position, guint value);
gint64 tuce_list_table_integer (TuceListTable *table, guint position, guint value);

/** tuce_list_table_place: Returns: (transfer none): the name of the division with @code, until there is another list. */
const char *tuce_list_table_place (TuceListTable *table, const char *code);
