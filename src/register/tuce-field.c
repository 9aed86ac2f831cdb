/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values of a field are formatted and parsed: for people, for machines, for the table. */
#include "tuce-field-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-identity.h"

#define FULL_WIDTH_COMMA "，"

gboolean
tuce_field_is_numeric (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
    case TUCE_FIELD_YEAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_hundredths (const TuceField *field)
{
  return field->type == TUCE_FIELD_MONEY || field->type == TUCE_FIELD_AREA;
}

static char *
format_hundredths (gint64 hundredths, gboolean grouped)
{
  guint64 size = hundredths < 0 ? -(guint64) hundredths : (guint64) hundredths;
  g_autofree char *whole = grouped ? tuce_text_number ((gint64) (size / 100))
                                   : g_strdup_printf ("%" G_GUINT64_FORMAT, size / 100);

  return g_strdup_printf ("%s%s.%02u", hundredths < 0 ? "-" : "", whole, (guint) (size % 100));
}

static char *
format_real (double real)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", real));
}

static char *
format_choices (const TuceField *field, const char *codes, gboolean chinese)
{
  g_auto (GStrv) parts = g_strsplit (codes, ",", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i]; i++)
    {
      const TuceCode *code = tuce_code_list_find (field->codes, parts[i]);

      if (out->len)
        g_string_append (out, chinese ? "、" : ", ");
      g_string_append (out, !code ? parts[i] : chinese ? code->label_zh : code->label_en);
    }
  return g_string_free (out, FALSE);
}

static char *
format_integer (const TuceField *field, gint64 integer, gboolean chinese)
{
  switch (field->type)
    {
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
      return format_hundredths (integer, TRUE);
    case TUCE_FIELD_BOOLEAN:
      if (chinese)
        return g_strdup (integer ? "是" : "否");
      return g_strdup (integer ? "yes" : "no");
    case TUCE_FIELD_INTEGER:
      return tuce_text_number (integer);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, integer);
    }
}

static char *
format (const TuceField *field, const TuceValue *value, gboolean chinese)
{
  switch (value->kind)
    {
    case TUCE_VALUE_NONE:
    case TUCE_VALUE_BYTES:
      return g_strdup ("");
    case TUCE_VALUE_INTEGER:
      return format_integer (field, value->integer, chinese);
    case TUCE_VALUE_REAL:
      return format_real (value->real);
    case TUCE_VALUE_TEXT:
      return field->codes ? format_choices (field, value->text, chinese) : g_strdup (value->text);
    }
  g_return_val_if_reached (NULL);
}

char *
tuce_field_format (const TuceField *field, const TuceValue *value)
{
  return format (field, value, tuce_text_is_chinese ());
}

char *
tuce_field_format_zh (const TuceField *field, const TuceValue *value)
{
  return format (field, value, TRUE);
}

char *
tuce_field_format_plain (const TuceField *field, const TuceValue *value)
{
  if (value->kind == TUCE_VALUE_INTEGER)
    return is_hundredths (field) ? format_hundredths (value->integer, FALSE)
                                 : g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  if (value->kind == TUCE_VALUE_REAL)
    {
      char buffer[512];

      g_ascii_dtostr (buffer, sizeof buffer, value->real);
      if (strchr (buffer, 'e'))
        g_ascii_formatd (buffer, sizeof buffer, "%.17f", value->real);
      return g_strdup (buffer);
    }
  return g_strdup (value->kind == TUCE_VALUE_TEXT ? value->text : "");
}

char *
tuce_field_mask (const TuceField *field, const char *formatted)
{
  if (field->privacy == TUCE_PRIVACY_OPEN || (field->privacy == TUCE_PRIVACY_PERSONAL && !field->keep_head && !field->keep_tail))
    return g_strdup (formatted);
  return tuce_text_mask (formatted, field->keep_head, field->keep_tail);
}

static gboolean
refuse (const TuceField *field, const char *fault, GError **error)
{
  g_autofree char *sentence = tuce_field_sentence (field, fault);

  g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sentence);
  return FALSE;
}

