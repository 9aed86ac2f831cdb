/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * tuce_record_name:
 * @field: a place or reference field
 * @text: a code or id, as tuce_field_format_plain() gives it
 *
 * Gives the name of the record @field points to, for a place with the place around it, below the county:
 * "渠北乡 双桥村". "" for no text, and the text itself for what is not in the county.
 */
char *tuce_record_name (TuceCounty *county, const TuceField *field, const char *text);

/** tuce_place_name: Gives the short name of the division with @code, of whatever level; the code itself for one that is not there. */
char *tuce_place_name (TuceCounty *county, const char *code);

/** tuce_record_outer_place: Returns: the field of @entity, a level of the divisions, that holds the place around it, or %NULL. */
const TuceField *tuce_record_outer_place (const TuceEntity *entity);
