/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "tuce-county.h"

/** tuce_rule_functions_install: Gives @db, the connection of @county, the functions of data/standards/README.md. */
gboolean tuce_rule_functions_install (TuceCounty *county, sqlite3 *db);

/** tuce_rule_function_is_known: whether rules may call the function @name, ours or SQLite's. */
gboolean tuce_rule_function_is_known (const char *name);
