/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-text.h"

char *
tuce_identity_normalize (const char *text)
{
  char *plain = tuce_text_normalize (text);
  char *to = plain;

  for (const char *from = plain; *from; from++)
    if (*from != ' ')
      *to++ = *from == 'x' ? 'X' : *from;
  *to = '\0';
  return plain;
}

char
tuce_identity_check_digit (const char *number)
{
  static const guint weights[17] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  guint sum = 0;

  for (guint i = 0; i < 17; i++)
    sum += (guint) (number[i] - '0') * weights[i];
  return "10X98765432"[sum % 11];
}

gboolean
tuce_identity_birth (const char *number, GDate *birth)
{
  char digits[9];

  if (strlen (number) < 14)
    return FALSE;
  g_strlcpy (digits, number + 6, sizeof digits);
  if (strspn (digits, "0123456789") != 8)
    return FALSE;

  guint value = (guint) g_ascii_strtoull (digits, NULL, 10);
  guint year = value / 10000, month = value / 100 % 100, day = value % 100;

  if (year < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (birth, 1);
  g_date_set_dmy (birth, day, month, year);
  return TRUE;
}

gboolean
tuce_identity_is_male (const char *number)
{
  return (number[16] - '0') % 2 == 1;
}

TuceIdentityResult
tuce_identity_check (const char *number, const GDate *today)
{
  gsize length = number ? strlen (number) : 0;
  gsize digits = number ? strspn (number, "0123456789") : 0;
  GDate birth;

  if (length == 0)
    return TUCE_IDENTITY_EMPTY;
  if (length == 15 && digits == 15)
    return TUCE_IDENTITY_OLD;
  if (length != 18)
    return TUCE_IDENTITY_LENGTH;
  if (digits < 17 || (digits == 17 && number[17] != 'X'))
    return TUCE_IDENTITY_CHARACTERS;
  if (!tuce_identity_birth (number, &birth) || g_date_get_year (&birth) < 1900
      || (today && g_date_compare (&birth, today) > 0))
    return TUCE_IDENTITY_DATE;
  if (tuce_identity_check_digit (number) != number[17])
    return TUCE_IDENTITY_CHECKSUM;
  return TUCE_IDENTITY_VALID;
}

const char *
tuce_identity_message (TuceIdentityResult result)
{
  switch (result)
    {
    case TUCE_IDENTITY_VALID:
      return NULL;
    case TUCE_IDENTITY_EMPTY:
      return _("is missing");
    case TUCE_IDENTITY_OLD:
      return _("has 15 digits: enter the 18-digit number of the present card");
    case TUCE_IDENTITY_LENGTH:
      return _("must have 18 characters");
    case TUCE_IDENTITY_CHARACTERS:
      return _("may hold only digits, and X at the end");
    case TUCE_IDENTITY_DATE:
      return _("contains a day of birth that does not exist");
    case TUCE_IDENTITY_CHECKSUM:
      return _("does not fit its check digit: compare it with the card");
    }
  g_return_val_if_reached (NULL);
}

gboolean
tuce_phone_check (const char *number)
{
  gsize length = strlen (number);
  const char *local = number;

  if (length == 11 && number[0] == '1' && number[1] >= '3' && strspn (number, "0123456789") == 11)
    return TRUE;
  /* A land line: area code 0xx or 0xxx, an optional hyphen, seven or eight digits. */
  if (number[0] == '0')
    {
      gsize area = strspn (number, "0123456789");

      if (number[area] == '-')
        {
          if (area != 3 && area != 4)
            return FALSE;
          local = number + area + 1;
        }
      else
        return number[area] == '\0' && (area == 11 || area == 12 || area == 10);
    }
  length = strlen (local);
  return (length == 7 || length == 8) && strspn (local, "0123456789") == length && local[0] != '0'
         && local[0] != '1';
}
