/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-text.h"

#include <locale.h>
#include <math.h>
#include <string.h>

char *
tuce_text_normalize (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *valid = text ? g_utf8_make_valid (text, -1) : g_strdup ("");

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A)
          || c == 0xFF0D || c == 0xFF0E)
        c -= 0xFEE0;
      else if (c == 0x3000 || c == 0xA0)
        c = ' ';
      else if (c == 0xFEFF || (g_unichar_iscntrl (c) && c != '\n' && c != '\t'))
        continue;
      g_string_append_unichar (out, c);
    }
  return g_strdup (g_strstrip (out->str));
}

char *
tuce_text_like_pattern (const char *text)
{
  GString *out = g_string_new ("%");

  for (const char *p = text; *p; p++)
    {
      if (strchr ("%_\\", *p))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '%');
  return g_string_free (out, FALSE);
}

char *
tuce_text_mask (const char *text, guint keep_head, guint keep_tail)
{
  glong length = g_utf8_strlen (text, -1);
  GString *out = g_string_new (NULL);
  glong i = 0;

  if (length <= (glong) (keep_head + keep_tail))
    keep_head = keep_tail = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p), i++)
    {
      if (i < (glong) keep_head || i >= length - (glong) keep_tail)
        g_string_append_unichar (out, g_utf8_get_char (p));
      else
        g_string_append_c (out, '*');
    }
  return g_string_free (out, FALSE);
}

static int language_is_chinese = -1;
static _Thread_local guint chinese_depth;

gboolean
tuce_text_is_chinese (void)
{
  if (chinese_depth > 0)
    return TRUE;
  if (language_is_chinese < 0)
    {
      const char *const *names = g_get_language_names ();

      language_is_chinese = names[0] && g_str_has_prefix (names[0], "zh");
    }
  return language_is_chinese;
}

void
tuce_text_set_language (gboolean chinese)
{
  language_is_chinese = chinese;
}

void
tuce_text_begin_chinese (void)
{
  chinese_depth++;
}

void
tuce_text_end_chinese (void)
{
  g_return_if_fail (chinese_depth > 0);
  chinese_depth--;
}

char *
tuce_text_number (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value < 0 ? -value : value);
  GString *out = g_string_new (value < 0 ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

char *
tuce_text_distance (double metres)
{
  double tens = round (metres / 10) * 10;

  if (metres < 100)
    return g_strdup_printf ("%.0f m", metres);
  if (tens < 1000)
    return g_strdup_printf ("%.0f m", tens);
  return g_strdup_printf (metres < 9950 ? "%.1f km" : "%.0f km", metres / 1000);
}
