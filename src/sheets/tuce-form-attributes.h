/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** TuceAttributes: the attributes of one element while it is read. */
typedef struct
{
  const TuceForm *form;
  guint line;
  const char *element;
  const char **names;
  const char **values;
} TuceAttributes;

/**
 * tuce_attributes_check:
 * @known: the attributes the element may have, separated by spaces; those it must have end with an asterisk
 */
gboolean tuce_attributes_check (const TuceAttributes *attributes, const char *known, GError **error);

/** tuce_attributes_text: Returns: the attribute as written, or %NULL. */
const char *tuce_attributes_text (const TuceAttributes *attributes, const char *name);

/** tuce_attributes_number: Sets @number, when the attribute is there, to a decimal between @least and @most. */
gboolean tuce_attributes_number (const TuceAttributes *attributes, const char *name, double least, double most,
                                 double *number, GError **error);

/** tuce_attributes_length: the same for millimetres, given in points. */
gboolean tuce_attributes_length (const TuceAttributes *attributes, const char *name, double least, double most,
                                 double *points, GError **error);

/** tuce_attributes_count: the same for whole numbers. */
gboolean tuce_attributes_count (const TuceAttributes *attributes, const char *name, guint least, guint most,
                                guint *count, GError **error);

/** tuce_attributes_word: Sets @index, when the attribute is there, to its place among the %NULL-ended @words. */
gboolean tuce_attributes_word (const TuceAttributes *attributes, const char *name, const char *const *words,
                               guint *index, GError **error);

/** tuce_attributes_lengths: Appends to @points (double) the lengths the attribute lists in millimetres. */
gboolean tuce_attributes_lengths (const TuceAttributes *attributes, const char *name, GArray *points, GError **error);
