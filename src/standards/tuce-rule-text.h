/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Checks the SQL inside a pack as text, before any of it is compiled. It must be one complete expression that can be
 * put between parentheses in one of our statements without changing the meaning of the rest.
 */

/**
 * tuce_rule_text_check:
 * @offset: (out) (optional): where the mistake is, in bytes
 * Fails with TUCE_ERROR_REFUSED (without naming pack and line) where @sql is empty or too long, contains a `;`, a
 * comment or a control character, or leaves a parenthesis or quotation mark open.
 */
gboolean tuce_rule_text_check (const char *sql, gsize *offset, GError **error);

/**
 * tuce_rule_text_sentence:
 * Gives @figure as a sentence: "SQL|format" is put between braces; "" and a text that has braces already stay as they
 * are. The caller owns it.
 */
char *tuce_rule_text_sentence (const char *figure);
