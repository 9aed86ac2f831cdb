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
