/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/*
 * Ten mistakes that nobody may save, and the sentence that refuses each, for the tests of all floors: whichever way a
 * value goes into a county, the same mistake has to get the same sentence.
 */
typedef struct
{
  const char *name;
  const char *typed; /* NULL: the field's greatest length and one character more */
} TenMistake;

#define TEN_MISTAKES 10

extern const TenMistake ten_mistakes[TEN_MISTAKES];

/* Whether a field of this kind can hold the mistake. */
gboolean ten_mistakes_fits (const TenMistake *mistake, const TuceField *field);

/* What a person would type. */
char *ten_mistakes_typed (const TenMistake *mistake, const TuceField *field);

/* Puts the mistake into @record as a caller in C would. */
void ten_mistakes_set (const TenMistake *mistake, TuceRecord *record, const TuceField *field);

/* The sentence, in the language of the source. */
char *ten_mistakes_sentence (const TenMistake *mistake, const TuceField *field);

/* One way to write @field: has to refuse. */
typedef gboolean (*TenWay) (const TenMistake *mistake, const TuceField *field, gpointer data, GError **error);

/*
 * Goes @way with every mistake, in each of the @fields (names between spaces; NULL for all of @entity) that can hold it, and asserts that it is
 * refused in the mistake's sentence, be it after the record's name. Gives how many different mistakes the way could carry.
 */
guint ten_mistakes_walk (const TuceEntity *entity, const char *fields, TenWay way, gpointer data);
