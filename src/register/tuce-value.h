/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef enum
{
  TUCE_VALUE_NONE, /* not known; SQL NULL */
  TUCE_VALUE_INTEGER,
  TUCE_VALUE_REAL,
  TUCE_VALUE_TEXT,
  TUCE_VALUE_BYTES
} TuceValueKind;

/**
 * TuceValue:
 *
 * One field of one record as the file stores it: money in fen, areas in 0.01 m², dates as "2018-07-23", choices as
 * codes. For what people read and type see tuce_field_format() and tuce_field_parse(). Owns its text or bytes, unless the
 * function that gave it says that they are borrowed.
 */
typedef struct
{
  TuceValueKind kind;
  union
  {
    gint64 integer;
    double real;
    char *text;
    GBytes *bytes;
  };
} TuceValue;

#define TUCE_VALUE_INIT ((TuceValue){ TUCE_VALUE_NONE, { 0 } })

/** tuce_value_clear: Frees what @value owns and makes it none. */
void tuce_value_clear (TuceValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceValue, tuce_value_clear)

/** tuce_value_copy: Sets @to, which must be initialised, to a copy of @from. */
void tuce_value_copy (const TuceValue *from, TuceValue *to);

/** tuce_value_equal: Returns: whether both are of the same kind and equal; the integer 5 and the real 5.0 are not. */
gboolean tuce_value_equal (const TuceValue *a, const TuceValue *b);

/** tuce_value_set_integer: Sets @value, which must be initialised, to @integer. */
void tuce_value_set_integer (TuceValue *value, gint64 integer);

/** tuce_value_set_real: Sets @value, which must be initialised, to @real. */
void tuce_value_set_real (TuceValue *value, double real);

/** tuce_value_set_text: Sets @value, which must be initialised, to a copy of @text (nullable: then to none). */
void tuce_value_set_text (TuceValue *value, const char *text);

/**
 * tuce_value_set_bytes: Sets @value, which must be initialised, to @bytes (nullable: then to none) and takes a reference on
 * them.
 */
void tuce_value_set_bytes (TuceValue *value, GBytes *bytes);
