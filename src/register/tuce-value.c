/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-value.h"

#include <string.h>

void
tuce_value_clear (TuceValue *value)
{
  if (value->kind == TUCE_VALUE_TEXT)
    g_free (value->text);
  else if (value->kind == TUCE_VALUE_BYTES)
    g_bytes_unref (value->bytes);
  *value = TUCE_VALUE_INIT;
}

void
tuce_value_copy (const TuceValue *from, TuceValue *to)
{
  TuceValue copy = *from;

  if (copy.kind == TUCE_VALUE_TEXT)
    copy.text = g_strdup (copy.text);
  else if (copy.kind == TUCE_VALUE_BYTES)
    g_bytes_ref (copy.bytes);
  tuce_value_clear (to);
  *to = copy;
}

gboolean
tuce_value_equal (const TuceValue *a, const TuceValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case TUCE_VALUE_NONE:
      return TRUE;
    case TUCE_VALUE_INTEGER:
      return a->integer == b->integer;
    case TUCE_VALUE_REAL:
      return a->real == b->real;
    case TUCE_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case TUCE_VALUE_BYTES:
      return g_bytes_equal (a->bytes, b->bytes);
    }
  g_return_val_if_reached (FALSE);
}

void
tuce_value_set_integer (TuceValue *value, gint64 integer)
{
  tuce_value_clear (value);
  value->kind = TUCE_VALUE_INTEGER;
  value->integer = integer;
}

void
tuce_value_set_real (TuceValue *value, double real)
{
  tuce_value_clear (value);
  value->kind = TUCE_VALUE_REAL;
  value->real = real;
}

void
tuce_value_set_text (TuceValue *value, const char *text)
{
  char *copy = g_strdup (text);

  tuce_value_clear (value);
  if (!copy)
    return;
  value->kind = TUCE_VALUE_TEXT;
  value->text = copy;
}

void
tuce_value_set_bytes (TuceValue *value, GBytes *bytes)
{
  GBytes *kept = bytes ? g_bytes_ref (bytes) : NULL;

  tuce_value_clear (value);
  if (!kept)
    return;
  value->kind = TUCE_VALUE_BYTES;
  value->bytes = kept;
}
