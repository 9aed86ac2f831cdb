/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/*
 * Shared by the reading of values (tuce-field.c), the rules for them (tuce-field-fault.c) and the checks of an edit. Functions
 * whose names end in _fault give (transfer full) a translated text to be read after a field's label, or NULL.
 */

/* What is wrong with @text where it has invalid bytes, control characters, line breaks or direction marks that @field may
 * not hold. */
char *tuce_field_character_fault (const TuceField *field, const char *text);

/* What is wrong where @text is not one of the field's choices. */
char *tuce_field_choice_fault (const char *text);

/* What is wrong with a number that is not between @low and @high, one of which may be NULL. */
char *tuce_bounds_fault (const char *low, const char *high);
