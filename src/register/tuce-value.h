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
 * One field of one record as the file stores it: money in fen, areas in 0.01 m², dates "2018-07-23", choices as
 * codes. For what people read and type see tuce_field_format() and tuce_field_parse(). Owns its text or bytes.
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

void tuce_value_clear (TuceValue *value);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TuceValue, tuce_value_clear)
void tuce_value_copy (const TuceValue *from, TuceValue *to);
gboolean tuce_value_equal (const TuceValue *a, const TuceValue *b);
void tuce_value_set_integer (TuceValue *value, gint64 integer);
void tuce_value_set_real (TuceValue *value, double real);
void tuce_value_set_text (TuceValue *value, const char *text);
void tuce_value_set_bytes (TuceValue *value, GBytes *bytes);