/* Gives the length in bytes of the separator of digit groups that @text begins with, or 0. */
static gsize
separator_length (const char *text)
{
  if (*text == ',' || *text == ' ')
    return 1;
  return g_str_has_prefix (text, FULL_WIDTH_COMMA) ? strlen (FULL_WIDTH_COMMA) : 0;
}

/*
 * Takes the separators out of "1,234,567.50". Gives NULL where they are not between groups of three digits before the point:
 * "12,5" may be a typing mistake or may be meant as 12.5, but is certainly not 125.
 */
static char *
join_groups (const char *text)
{
  GString *out = g_string_new (NULL);
  gsize digits = strspn (text, "0123456789"), separator;

  g_string_append_len (out, text, (gssize) digits);
  separator = separator_length (text + digits);
  if (separator && (digits < 1 || digits > 3))
    return g_string_free (out, TRUE);
  text += digits;
  while (separator)
    {
      const char *group = text + separator;

      if (strspn (group, "0123456789") != 3 || (group[3] && group[3] != '.' && strncmp (group + 3, text, separator) != 0))
        return g_string_free (out, TRUE);
      g_string_append_len (out, group, 3);
      text = group + 3;
      separator = *text == '.' ? 0 : separator_length (text);
    }
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

/* Whether @text is "[-]digits[.digits]". Other notations that strtod() would accept are not numbers here: 0x6a, 1e5, infinity. */
static gboolean
is_plain_number (const char *text)
{
  const char *digits = text + (*text == '-');
  gsize whole = strspn (digits, "0123456789");
  gsize part = digits[whole] == '.' ? strspn (digits + whole + 1, "0123456789") : 0;

  return whole + part > 0 && digits[whole + (digits[whole] == '.' ? 1 + part : 0)] == '\0';
}

/* Takes separators and unit off a number that a person typed: "1,234.50 元". NULL where it is not a number. */
static char *
bare_number (const TuceField *field, const char *text)
{
  const char *units[] = { field->unit_zh, field->unit_en };
  gsize length = strlen (text);
  gboolean negative = *text == '-';
  g_autofree char *digits = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *number = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (*units[i] && g_str_has_suffix (text, units[i]))
      {
        length -= strlen (units[i]);
        break;
      }
  digits = g_strstrip (g_strndup (text + negative, length - negative));
  joined = join_groups (digits);
  number = g_strconcat (negative ? "-" : "", joined, NULL);
  return joined && is_plain_number (number) ? g_steal_pointer (&number) : NULL;
}

/* Reads @number ("[-]digits[.digits]") as hundredths; refused where it has more than two decimals or is too large. */
static gboolean
read_hundredths (const TuceField *field, const char *number, gint64 *hundredths, GError **error)
{
  gboolean negative = *number == '-';
  const char *digits = number + negative;
  gsize whole = strspn (digits, "0123456789");
  gsize part = digits[whole] ? strlen (digits + whole + 1) : 0;

  if (part > 2)
    return refuse (field, _("may have at most two places after the point"), error);
  if (whole > 14)
    return refuse (field, _("is too large a number"), error);
  *hundredths = whole ? g_ascii_strtoll (digits, NULL, 10) * 100 : 0;
  if (part > 0)
    *hundredths += (digits[whole + 1] - '0') * 10;
  if (part > 1)
    *hundredths += digits[whole + 2] - '0';
  if (negative)
    *hundredths = -*hundredths;
  return TRUE;
}

static gboolean
read_number (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autofree char *number = bare_number (field, text);
  gboolean with_places = is_hundredths (field) || field->type == TUCE_FIELD_DECIMAL;
  gint64 integer;

  if (!number)
    return refuse (field, with_places ? _("should be a number") : _("should be a whole number"), error);
  if (field->type == TUCE_FIELD_DECIMAL)
    {
      tuce_value_set_real (value, g_ascii_strtod (number, NULL));
      return TRUE;
    }
  if (is_hundredths (field))
    {
      if (!read_hundredths (field, number, &integer, error))
        return FALSE;
    }
  else if (strchr (number, '.'))
    return refuse (field, _("should be a whole number"), error);
  else if (!g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return refuse (field, _("is too large a number"), error);
  tuce_value_set_integer (value, integer);
  return TRUE;
}

static gboolean
read_boolean (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  static const char *const yes[] = { "1", "是", "有", "yes", "true", "√", NULL };
  static const char *const no[] = { "0", "否", "无", "no", "false", "×", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (!g_strv_contains (yes, lower) && !g_strv_contains (no, lower))
    return refuse (field, _("should be yes or no"), error);
  tuce_value_set_integer (value, g_strv_contains (yes, lower));
  return TRUE;
}

static const TuceCode *
find_choice (const TuceField *field, const char *text, GError **error)
{
  const TuceCode *code = tuce_code_list_find (field->codes, text);
  g_autofree char *fault = NULL;

  if (!code)
    code = tuce_code_list_find_label (field->codes, text);
  if (!code)
    {
      fault = tuce_field_choice_fault (text);
      refuse (field, fault, error);
    }
  return code;
}

static gboolean
read_choices (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) even = g_string_new (text);
  g_auto (GStrv) parts = NULL;

  g_string_replace (even, "、", ",", 0);
  g_string_replace (even, "，", ",", 0);
  parts = g_strsplit (even->str, ",", -1);
  for (guint i = 0; parts[i]; i++)
    {
      const TuceCode *code;

      if (!*g_strstrip (parts[i]))
        continue;
      code = find_choice (field, parts[i], error);
      if (!code)
        return FALSE;
      g_hash_table_add (chosen, (gpointer) code);
    }
  for (guint i = 0; i < field->codes->codes->len; i++)
    {
      const TuceCode *code = field->codes->codes->pdata[i];

      if (g_hash_table_contains (chosen, code))
        g_string_append_printf (out, "%s%s", out->len ? "," : "", code->code);
    }
  tuce_value_set_text (value, out->str);
  return TRUE;
}

static gboolean
read_date (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autofree char *iso = NULL;
  GDate date;

  if (!tuce_date_parse (text, &date))
    return refuse (field, _("should be a date such as 2018-07-23"), error);
  iso = tuce_date_format (&date);
  tuce_value_set_text (value, iso);
  return TRUE;
}

gboolean
tuce_field_read (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autofree char *plain = field->type == TUCE_FIELD_IDENTITY ? tuce_identity_normalize (text)
                                                              : tuce_text_normalize (text);
  const TuceCode *code;

  if (!*plain)
    {
      tuce_value_clear (value);
      return TRUE;
    }
  switch (field->type)
    {
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_DECIMAL:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_REFERENCE:
      return read_number (field, plain, value, error);
    case TUCE_FIELD_BOOLEAN:
      return read_boolean (field, plain, value, error);
    case TUCE_FIELD_DATE:
      return read_date (field, plain, value, error);
    case TUCE_FIELD_CHOICES:
      return read_choices (field, plain, value, error);
    case TUCE_FIELD_CHOICE:
      code = find_choice (field, plain, error);
      if (code)
        tuce_value_set_text (value, code->code);
      return code != NULL;
    case TUCE_FIELD_SHAPE:
      return refuse (field, _("can't be typed: import the outline"), error);
    case TUCE_FIELD_TEXT:
    case TUCE_FIELD_PLACE:
    case TUCE_FIELD_IDENTITY:
    case TUCE_FIELD_PHONE:
      tuce_value_set_text (value, plain);
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
tuce_field_parse (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  /* Characters are checked before tuce_field_read(), because that drops invisible ones: a name with invisible characters has to
   * be refused, not changed silently. */
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *fault = tuce_field_character_fault (field, typed);
  g_auto (TuceValue) read = TUCE_VALUE_INIT;

  if (fault)
    return refuse (field, fault, error);
  if (!tuce_field_read (field, typed, &read, error))
    return FALSE;
  if (read.kind != TUCE_VALUE_NONE)
    fault = tuce_field_fault (field, &read);
  if (fault)
    return refuse (field, fault, error);
  tuce_value_clear (value);
  *value = read;
  read = TUCE_VALUE_INIT;
  return TRUE;
}
