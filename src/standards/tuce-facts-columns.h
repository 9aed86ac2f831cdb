/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-subject.h"

/**
 * tuce_facts_columns:
 * @columns: names, ended by %NULL
 * Gives the SELECT of @facts with its key and these columns only; the caller owns the text. This saves time, because
 * SQLite works out all columns of a query inside another query, even those nobody uses. %NULL with TUCE_ERROR_DATA when
 * @facts has no such column.
 */
char *tuce_facts_columns (const TuceFacts *facts, const char *const *columns, GError **error);
