/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_data_path:
 * @first: a folder or file below the program's data, e.g. "dictionary"; further parts follow, then %NULL
 *
 * Gives (transfer full) the path of a file the program ships; whether it exists is not checked. The data are where
 * tuce_data_set_directory() said, else where $TUCE_DATA says, else in the source tree when the program runs from its build
 * folder, else where they were installed.
 */
char *tuce_data_path (const char *first, ...) G_GNUC_NULL_TERMINATED;

/**
 * tuce_data_set_directory:
 * @directory: (nullable): the folder to take the data from instead; %NULL goes back to the default
 *
 * For tests and for an office that keeps its own edition. Call it before anything is loaded.
 */
void tuce_data_set_directory (const char *directory);

/**
 * tuce_data_bind_language:
 *
 * Sets the locale from the environment, binds the message catalogue (the installed one, or the built one
 * when the program runs from its build folder) and chooses the language of data labels: Chinese where the
 * environment names none. Once, at start.
 */
void tuce_data_bind_language (void);
