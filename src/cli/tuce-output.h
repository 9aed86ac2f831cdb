/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tuce-journal.h"

/* How tuce-cli prints values: for people, for spreadsheets and for programs. Private parts are masked. */

/** tuce_output_print: Writes the text to standard output. */
void tuce_output_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** tuce_output_json: Writes what @builder has built, indented, with a line end. */
void tuce_output_json (JsonBuilder *builder);

/**
 * tuce_output_text:
 * Gives @value as people read it, with stars for private parts unless @unmasked. The caller owns it.
 */
char *tuce_output_text (const TuceField *field, const TuceValue *value, gboolean unmasked);

/**
 * tuce_output_cell:
 * Gives @value for a spreadsheet: labels for codes, numbers without separators; private parts as tuce_output_text().
 * The caller owns it.
 */
char *tuce_output_cell (const TuceField *field, const TuceValue *value, gboolean unmasked);

/**
 * tuce_output_add_value:
 * Adds @value to @builder in plain notation: codes, numbers as numbers, null for none; private parts as
 * tuce_output_text().
 */
void tuce_output_add_value (JsonBuilder *builder,
                            const TuceField *field,
                            const TuceValue *value,
                            gboolean unmasked);

/** tuce_output_add_text: Adds @name with @text to @builder. */
void tuce_output_add_text (JsonBuilder *builder, const char *name, const char *text);

/** tuce_output_add_integer: Adds @name with @integer to @builder. */
void tuce_output_add_integer (JsonBuilder *builder, const char *name, gint64 integer);

/** tuce_output_add_named: Adds what names a division, a county or a subject: its code and its name, under these words. */
void tuce_output_add_named (JsonBuilder *builder, const char *code, const char *name);

/**
 * tuce_output_pad:
 * Gives @text with spaces after it, to fill @columns of a terminal, where a Chinese character takes two. The caller
 * owns it.
 */
char *tuce_output_pad (const char *text, guint columns);

/** tuce_output_width: Gives how many columns of a terminal @text takes. */
guint tuce_output_width (const char *text);
