/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceRecord:
 *
 * One row of one entity, independent of the file: a village, a household, a member. All of them are records; there is no other
 * struct for any of them. Naming a field that the entity does not have is a programming error and ends the program.
 */
typedef struct
{
  const TuceEntity *entity;
  gint64 id;         /* 0 until it was inserted */
  TuceValue *values; /* by field index */
} TuceRecord;

/**
 * tuce_record_new: Returns: (transfer full): a record of @entity with id 0 and the dictionary's default values. The
 * dictionary must outlive it.
 */
TuceRecord *tuce_record_new (const TuceEntity *entity);

/** tuce_record_copy: Returns: (transfer full): a record with the same id and copies of all values. */
TuceRecord *tuce_record_copy (const TuceRecord *record);

/** tuce_record_free: Frees @record with its values. */
void tuce_record_free (TuceRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceRecord, tuce_record_free)

/** tuce_record_value: Returns: (transfer none): the value of @field; valid until the field is set or the record freed. */
const TuceValue *tuce_record_value (const TuceRecord *record, const char *field);

/** tuce_record_has: Returns: whether @field holds a value. */
gboolean tuce_record_has (const TuceRecord *record, const char *field);

/**
 * tuce_record_integer: Gives the integer in @field, as the file stores it (money in fen, areas in 0.01 m²); 0 where it holds
 * none.
 */
gint64 tuce_record_integer (const TuceRecord *record, const char *field);

/** tuce_record_real: Gives the number in @field, whether it is an integer or a real; 0 where it holds none. */
double tuce_record_real (const TuceRecord *record, const char *field);

/**
 * tuce_record_text: Returns: (transfer none): the text in @field, "" where it holds none; valid until the field is set or
 * the record freed.
 */
const char *tuce_record_text (const TuceRecord *record, const char *field);

/** tuce_record_set_none: Makes @field hold no value. */
void tuce_record_set_none (TuceRecord *record, const char *field);

/** tuce_record_set_integer: Sets @field to @integer, as the file stores it (money in fen, areas in 0.01 m²). */
void tuce_record_set_integer (TuceRecord *record, const char *field, gint64 integer);

/** tuce_record_set_real: Sets @field to @real. */
void tuce_record_set_real (TuceRecord *record, const char *field, double real);

/** tuce_record_set_text: Sets @field to a copy of @text (nullable: then it holds no value). */
void tuce_record_set_text (TuceRecord *record, const char *field, const char *text);

/** tuce_record_set_bytes: Sets @field to @bytes (nullable: then it holds no value) and takes a reference on them. */
void tuce_record_set_bytes (TuceRecord *record, const char *field, GBytes *bytes);

/** tuce_record_set_value: Sets @field, a field of the record's entity, to a copy of @value. */
void tuce_record_set_value (TuceRecord *record, const TuceField *field, const TuceValue *value);

/**
 * tuce_record_describe: Gives (transfer full) the entity's label and the title of @record, for sentences: "Household 张三",
 * "Household year 2017".
 */
char *tuce_record_describe (const TuceRecord *record);

/**
 * tuce_record_title: Gives (transfer full) the value of the entity's title field, by which people know the record; "" where
 * it has none.
 */
char *tuce_record_title (const TuceRecord *record);
