/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the values of a field are written and read: for people, for machines, for the table. */
#include "tuce-dictionary.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tuce-date.h"
#include "tuce-error.h"
#include "tuce-identity.h"

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
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value->real));
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
refuse (const TuceField *field, const char *sentence, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s: %s"), tuce_field_label (field), sentence);
  return FALSE;
}

/* Takes the separators and the unit off a number a person typed: "1,234.50 元". */
static char *
bare_number (const TuceField *field, const char *text)
{
  GString *out = g_string_new (NULL);
  gsize length = strlen (text);
  const char *units[] = { field->unit_zh, field->unit_en };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (*units[i] && g_str_has_suffix (text, units[i]))
      {
        length -= strlen (units[i]);
        break;
      }
  for (gsize i = 0; i < length; i++)
    if (text[i] != ',' && text[i] != ' ')
      g_string_append_c (out, text[i]);
  return g_string_free (out, FALSE);
}

static gboolean
parse_hundredths (const TuceField *field, const char *number, gint64 *hundredths, GError **error)
{
  gboolean negative = *number == '-';
  const char *digits = number + negative;
  gsize whole = strspn (digits, "0123456789");
  gsize part = digits[whole] == '.' ? strspn (digits + whole + 1, "0123456789") : 0;
  gsize end = whole + (digits[whole] == '.' ? 1 + part : 0);

  if (digits[end] != '\0' || whole + part == 0)
    return refuse (field, _("a number is wanted"), error);
  if (part > 2)
    return refuse (field, _("at most two places after the point"), error);
  if (whole > 14)
    return refuse (field, _("the number is too large"), error);
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
check_range (const TuceField *field, double number, GError **error)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *sentence = NULL;

  if ((!field->has_min || number >= field->min) && (!field->has_max || number <= field->max))
    return TRUE;
  g_ascii_formatd (low, sizeof low, "%.10g", field->min);
  g_ascii_formatd (high, sizeof high, "%.10g", field->max);
  if (field->has_min && field->has_max)
    sentence = g_strdup_printf (_("must lie between %s and %s"), low, high);
  else if (field->has_min)
    sentence = g_strdup_printf (_("must not be less than %s"), low);
  else
    sentence = g_strdup_printf (_("must not be more than %s"), high);
  return refuse (field, sentence, error);
}

static gboolean
parse_number (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autofree char *number = bare_number (field, text);
  gint64 integer;
  double real;
  char *end;

  if (is_hundredths (field))
    {
      if (!parse_hundredths (field, number, &integer, error) || !check_range (field, (double) integer / 100, error))
        return FALSE;
      tuce_value_set_integer (value, integer);
      return TRUE;
    }
  if (field->type == TUCE_FIELD_DECIMAL)
    {
      real = g_ascii_strtod (number, &end);
      if (*end || end == number || !isfinite (real))
        return refuse (field, _("a number is wanted"), error);
      if (!check_range (field, real, error))
        return FALSE;
      tuce_value_set_real (value, real);
      return TRUE;
    }
  if (!g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return refuse (field, _("a whole number is wanted"), error);
  if (field->type == TUCE_FIELD_YEAR && (integer < 1900 || integer > 2200))
    return refuse (field, _("a year of four digits is wanted"), error);
  if (!check_range (field, (double) integer, error))
    return FALSE;
  tuce_value_set_integer (value, integer);
  return TRUE;
}

static gboolean
parse_boolean (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  static const char *const yes[] = { "1", "是", "有", "yes", "true", "√", NULL };
  static const char *const no[] = { "0", "否", "无", "no", "false", "×", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  if (!g_strv_contains (yes, lower) && !g_strv_contains (no, lower))
    return refuse (field, _("yes or no is wanted"), error);
  tuce_value_set_integer (value, g_strv_contains (yes, lower));
  return TRUE;
}

static const TuceCode *
find_choice (const TuceField *field, const char *text, GError **error)
{
  const TuceCode *code = tuce_code_list_find (field->codes, text);
  g_autofree char *sentence = NULL;

  if (!code)
    code = tuce_code_list_find_label (field->codes, text);
  if (!code)
    {
      sentence = g_strdup_printf (_("“%s” is not one of the choices"), text);
      refuse (field, sentence, error);
    }
  return code;
}

static gboolean
parse_choices (const TuceField *field, const char *text, TuceValue *value, GError **error)
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
parse_date (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  g_autofree char *iso = NULL;
  GDate date;

  if (!tuce_date_parse (text, &date))
    return refuse (field, _("a date such as 2018-07-23 is wanted"), error);
  iso = tuce_date_format (&date);
  tuce_value_set_text (value, iso);
  return TRUE;
}

static gboolean
parse_place (const TuceField *field, const char *text, TuceValue *value, GError **error)
{
  if (strspn (text, "0123456789") != strlen (text))
    return refuse (field, _("a division code is wanted"), error);
  tuce_value_set_text (value, text);
  return TRUE;
}

gboolean
tuce_field_parse (const TuceField *field, const char *text, TuceValue *value, GError **error)
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
      return parse_number (field, plain, value, error);
    case TUCE_FIELD_BOOLEAN:
      return parse_boolean (field, plain, value, error);
    case TUCE_FIELD_DATE:
      return parse_date (field, plain, value, error);
    case TUCE_FIELD_CHOICES:
      return parse_choices (field, plain, value, error);
    case TUCE_FIELD_PLACE:
      return parse_place (field, plain, value, error);
    case TUCE_FIELD_CHOICE:
      code = find_choice (field, plain, error);
      if (code)
        tuce_value_set_text (value, code->code);
      return code != NULL;
    case TUCE_FIELD_SHAPE:
      return refuse (field, _("an outline can't be typed: import it"), error);
    case TUCE_FIELD_TEXT:
    case TUCE_FIELD_IDENTITY:
    case TUCE_FIELD_PHONE:
      tuce_value_set_text (value, plain);
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}
