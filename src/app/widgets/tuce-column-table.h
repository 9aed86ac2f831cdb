/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-dictionary.h"

/**
 * TuceColumnTable:
 *
 * The one column view: rows with ids, of which none, one or many may be selected, and columns that can be drawn wider. What
 * the cells say is the business of its subclasses. Where there is room to spare, columns whose text is cut take it, unless
 * the user drew them as wide as they are. For the thread of the window, like all widgets.
 *
 * ::selection-changed       the user selected something else
 * ::activated (gint64 id)   Enter or a double click on the row with this id
 */
#define TUCE_TYPE_COLUMN_TABLE (tuce_column_table_get_type ())
G_DECLARE_DERIVABLE_TYPE (TuceColumnTable, tuce_column_table, TUCE, COLUMN_TABLE, GtkWidget)

/** How the cells of a column look. */
typedef enum
{
  TUCE_COLUMN_PLAIN = 0,
  TUCE_COLUMN_RIGHT = 1 << 0,  /* to the right */
  TUCE_COLUMN_DIGITS = 1 << 1, /* all digits equally wide */
  TUCE_COLUMN_WRAPS = 1 << 2,  /* goes on in the next line */
  TUCE_COLUMN_MARK = 1 << 3,   /* a code as its mark */
  TUCE_COLUMN_WARNS = 1 << 4,  /* coloured where it says "!" */
  TUCE_COLUMN_DRAWN = 1 << 5   /* as wide as the user drew it */
} TuceColumnLook;

/**
 * TuceColumn:
 * @title: translated
 * @width: in pixels; 0: takes what is left
 * @lines: how many at most; 0: one
 * @what: what the subclass knows it by; outlives the column
 */
typedef struct
{
  const char *title;
  int width;
  TuceColumnLook look;
  int lines;
  gconstpointer what;
} TuceColumn;

/** How many rows can be selected. */
typedef enum
{
  TUCE_SELECT_NONE,
  TUCE_SELECT_ONE,
  TUCE_SELECT_MANY
} TuceSelect;

/**
 * TuceColumnTableClass:
 * @select: how many rows can be selected
 * @words: Gives what the cell at @position says
 * @code: Returns: (nullable): what the cell at @position of a column of marks stands for
 * @explain: (nullable): Gives (nullable) what the tooltip says; without, it says what is cut
 * @new_cell: Gives a cell's widget; in the class itself a label, or a mark
 * @show: fills it; in the class itself from @words or @code
 * @drawn: (nullable): the user drew the column @width wide
 * @selection_changed: (nullable): of the signal
 */
struct _TuceColumnTableClass
{
  GtkWidgetClass parent_class;

  TuceSelect select;
  char *(*words) (TuceColumnTable *table, const TuceColumn *column, guint position);
  const TuceCode *(*code) (TuceColumnTable *table, const TuceColumn *column, guint position);
  char *(*explain) (TuceColumnTable *table, const TuceColumn *column, guint position);
  GtkWidget *(*new_cell) (TuceColumnTable *table, const TuceColumn *column, GtkListItem *item);
  void (*show) (TuceColumnTable *table, const TuceColumn *column, guint position, GtkWidget *cell);
  void (*drawn) (TuceColumnTable *table, const TuceColumn *column, int width);
  void (*selection_changed) (TuceColumnTable *table);
};

/** tuce_column_table_get_view: Returns: (transfer none): for what only subclasses do: sorting, moving columns. */
GtkColumnView *tuce_column_table_get_view (TuceColumnTable *table);

/** tuce_column_table_set_label: what it is, for a screen reader. */
void tuce_column_table_set_label (TuceColumnTable *table, const char *label);

/**
 * tuce_column_table_insert:
 * @position: where; %G_MAXUINT: last
 * @column: copied
 *
 * Returns: (transfer none): the view's column, until it is removed.
 */
GtkColumnViewColumn *tuce_column_table_insert (TuceColumnTable *table, guint position, const TuceColumn *column);

/** tuce_column_table_n_columns: Returns: how many there are; the view has one more, the last, for what nobody takes. */
guint tuce_column_table_n_columns (TuceColumnTable *table);

/** tuce_column_table_nth: Returns: (transfer none): the column at @position, from left to right. */
GtkColumnViewColumn *tuce_column_table_nth (TuceColumnTable *table, guint position);

/** tuce_column_table_clear: removes all columns. */
void tuce_column_table_clear (TuceColumnTable *table);

/** tuce_column_of: Returns: (transfer none): what tuce_column_table_insert() was given for @column. */
const TuceColumn *tuce_column_of (GtkColumnViewColumn *column);

/**
 * tuce_column_table_set_rows:
 * @rows: (nullable): of TuceTableRow
 *
 * Other rows from now on. None is selected, and nobody is told.
 */
void tuce_column_table_set_rows (TuceColumnTable *table, GListModel *rows);

/** tuce_column_table_hold: while held, changes of rows select nothing and tell nobody. */
void tuce_column_table_hold (TuceColumnTable *table, gboolean hold);

/** Whether a row that gets selected comes into view, and with it the keyboard. */
typedef enum
{
  TUCE_BRING_NOTHING,
  TUCE_BRING_ROW,
  TUCE_BRING_FOCUS
} TuceBring;

/** tuce_column_table_select: selects just the row at @position; %GTK_INVALID_LIST_POSITION: none. Tells nobody. */
void tuce_column_table_select (TuceColumnTable *table, guint position, TuceBring bring);

/** tuce_column_table_select_all: as Ctrl+A does. */
void tuce_column_table_select_all (TuceColumnTable *table);

/** tuce_column_table_get_selection: Gives (transfer full) the positions of the rows that are selected. */
GtkBitset *tuce_column_table_get_selection (TuceColumnTable *table);

/** tuce_column_table_get_selected: Returns: the position of the first row selected, or %GTK_INVALID_LIST_POSITION. */
guint tuce_column_table_get_selected (TuceColumnTable *table);

/** tuce_column_table_focus: puts the focus into the first row selected, else the first of all, and selects nothing. */
void tuce_column_table_focus (TuceColumnTable *table);
