/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * tuce_dictionary_check_needed:
 * Whether @dictionary has all that the program asks for by name (data/dictionary/needed.csv). Asked once, when it is loaded: later a
 * missing field would be found in the middle of somebody's work.
 */
gboolean tuce_dictionary_check_needed (TuceDictionary *dictionary, GError **error);
