/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-pack.h"
#include "tuce-statement.h"

/*
 * Figures in sentences: "人均住房 {year.house_m2 / household.size|area} ㎡". The SQL runs once, when a rule reports.
 * Its values are stored as text together with their formats, and are put into words each time somebody reads the
 * sentence, in that person's language.
 */

/** TuceTemplate: a sentence with places for figures. */
typedef struct _TuceTemplate TuceTemplate;

/**
 * tuce_template_parse:
 * Gives the parsed sentence, which the caller owns. %NULL with TUCE_ERROR_REFUSED where a brace has no partner or an
 * expression is empty.
 */
TuceTemplate *tuce_template_parse (const char *text, GError **error);

/** tuce_template_free: Frees the sentence. */
void tuce_template_free (TuceTemplate *sentence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTemplate, tuce_template_free)

/** tuce_template_n_figures: Gives how many figures the sentence has. */
guint tuce_template_n_figures (const TuceTemplate *sentence);

/** tuce_template_sql: Gives the SQL of one figure, counted from 0. Owned by @sentence. */
const char *tuce_template_sql (const TuceTemplate *sentence, guint figure);

/**
 * tuce_template_format:
 * Gives the format of one figure, counted from 0; "" where the text names none. Owned by @sentence.
 */
const char *tuce_template_format (const TuceTemplate *sentence, guint figure);

/**
 * tuce_template_fill:
 * @figures: what tuce_figures_read() gave for @original
 * Gives @sentence with the figures filled in; the caller owns it. The figures are found by their SQL in @original, so
 * that one stored set of figures serves the sentence in both languages.
 */
char *tuce_template_fill (const TuceTemplate *sentence, const TuceTemplate *original, TuceDictionary *dictionary,
                          const char *figures);

/**
 * tuce_figures_read:
 * Gives the values of the current row of @statement from column @first on, one for each figure of @sentence, as text to
 * be stored; the caller owns it. A figure without a format that is simply a field gets the format of that field.
 */
char *tuce_figures_read (const TuceTemplate *sentence, TuceStatement *statement, guint first);

/**
 * tuce_figure_words:
 * Gives one value as people read it; "—" for none. The caller owns the text. @format: money, area, percent, integer,
 * decimal, date, yesno, or the name of a code list
 */
char *tuce_figure_words (const TuceValue *value, const char *format, TuceDictionary *dictionary);

/**
 * tuce_figure_format_is_known:
 * Whether tuce_figure_words() knows @format. "", the format of the field, counts as known.
 */
gboolean tuce_figure_format_is_known (const char *format, TuceDictionary *dictionary);

/** tuce_field_figure_format: Gives the format in which values of @field are shown. Not to be freed. */
const char *tuce_field_figure_format (const TuceField *field);
