/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/*
 * Parameters: the numbers forms and checks compare against, by year, with their source and whether the office has
 * confirmed them (domain.md §12). They are records of the entity "parameter", so they are edited and journalled as
 * any other; nothing is compiled in.
 */

/** tuce_parameter_find: Gives the record for @key and @year (or the last year before it), or %NULL when there is none. */
TuceRecord *tuce_parameter_find (TuceCounty *county, const char *key, int year);

/** tuce_parameters_install: Adds the parameters of data/standards/parameters.csv that the county lacks, inside @edit. */
gboolean tuce_parameters_install (TuceCounty *county, TuceEdit *edit, GError **error);

/**
 * tuce_parameters_in_force:
 * Returns: (transfer full) (element-type TuceRecord): for each parameter the record that holds for the county's year, in
 * the order in which they came into the file; those that begin later are not among them.
 */
GPtrArray *tuce_parameters_in_force (TuceCounty *county, GError **error);

/**
 * tuce_parameter_fault:
 * Returns: (transfer full) (nullable): what is wrong with @field of @record by the bounds that data/standards/parameters.csv
 * states for its key, as tuce_field_fault() says it; %NULL for other fields and records, and for keys that have no bounds.
 */
char *tuce_parameter_fault (const TuceRecord *record, const TuceField *field);

/** tuce_parameter_label: Returns: what @record, a parameter, is called in the program's language; its key where nobody said. */
const char *tuce_parameter_label (const TuceRecord *record);

/**
 * tuce_parameter_save:
 * Writes @record, changed or new, as one labelled edit. A confirmed value keeps who confirmed it and when: the user and
 * today where the record does not say; one that is not confirmed keeps neither. Refused where a confirmed value has no
 * source.
 */
gboolean tuce_parameter_save (TuceCounty *county, TuceRecord *record, GError **error);

/** tuce_parameter_value: Sets @value to that of @record. Returns: %FALSE, with @value as it was, where there is no record or no value. */
gboolean tuce_parameter_value (const TuceRecord *record, double *value);
