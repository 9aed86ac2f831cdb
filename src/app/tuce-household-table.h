/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-household-columns.h"
#include "tuce-household-list.h"
#include "tuce-settings.h"

/**
 * TuceHouseholdTable:
 *
 * The column view of households: which columns stand in which order and how wide, by which one it is sorted, all
 * remembered in the settings; and which household is selected.
 *
 * Signals:
 * ::columns-changed   other columns are shown: the list needs another query
 * ::order-changed     the user sorted by another column: the ids are needed in another order
 * ::selected (gint64 id)   the user selected a household; 0 for none
 * ::activated (gint64 id)  Enter or a double click on one
 */
#define TUCE_TYPE_HOUSEHOLD_TABLE (tuce_household_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceHouseholdTable, tuce_household_table, TUCE, HOUSEHOLD_TABLE, GtkWidget)

GtkWidget *tuce_household_table_new (TuceSettings *settings);

/** tuce_household_table_set_dictionary: which columns there may be. %NULL takes all columns away. */
void tuce_household_table_set_dictionary (TuceHouseholdTable *table, TuceDictionary *dictionary);

/** tuce_household_table_get_available: Returns: (transfer none) (element-type TuceHouseholdColumn): see tuce_household_columns_new(). */
GPtrArray *tuce_household_table_get_available (TuceHouseholdTable *table);

/** tuce_household_table_get_shown: Returns: (transfer full): the paths of the columns shown, from left to right. */
char **tuce_household_table_get_shown (TuceHouseholdTable *table);

/** tuce_household_table_show_column: shows or hides the column with @path; the last one stays. */
void tuce_household_table_show_column (TuceHouseholdTable *table, const char *path, gboolean shown);
/** tuce_household_table_move_column: moves it @by places to the right (or left, where negative). */
void tuce_household_table_move_column (TuceHouseholdTable *table, const char *path, int by);
/** tuce_household_table_reset_columns: the default columns, widths and order again. */
void tuce_household_table_reset_columns (TuceHouseholdTable *table);

/** tuce_household_table_sort: as a click on the heading does. %NULL: the register's own order. */
void tuce_household_table_sort (TuceHouseholdTable *table, const char *path, gboolean descending);
/** tuce_household_table_get_order: Returns: (nullable): the path it is sorted by. */
const char *tuce_household_table_get_order (TuceHouseholdTable *table, gboolean *descending);

/** tuce_household_table_get_paths: Returns: (transfer none): the columns a query for set_list() has to give, in its order. */
const char *const *tuce_household_table_get_paths (TuceHouseholdTable *table);

/** tuce_household_table_set_list: shows @list (nullable); its query gives the columns of get_paths(). */
void tuce_household_table_set_list (TuceHouseholdTable *table, TuceHouseholdList *list);
TuceHouseholdList *tuce_household_table_get_list (TuceHouseholdTable *table);

/** tuce_household_table_select: selects household @id where it is in the list, else nothing; @scroll brings it into view. Tells nobody. */
void tuce_household_table_select (TuceHouseholdTable *table, gint64 id, gboolean scroll);

/** tuce_household_table_focus: puts the focus into the row that is selected, else the first. Returns: %FALSE without rows. */
gboolean tuce_household_table_focus (TuceHouseholdTable *table);

/** tuce_household_table_hold: while held, changes of the list's rows select nothing and tell nobody. */
void tuce_household_table_hold (TuceHouseholdTable *table, gboolean hold);

/** tuce_household_table_get_text: Gives what the cell at @position under @path shows, or %NULL; for tests and copying. */
char *tuce_household_table_get_text (TuceHouseholdTable *table, guint position, const char *path);
