/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The SQL inside a pack, looked at as text: before any of it is compiled, it has to be one closed expression that can
 * be put between parentheses in a statement of ours without becoming something else.
 */

/**
 * tuce_rule_text_check:
 * @offset: (out) (optional): where the mistake is, in bytes
 * Refuses (TUCE_ERROR_REFUSED, without pack and line) what is empty, too long, holds a `;`, a comment or a control
 * character, or leaves a parenthesis or quotation mark open.
 */
gboolean tuce_rule_text_check (const char *sql, gsize *offset, GError **error);

/** tuce_rule_text_sentence: Gives a figure as a sentence: "SQL|format" between braces, "" and what has braces as it is. */
char *tuce_rule_text_sentence (const char *figure);
