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

/**
 * tuce_figure_split:
 * @figure: "SQL" or "SQL|format"
 * @format: (out) (optional): what stands behind the last |, "" where there is none; points into @figure
 * Returns: (transfer full): the SQL. `a || b` is no format.
 */
char *tuce_figure_split (const char *figure, const char **format);

/**
 * tuce_says_figures:
 * @says: a sentence with {SQL|format} for its figures
 * Returns: (transfer full) (element-type utf8): the figures without their braces, in order; %NULL with @error where a
 * brace is open or a figure's text is refused.
 */
GPtrArray *tuce_says_figures (const char *says, GError **error);
