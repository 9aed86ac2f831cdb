/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-column-table.h"

/**
 * TuceTextTable:
 *
 * A column table of texts that somebody worked out, one row for each of something with an id: a few thousand rows at most.
 * One row may be selected.
 */
#define TUCE_TYPE_TEXT_TABLE (tuce_text_table_get_type ())
G_DECLARE_FINAL_TYPE (TuceTextTable, tuce_text_table, TUCE, TEXT_TABLE, TuceColumnTable)

/** TuceTextColumn: @width: in pixels; 0: takes what is left; @numeric: to the right */
typedef struct
{
  const char *title;
  int width;
  gboolean numeric;
} TuceTextColumn;

/** tuce_text_table_new: @label: what it is, for a screen reader; @columns: their titles are translated already. */
GtkWidget *tuce_text_table_new (const char *label, const TuceTextColumn *columns, guint n_columns);

/** How a row looks. */
typedef enum
{
  TUCE_TEXT_PLAIN = 0,
  TUCE_TEXT_STRONG = 1 << 0, /* bold */
  TUCE_TEXT_DIM = 1 << 1
} TuceTextLook;

/**
 * tuce_text_table_begin / add / end:
 * What is added replaces what stands there; the row with the id selected before stays selected, and nobody is told.
 * @cells: (transfer full): as many as there are columns
 */
void tuce_text_table_begin (TuceTextTable *table);
void tuce_text_table_add (TuceTextTable *table, gint64 id, GStrv cells, TuceTextLook look);
void tuce_text_table_end (TuceTextTable *table);

/** tuce_text_table_get_selected: Returns: the id of the row selected, or 0. */
gint64 tuce_text_table_get_selected (TuceTextTable *table);
/** tuce_text_table_select: selects the row with @id and brings it into view; none, where there is no such row. Tells nobody. */
void tuce_text_table_select (TuceTextTable *table, gint64 id);
