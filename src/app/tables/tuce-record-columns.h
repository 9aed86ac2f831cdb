/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceRecordColumn:
 * @path: a query path from the entity the table is about; for a figure that is worked out a name that begins with @
 * @field: what it leads to; %NULL for a figure
 * @words: of a figure: gives what the cell of record @id says (@whole: with all that belongs to it, for the tooltip)
 * @title: heading for people: the field's label and unit (counts go without); a place's name goes by the place's label
 * @section: where it stands in a list of columns
 *
 * Something a table of records may show, filter and sort by. The dictionary says what there is.
 */
typedef struct
{
  char *path;
  const TuceField *field;
  char *title;
  const char *section;
  char *(*words) (gint64 id, gboolean whole, gpointer data);
  gpointer data;
} TuceRecordColumn;

/**
 * tuce_record_columns_new:
 * Gives (element-type TuceRecordColumn) every column there may be in a table of @entity: names of the places a record lies
 * in, its fields, those of its records of the year, what it was assessed as among them, and those of the one record of a
 * kind it may have. Freed with the array; the dictionary has to outlive it.
 */
GPtrArray *tuce_record_columns_new (const TuceEntity *entity);

/** tuce_record_columns_add_figure: adds a column of figures, to the right. @title, @section: translated. */
void tuce_record_columns_add_figure (GPtrArray *columns, const char *path, const char *title, const char *section,
                                     char *(*words) (gint64 id, gboolean whole, gpointer data), gpointer data);

/** tuce_record_columns_find: Returns: the column with @path, or %NULL (a field that is gone from the dictionary). */
const TuceRecordColumn *tuce_record_columns_find (GPtrArray *columns, const char *path);

/** tuce_record_column_has_criteria: whether its values are the results of a standard, one character a criterion. */
gboolean tuce_record_column_has_criteria (const TuceRecordColumn *column);

/** tuce_record_column_has_marks: whether its values are codes that stand for a mark (shape and colour). */
gboolean tuce_record_column_has_marks (const TuceRecordColumn *column);

/** tuce_record_column_width: Returns: pixels it takes unless the user drew it wider. */
int tuce_record_column_width (const TuceRecordColumn *column);
