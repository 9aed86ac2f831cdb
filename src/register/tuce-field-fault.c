/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values a field may hold. Both typed text and the values of an edit are checked here. */
#include "tuce-field-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-identity.h"
#include "tuce-levels.h"

/* Fourteen digits before the decimal point: more than any sum of money or area of a county. */
#define GREATEST_HUNDREDTHS (G_GINT64_CONSTANT (100000000000000) * 100 - 1)
#define GREATEST_DECIMAL 1e15

/* Whether @c is invisible, or changes the direction in which the text after it is displayed. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_line_break (const char *p)
{
  return *p == '\n' || (*p == '\r' && p[1] == '\n');
}

char *
tuce_field_character_fault (const TuceField *field, const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup (_("holds bytes that are no text (not UTF-8)"));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_invisible (c) || (field->is_note && (c == '\t' || is_line_break (p))))
        continue;
      if (c == '\n' || c == '\r')
        return g_strdup (_("has to stand on one line"));
      return g_strdup_printf (_("may not hold the invisible character U+%04X"), c);
    }
  return NULL;
}

static char *
division_fault (const TuceField *field, guint digits, const char *code)
{
  gsize length = strlen (code);
  gboolean numeric = strspn (code, "0123456789") == length;

  if (numeric && (digits ? length == digits : tuce_level_of_code (field->entity->dictionary, code) != NULL))
    return NULL;
  if (!digits)
    return g_strdup (_("should be a division code"));
  /* Translators: %u is 6, 9 or 12 */
  return g_strdup_printf (_("should be a division code of %u digits"), digits);
}

static char *
date_fault (const char *text)
{
  g_autofree char *day = NULL;
  GDate date;

  if (tuce_date_parse (text, &date))
    day = tuce_date_format (&date);
  return g_strcmp0 (day, text) == 0 ? NULL : g_strdup (_("should be a date such as 2018-07-23"));
}

static char *
codes_fault (const TuceField *field, const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, field->type == TUCE_FIELD_CHOICES ? "," : "\n", -1);

  for (guint i = 0; codes[i]; i++)
    if (!tuce_code_list_find (field->codes, codes[i]))
      return tuce_field_choice_fault (codes[i]);
  return NULL;
}

char *
tuce_field_choice_fault (const char *text)
{
  return g_strdup_printf (_("can't be “%s”: that is none of the choices"), text);
}

static char *
length_fault (const TuceField *field, const char *text)
{
  glong length = g_utf8_strlen (text, -1);

  if (!field->longest || length <= (glong) field->longest)
    return NULL;
  /* Translators: how many characters a text may have, and how many it has */
  return g_strdup_printf (_("may have %u characters at most, not %ld"), field->longest, length);
}

static char *
text_fault (const TuceField *field, const char *text)
{
  char *fault = tuce_field_character_fault (field, text);

  if (fault)
    return fault;
  switch (field->type)
    {
    case TUCE_FIELD_DATE:
      return date_fault (text);
    case TUCE_FIELD_CHOICE:
    case TUCE_FIELD_CHOICES:
      return codes_fault (field, text);
    case TUCE_FIELD_PLACE:
      return division_fault (field, tuce_level_digits (field->target_entity), text);
    case TUCE_FIELD_PHONE:
      if (!tuce_phone_check (text))
        return g_strdup (_("should be a mobile number of 11 digits or a land line with area code"));
      return NULL;
    default:
      return field->is_division ? division_fault (field, field->longest, text) : length_fault (field, text);
    }
}

static char *
range_fault (const TuceField *field, double number)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  if ((!field->has_min || number >= field->min) && (!field->has_max || number <= field->max))
    return NULL;
  g_ascii_formatd (low, sizeof low, "%.10g", field->min);
  g_ascii_formatd (high, sizeof high, "%.10g", field->max);
  return tuce_bounds_fault (field->has_min ? low : NULL, field->has_max ? high : NULL);
}

char *
tuce_bounds_fault (const char *low, const char *high)
{
  if (low && high)
    return g_strdup_printf (_("must lie between %s and %s"), low, high);
  if (low)
    return g_strdup_printf (_("must not be less than %s"), low);
  return g_strdup_printf (_("must not be more than %s"), high);
}

static char *
integer_fault (const TuceField *field, gint64 integer)
{
  if (field->type == TUCE_FIELD_BOOLEAN)
    return integer == 0 || integer == 1 ? NULL : g_strdup (_("should be yes or no"));
  if (field->type != TUCE_FIELD_MONEY && field->type != TUCE_FIELD_AREA)
    return range_fault (field, (double) integer);
  if (integer > GREATEST_HUNDREDTHS || integer < -GREATEST_HUNDREDTHS)
    return g_strdup (_("is too large a number"));
  return range_fault (field, (double) integer / 100);
}

static char *
real_fault (const TuceField *field, double real)
{
  if (!isfinite (real))
    return g_strdup (_("should be a number"));
  return fabs (real) < GREATEST_DECIMAL ? range_fault (field, real) : g_strdup (_("is too large a number"));
}

/* Whether values of @kind can be stored in @field. */
static gboolean
is_of_kind (const TuceField *field, TuceValueKind kind)
{
  switch (field->type)
    {
    case TUCE_FIELD_DECIMAL:
      return kind == TUCE_VALUE_REAL || kind == TUCE_VALUE_INTEGER;
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
    case TUCE_FIELD_BOOLEAN:
    case TUCE_FIELD_REFERENCE:
      return kind == TUCE_VALUE_INTEGER;
    case TUCE_FIELD_SHAPE:
      return kind == TUCE_VALUE_BYTES;
    default:
      return kind == TUCE_VALUE_TEXT;
    }
}

static char *
kind_fault (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
      return g_strdup (_("should be a number"));
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_REFERENCE:
      return g_strdup (_("should be a whole number"));
    case TUCE_FIELD_BOOLEAN:
      return g_strdup (_("should be yes or no"));
    case TUCE_FIELD_SHAPE:
      return g_strdup (_("can't be typed: import the outline"));
    default:
      return g_strdup (_("should be a text"));
    }
}

/* Whether @value counts as no value: also an empty text. An empty list of choices is a value: it means that none applies. */
static gboolean
is_missing (const TuceField *field, const TuceValue *value)
{
  return value->kind == TUCE_VALUE_NONE
         || (value->kind == TUCE_VALUE_TEXT && field->type != TUCE_FIELD_CHOICES && !*value->text);
}

char *
tuce_field_fault (const TuceField *field, const TuceValue *value)
{
  if (is_missing (field, value))
    return field->required ? g_strdup (_("is missing")) : NULL;
  if (!is_of_kind (field, value->kind))
    return kind_fault (field);
  switch (value->kind)
    {
    case TUCE_VALUE_INTEGER:
      return integer_fault (field, value->integer);
    case TUCE_VALUE_REAL:
      return real_fault (field, value->real);
    case TUCE_VALUE_TEXT:
      return *value->text ? text_fault (field, value->text) : NULL;
    default:
      return NULL;
    }
}

char *
tuce_field_sentence (const TuceField *field, const char *fault)
{
  return g_strdup_printf (_("%s %s"), tuce_field_label (field), fault);
}
