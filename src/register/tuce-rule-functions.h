/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-county.h"

/**
 * tuce_rule_functions_install: Adds to @db, the connection of @county, the SQL functions described in
 * data/standards/README.md. Returns: whether SQLite took them.
 */
gboolean tuce_rule_functions_install (TuceCounty *county, sqlite3 *db);

/** tuce_rule_function_is_known: Returns: whether rules may call the SQL function @name, ours or SQLite's. */
gboolean tuce_rule_function_is_known (const char *name);
