/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"
#include "tuce-position.h"

/*
 * A record asked by the roles that data/dictionary/entities.csv gives its fields, instead of by their names: what names it
 * to people, where it lies, to which other record it points. Asking for a role that its entity has not is a programming
 * error. On any thread, as the records themselves.
 */

/** tuce_record_named: Gives the text that names @record to people; "" for none. Belongs to @record. */
const char *tuce_record_named (const TuceRecord *record);

/** tuce_record_set_named: Sets the text that names @record to people; %NULL is none. */
void tuce_record_set_named (TuceRecord *record, const char *text);

/** tuce_record_position: Sets @position to where @record lies. Returns: %FALSE where that is not known. */
gboolean tuce_record_position (const TuceRecord *record, TucePosition *position);

/** tuce_record_set_position: Sets where @record lies. */
void tuce_record_set_position (TuceRecord *record, TucePosition position);

/**
 * tuce_values_position:
 * @values: (array fixed-size=2): longitude and latitude, as neighbouring columns of a query give them
 *
 * Sets @position from them. Returns: %FALSE, with @position as it was, where either is none.
 */
gboolean tuce_values_position (const TuceValue *values, TucePosition *position);

/** tuce_record_place: Gives the code of the division @record is about or lies in; "" for none. Belongs to @record. */
const char *tuce_record_place (const TuceRecord *record);

/** tuce_record_set_place: Sets the code of the division @record is about or lies in; %NULL is none. */
void tuce_record_set_place (TuceRecord *record, const char *code);

/** tuce_entity_reference: Returns: the field of @entity that refers to a record of the entity @target. Not to be freed. */
const TuceField *tuce_entity_reference (const TuceEntity *entity, const char *target);

/** tuce_record_reference: Gives the id of the record of the entity @target that @record refers to; 0 for none. */
gint64 tuce_record_reference (const TuceRecord *record, const char *target);

/** tuce_record_set_reference: Lets @record refer to the record @id of the entity @target; 0 is none. */
void tuce_record_set_reference (TuceRecord *record, const char *target, gint64 id);
