/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceHouseholdColumn:
 * @path: a query path from a household
 * @field: what it leads to
 * @title: heading for people: the field's label and unit (counts go without); a place's name goes by the place's label
 * @section: where it stands in a list of columns
 *
 * Something a table of households may show, filter and sort by. The dictionary says what there is.
 */
typedef struct
{
  char *path;
  const TuceField *field;
  char *title;
  const char *section;
} TuceHouseholdColumn;

/**
 * tuce_household_columns_new:
 * Gives (element-type TuceHouseholdColumn) every column there may be: names of the places a household lies in, the
 * fields of households, the fields of the household's year. Freed with the array; the dictionary has to outlive it.
 */
GPtrArray *tuce_household_columns_new (TuceDictionary *dictionary);

/** tuce_household_columns_find: Returns: the column with @path, or %NULL (a field that is gone from the dictionary). */
const TuceHouseholdColumn *tuce_household_columns_find (GPtrArray *columns, const char *path);

/** tuce_household_columns_default: Returns: the paths shown before the user chose any. */
const char *const *tuce_household_columns_default (void);

/** tuce_household_column_has_marks: whether its values are codes that stand for a mark (shape and colour). */
gboolean tuce_household_column_has_marks (const TuceHouseholdColumn *column);

/** tuce_household_column_width: Returns: pixels it takes unless the user drew it wider. */
int tuce_household_column_width (const TuceHouseholdColumn *column);
