/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-csv.h"

/**
 * tuce_dictionary_table:
 * Gives the table @name.csv of the data's @folder, which the caller owns; %NULL with @error where it can't be read or lacks one
 * of the %NULL-ended @columns. Any thread.
 */
TuceCsv *tuce_dictionary_table (const char *folder, const char *name, const char *const *columns, GError **error);

/** tuce_dictionary_labelled_table: Gives such a table of things that people see: besides @columns it has a label in both languages. */
TuceCsv *tuce_dictionary_labelled_table (const char *folder, const char *name, const char *const *columns, GError **error);
