/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form-model.h"

/**
 * tuce_form_fail:
 * Sets @error to a sentence that names the template, @line and the mistake. Returns: %FALSE, for the caller to return
 */
gboolean tuce_form_fail (const TuceForm *form, guint line, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

/**
 * tuce_form_find_source:
 * @list: the list that the row is repeated over, or one of the constants for other rows
 *
 * Sets @source to what the words between { and } mean, and notes in @form that it must be fetched. %FALSE with @error
 * where they mean nothing.
 */
gboolean tuce_form_find_source (TuceForm *form, const char *path, int list, guint line, TuceSource *source, GError **error);

/** tuce_form_find_list: Gives the index of the list @name, or -1. */
int tuce_form_find_list (const TuceForm *form, const char *name);

/** tuce_form_list_column: Gives the column of @list for @path, and adds it when it is new. @path must be valid. */
guint tuce_form_list_column (TuceFormList *list, const char *path);

/** tuce_source_is_constant: Whether it is the same for all sheets of a run. */
gboolean tuce_source_is_constant (const TuceSource *source);

/**
 * tuce_form_parse_values:
 * Gives the values of @text, which are separated by |, in plain notation; the caller owns them. %NULL with @error where
 * @field can't have one of them.
 */
GStrv tuce_form_parse_values (const TuceForm *form, const TuceField *field, const char *text, guint line, GError **error);

/**
 * tuce_form_parse_text:
 * Appends to @items the words of @text and its {paths}. %FALSE with @error where a path is wrong.
 */
gboolean tuce_form_parse_text (TuceForm *form, const char *text, int list, guint line, GPtrArray *items, GError **error);
