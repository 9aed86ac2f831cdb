/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-list-table.h"
#include "tuce-page-kind.h"
#include "tuce-record-columns.h"
#include "tuce-settings.h"
#include "tuce-standards.h"

/**
 * TuceRecordTable:
 *
 * The column table of the records of one entity: which columns stand in which order and how wide, by which one it is sorted,
 * all remembered in the settings; and which record is selected.
 *
 * Signals:
 * ::columns-changed   other columns are shown: the list needs another query
 * ::order-changed     the user sorted by another column: the ids are needed in another order
 * ::selected (gint64 id)   the user selected a record; 0 for none
 */
#define TUCE_TYPE_RECORD_TABLE (tuce_record_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceRecordTable, tuce_record_table, TUCE, RECORD_TABLE, TuceListTable)

/** tuce_record_table_new: @entity: "household", "village", "township". */
GtkWidget *tuce_record_table_new (const char *entity, TuceSettings *settings);

/**
 * tuce_record_table_set_purpose:
 * @name: what its columns, their widths and the order are remembered under, beside those of the table of all records
 * @kind: (nullable): which columns it shows before the user chose any; else tuce_list_kind_for() the entity says it
 *
 * A table that shows the records of the entity for something else than the page of all of them. Before
 * tuce_record_table_set_dictionary().
 */
void tuce_record_table_set_purpose (TuceRecordTable *table, const char *name, const TuceListKind *kind);

/** TuceRecordFigures: adds to @columns those that are worked out: see tuce_record_columns_add_figure(). */
typedef void (*TuceRecordFigures) (GPtrArray *columns, gpointer data);

/** tuce_record_table_set_figures: who adds figures; before tuce_record_table_set_dictionary(). */
void tuce_record_table_set_figures (TuceRecordTable *table, TuceRecordFigures figures, gpointer data);

/** tuce_record_table_set_standards: (nullable): whose words there are for the cells of criteria. */
void tuce_record_table_set_standards (TuceRecordTable *table, TuceStandards *standards);

/** tuce_record_table_set_dictionary: which columns there may be. %NULL takes all columns away. */
void tuce_record_table_set_dictionary (TuceRecordTable *table, TuceDictionary *dictionary);

/** tuce_record_table_get_available: Returns: (transfer none) (element-type TuceRecordColumn): see tuce_record_columns_new(). */
GPtrArray *tuce_record_table_get_available (TuceRecordTable *table);

/** tuce_record_table_get_shown: Returns: (transfer full): the paths of the columns shown, from left to right. */
char **tuce_record_table_get_shown (TuceRecordTable *table);

/** tuce_record_table_show_column: shows or hides the column with @path; the last one stays. */
void tuce_record_table_show_column (TuceRecordTable *table, const char *path, gboolean shown);
/** tuce_record_table_move_column: moves it @by places to the right (or left, where negative). */
void tuce_record_table_move_column (TuceRecordTable *table, const char *path, int by);
/** tuce_record_table_reset_columns: the default columns, widths and order again. */
void tuce_record_table_reset_columns (TuceRecordTable *table);

/** tuce_record_table_sort: as a click on the heading does. %NULL: the register's own order. */
void tuce_record_table_sort (TuceRecordTable *table, const char *path, gboolean descending);
/** tuce_record_table_get_order: Returns: (nullable): the path it is sorted by. */
const char *tuce_record_table_get_order (TuceRecordTable *table, gboolean *descending);

/** tuce_record_table_get_paths: Returns: (transfer none): the columns a query for set_list() has to give, in its order. */
const char *const *tuce_record_table_get_paths (TuceRecordTable *table);

/** tuce_record_table_set_list: shows @list (nullable); its query gives the columns of get_paths(). */
void tuce_record_table_set_list (TuceRecordTable *table, TuceRecordList *list);
TuceRecordList *tuce_record_table_get_list (TuceRecordTable *table);

/** tuce_record_table_select: selects record @id where it is in the list, else nothing; @scroll brings it into view. Tells nobody. */
void tuce_record_table_select (TuceRecordTable *table, gint64 id, gboolean scroll);

/** tuce_record_table_focus: puts the focus into the row that is selected, else the first. Returns: %FALSE without rows. */
gboolean tuce_record_table_focus (TuceRecordTable *table);

/** tuce_record_table_hold: while held, changes of the list's rows select nothing and tell nobody. */
void tuce_record_table_hold (TuceRecordTable *table, gboolean hold);

/** tuce_record_table_get_text: Gives what the cell at @position under @path shows, or %NULL; for tests and copying. */
char *tuce_record_table_get_text (TuceRecordTable *table, guint position, const char *path);
