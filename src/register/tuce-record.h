/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-dictionary.h"

/**
 * TuceRecord:
 *
 * One row of one entity, detached from the file: a village, a household, a member. There is no other struct for any
 * of them. Setting a field of a wrong name is a programming error.
 */
typedef struct
{
  const TuceEntity *entity;
  gint64 id;         /* 0 until it was inserted */
  TuceValue *values; /* by field index */
} TuceRecord;

TuceRecord *tuce_record_new (const TuceEntity *entity); /* with the dictionary's defaults */
TuceRecord *tuce_record_copy (const TuceRecord *record);
void tuce_record_free (TuceRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceRecord, tuce_record_free)

const TuceValue *tuce_record_value (const TuceRecord *record, const char *field);
gboolean tuce_record_has (const TuceRecord *record, const char *field); /* whether it holds a value */
gint64 tuce_record_integer (const TuceRecord *record, const char *field); /* 0 for none */
double tuce_record_real (const TuceRecord *record, const char *field);    /* integers too; 0 for none */
const char *tuce_record_text (const TuceRecord *record, const char *field); /* "" for none */

void tuce_record_set_none (TuceRecord *record, const char *field);
void tuce_record_set_integer (TuceRecord *record, const char *field, gint64 integer);
void tuce_record_set_real (TuceRecord *record, const char *field, double real);
void tuce_record_set_text (TuceRecord *record, const char *field, const char *text); /* NULL is none */
void tuce_record_set_bytes (TuceRecord *record, const char *field, GBytes *bytes);
void tuce_record_set_value (TuceRecord *record, const TuceField *field, const TuceValue *value);

/** tuce_record_describe: Gives what it is and its title, for sentences: "Household 张三", "Household year 2017". */
char *tuce_record_describe (const TuceRecord *record);

/** tuce_record_title: Gives what names it to people, "" where it has none. */
char *tuce_record_title (const TuceRecord *record);
