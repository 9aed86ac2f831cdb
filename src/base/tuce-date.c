/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-date.h"

#include <stdio.h>
#include <string.h>

#include "tuce-text.h"

gboolean
tuce_date_parse (const char *text, GDate *date)
{
  static const char *forms[] = { "%4u-%2u-%2u%n",  "%4u.%2u.%2u%n",     "%4u/%2u/%2u%n",
                                 "%4u%2u%2u%n", "%4u年%2u月%2u日%n" };
  g_autofree char *plain = tuce_text_normalize (text);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint year, month, day;
      int used = 0;

      /* A date without separators must have eight digits: "2018723" is neither 2018-72-3 nor 2018-07-23. */
      if (i == 3 && strlen (plain) != 8)
        continue;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      if (sscanf (plain, forms[i], &year, &month, &day, &used) != 3 || used != (int) strlen (plain))
        continue;
#pragma GCC diagnostic pop
      if (year < 1850 || year > 2200 || !g_date_valid_dmy (day, month, year))
        return FALSE;
      g_date_clear (date, 1);
      g_date_set_dmy (date, day, month, year);
      return TRUE;
    }
  return FALSE;
}

char *
tuce_date_format (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

int
tuce_date_age (const GDate *birth, const GDate *day)
{
  int age = (int) g_date_get_year (day) - (int) g_date_get_year (birth);

  if (g_date_get_month (day) < g_date_get_month (birth)
      || (g_date_get_month (day) == g_date_get_month (birth)
          && g_date_get_day (day) < g_date_get_day (birth)))
    age--;
  return age;
}

void
tuce_date_today (GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_time_t (date, g_get_real_time () / G_USEC_PER_SEC);
}
