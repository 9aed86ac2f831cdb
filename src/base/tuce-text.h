/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * tuce_text_normalize:
 * @text: (nullable): what a person typed or a spreadsheet held
 *
 * Gives a copy with full-width Latin letters, digits and the ideographic space turned into their
 * ASCII forms, control characters dropped, and white space trimmed at both ends. Chinese
 * punctuation stays as it is. Never %NULL.
 */
char *tuce_text_normalize (const char *text);

/**
 * tuce_text_like_pattern:
 *
 * Gives "%text%" for an SQL LIKE with ESCAPE '\\', so that % and _ in @text find themselves.
 */
char *tuce_text_like_pattern (const char *text);

/** How much of a value a public page may show (domain.md §11). */
typedef enum
{
  TUCE_PRIVACY_OPEN,     /* no mask */
  TUCE_PRIVACY_PERSONAL, /* shown inside the office, masked in lists: phone, identity number */
  TUCE_PRIVACY_SENSITIVE /* health, bank account: masked as a whole outside the card */
} TucePrivacy;

/**
 * tuce_text_mask:
 * @text: the text to mask
 * @keep_head: characters left readable at the beginning
 * @keep_tail: characters left readable at the end
 *
 * Gives @text with what lies between the two replaced by stars, one for a character. A text that is
 * not longer than both together is starred whole.
 */
char *tuce_text_mask (const char *text, guint keep_head, guint keep_tail);

/**
 * tuce_text_is_chinese:
 *
 * Whether the program speaks Chinese now: data files carry both labels of a field, and this picks.
 * Decided once by tuce_text_set_language() or, failing that, by the locale's messages.
 */
gboolean tuce_text_is_chinese (void);

/** tuce_text_set_language: @chinese: which of the two labels to show from now on. Call it once, early. */
void tuce_text_set_language (gboolean chinese);

/**
 * tuce_text_begin_chinese / end_chinese: between the two, labels on this thread are Chinese whatever the program's
 * language: for paper. May be nested.
 */
void tuce_text_begin_chinese (void);
void tuce_text_end_chinese (void);

/** tuce_text_number: Gives @value with thousands separated by commas: "47,065". */
char *tuce_text_number (gint64 value);

/** tuce_text_distance: Gives @metres as people say them: "640 m", "1.2 km", "35 km". */
char *tuce_text_distance (double metres);
