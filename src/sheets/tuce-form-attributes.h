/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** TuceAttributes: the attributes of the element being read. */
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
 * @known: the attributes that the element may have, separated by spaces; a required one ends with an asterisk
 * %FALSE with @error for an attribute that is not among them, or a required one that is missing.
 */
gboolean tuce_attributes_check (const TuceAttributes *attributes, const char *known, GError **error);

/** tuce_attributes_text: Gives the attribute as written, or %NULL. Owned by the parser. */
const char *tuce_attributes_text (const TuceAttributes *attributes, const char *name);

/**
 * tuce_attributes_number:
 * If the attribute is there, sets @number to it. %FALSE with @error where it is no decimal number from @least to @most.
 */
gboolean tuce_attributes_number (const TuceAttributes *attributes, const char *name, double least, double most,
                                 double *number, GError **error);

/** tuce_attributes_length: Does the same for a length in millimetres, which it converts to points. */
gboolean tuce_attributes_length (const TuceAttributes *attributes, const char *name, double least, double most,
                                 double *points, GError **error);

/** tuce_attributes_count: Does the same for a whole number. */
gboolean tuce_attributes_count (const TuceAttributes *attributes, const char *name, guint least, guint most,
                                guint *count, GError **error);

/**
 * tuce_attributes_word:
 * If the attribute is there, sets @index to its position in @words, which ends with %NULL. %FALSE with @error where it
 * is not among them.
 */
gboolean tuce_attributes_word (const TuceAttributes *attributes, const char *name, const char *const *words,
                               guint *index, GError **error);

/**
 * tuce_attributes_lengths:
 * Appends to @points (double) the lengths in millimetres that the attribute lists, converted to points. %FALSE with
 * @error where one is no length.
 */
gboolean tuce_attributes_lengths (const TuceAttributes *attributes, const char *name, GArray *points, GError **error);
