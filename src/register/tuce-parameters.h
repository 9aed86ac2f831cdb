/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/*
 * Parameters: the numbers that forms and checks compare with, by year, with their source and whether the office has
 * confirmed them. A new county begins with those of data/standards/parameters.csv. They are records of the entity
 * "parameter", so they are edited and journalled like any other; no such number is compiled into the program.
 */

/**
 * tuce_parameter_find: Gives (transfer full) (nullable) the record for @key and @year, else the one for the last year before
 * it.
 */
TuceRecord *tuce_parameter_find (TuceCounty *county, const char *key, int year);

/** tuce_parameters_install: Adds, in @edit, the parameters of data/standards/parameters.csv that the county does not have. */
gboolean tuce_parameters_install (TuceCounty *county, TuceEdit *edit, GError **error);

/**
 * tuce_parameters_in_force:
 * Returns: (transfer full) (element-type TuceRecord): for each parameter the record that is valid in the county's year, in
 * the order in which they were added; parameters that begin later are left out. %NULL with @error.
 */
GPtrArray *tuce_parameters_in_force (TuceCounty *county, GError **error);

/**
 * tuce_parameter_fault:
 * Returns: (transfer full) (nullable): what is wrong with @field of @record where it is outside the bounds that
 * data/standards/parameters.csv gives for its key, in the words of tuce_field_fault(); %NULL where it is inside, for other
 * fields and entities, and for keys without bounds.
 */
char *tuce_parameter_fault (const TuceRecord *record, const TuceField *field);

/**
 * tuce_parameter_label: Returns: (transfer none): the label of the parameter @record in the language of this thread; its key
 * where it has no label.
 */
const char *tuce_parameter_label (const TuceRecord *record);

/**
 * tuce_parameter_save:
 * Writes @record, changed or new, as an edit of its own. A confirmed value records who confirmed it and when: the user logged
 * in and today where @record does not say; of a value that is not confirmed both are cleared. Refused (TUCE_ERROR_REFUSED)
 * where a confirmed value has no source.
 */
gboolean tuce_parameter_save (TuceCounty *county, TuceRecord *record, GError **error);

/** tuce_parameter_value: Sets @value to that of @record. Returns: %FALSE, with @value as it was, where there is no record or no value. */
gboolean tuce_parameter_value (const TuceRecord *record, double *value);
