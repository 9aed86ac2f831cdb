/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * tuce_dictionary_check_needed:
 * Returns: whether @dictionary has everything that the program uses by name (data/dictionary/needed.csv); else @error names file
 * and line. Checked once, when the dictionary is loaded, because later the program would fail in the middle of somebody's work.
 */
gboolean tuce_dictionary_check_needed (TuceDictionary *dictionary, GError **error);
