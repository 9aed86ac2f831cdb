/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/*
 * Between the reading of values (tuce-field.c), what they may be (tuce-field-fault.c) and the checks of an edit. What
 * ends in _fault gives a translated fragment that follows a field's label, or NULL.
 */

/* Bytes, control characters, line breaks and marks of direction that @text may not hold. */
char *tuce_field_character_fault (const TuceField *field, const char *text);

/* What is said of @text where it is none of the field's choices. */
char *tuce_field_choice_fault (const char *text);

/* What is said of a number that lies outside of @low and @high, either of which may be NULL. */
char *tuce_bounds_fault (const char *low, const char *high);
