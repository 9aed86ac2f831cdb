/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-pack.h"
#include "tuce-statement.h"

/*
 * Figures in sentences: "人均住房 {year.house_m2 / household.size|area} ㎡". The SQL is asked once, when a rule speaks; what it
 * gave is kept as text together with its format, and becomes words again when somebody reads it, in his language.
 */

/** TuceTemplate: a sentence with places for figures. */
typedef struct _TuceTemplate TuceTemplate;

/** tuce_template_parse: Refused where a brace is not closed or an expression is empty. */
TuceTemplate *tuce_template_parse (const char *text, GError **error);
void tuce_template_free (TuceTemplate *sentence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceTemplate, tuce_template_free)

guint tuce_template_n_figures (const TuceTemplate *sentence);
/** tuce_template_sql / format: of one figure; the format is "" where the text names none. */
const char *tuce_template_sql (const TuceTemplate *sentence, guint figure);
const char *tuce_template_format (const TuceTemplate *sentence, guint figure);

/**
 * tuce_template_fill:
 * @figures: as tuce_figures_read() gave them for @original, whose figures are looked up by their SQL: so one set of
 * figures serves the sentence in either language.
 */
char *tuce_template_fill (const TuceTemplate *sentence, const TuceTemplate *original, TuceDictionary *dictionary,
                          const char *figures);

/**
 * tuce_figures_read:
 * Gives the values of @statement's row from @first on, one for each figure of @sentence, as text to be kept. Formats the
 * sentence leaves open are those of the field a figure is.
 */
char *tuce_figures_read (const TuceTemplate *sentence, TuceStatement *statement, guint first);

/** tuce_figure_words: Gives one value as people read it; "—" for none. @format: money, area, percent, integer, decimal, date, yesno, a code list. */
char *tuce_figure_words (const TuceValue *value, const char *format, TuceDictionary *dictionary);

/** tuce_figure_format_is_known: whether tuce_figure_words() knows @format; "" is that of a field. */
gboolean tuce_figure_format_is_known (const char *format, TuceDictionary *dictionary);

/** tuce_field_figure_format: Gives the format of a field's values. */
const char *tuce_field_figure_format (const TuceField *field);
