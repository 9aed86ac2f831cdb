/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/** tuce_form_fail: Sets @error to a sentence that names the template, @line and what is wrong there. Returns: %FALSE. */
gboolean tuce_form_fail (const TuceForm *form, guint line, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

/**
 * tuce_form_find_source:
 * @list: the list the row repeats over, or one of the constants for other rows
 *
 * Finds where the words between { and } lead, and notes in @form that it has to be fetched.
 */
gboolean tuce_form_find_source (TuceForm *form, const char *path, int list, guint line, TuceSource *source, GError **error);

/** tuce_form_find_list: Returns: the index of the list named @name, or -1. */
int tuce_form_find_list (const TuceForm *form, const char *name);

/** tuce_form_list_column: Returns: the column of @list that holds @path, which must be right; adds it when it is new. */
guint tuce_form_list_column (TuceFormList *list, const char *path);

/** tuce_source_is_constant: whether it is the same for all sheets of a run. */
gboolean tuce_source_is_constant (const TuceSource *source);

/** tuce_form_parse_values: Gives the values of @text, separated by |, in plain notation; refuses what @field can't hold. */
GStrv tuce_form_parse_values (const TuceForm *form, const TuceField *field, const char *text, guint line, GError **error);

/** tuce_form_parse_text: Appends to @items what @text says, with its {paths}. */
gboolean tuce_form_parse_text (TuceForm *form, const char *text, int list, guint line, GPtrArray *items, GError **error);
