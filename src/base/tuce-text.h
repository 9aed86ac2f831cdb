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
 * Gives (transfer full) "%text%" for an SQL LIKE with ESCAPE '\\': % and _ in @text match only these characters themselves.
 */
char *tuce_text_like_pattern (const char *text);

/**
 * How much of a value lists and public sheets may show. The classes are the project's own. That personal data have to be
 * masked before they are published: 国务院办公厅《2018年政务公开工作要点》.
 */
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
 * Gives (transfer full) @text with the characters between the two replaced by stars, one star for each. In a text that is
 * not longer than both together, every character is replaced.
 */
char *tuce_text_mask (const char *text, guint keep_head, guint keep_tail);

/**
 * tuce_text_is_chinese:
 *
 * Returns: whether labels from data files, which have both languages, are to be shown in Chinese. After
 * tuce_text_begin_chinese() always; else as tuce_text_set_language() said, or as the locale says when it is first asked.
 */
gboolean tuce_text_is_chinese (void);

/**
 * tuce_text_set_language: @chinese: whether labels are shown in Chinese from now on. To be called once, before there are
 * other threads.
 */
void tuce_text_set_language (gboolean chinese);

/**
 * tuce_text_begin_chinese: From here to the matching tuce_text_end_chinese(), labels on this thread are Chinese whatever
 * the program's language: for printed sheets. May be nested.
 */
void tuce_text_begin_chinese (void);

/** tuce_text_end_chinese: Ends what the last tuce_text_begin_chinese() on this thread began. */
void tuce_text_end_chinese (void);

/** tuce_text_number: Gives (transfer full) @value with thousands separated by commas: "47,065". */
char *tuce_text_number (gint64 value);

/** tuce_text_distance: Gives (transfer full) @metres as people say them: "640 m", "1.2 km", "35 km". */
char *tuce_text_distance (double metres);
