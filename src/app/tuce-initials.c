/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-initials.h"

#include "tuce-csv.h"
#include "tuce-data.h"

/* Without the file, places are found by name only: that is no reason to stop anybody. */
static gpointer
load (gpointer data)
{
  GHashTable *initials = g_hash_table_new (NULL, NULL);
  g_autofree char *path = tuce_data_path ("divisions", "initials.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCsv) csv = tuce_csv_load (path, &error);

  if (!csv)
    {
      g_warning ("%s", error->message);
      return initials;
    }
  for (guint row = 0; row < tuce_csv_n_rows (csv); row++)
    {
      const char *initial = tuce_csv_cell (csv, row, "initial");

      for (const char *c = tuce_csv_cell (csv, row, "characters"); *c; c = g_utf8_next_char (c))
        g_hash_table_insert (initials, GUINT_TO_POINTER (g_utf8_get_char (c)),
                             GINT_TO_POINTER (initial[0]));
    }
  return initials;
}

char *
tuce_initials (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *initials = g_once (&once, load, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = name; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      int initial = GPOINTER_TO_INT (g_hash_table_lookup (initials, GUINT_TO_POINTER (character)));

      if (initial)
        g_string_append_c (text, (char) initial);
      else if (character < 128 && g_ascii_isalnum ((char) character))
        g_string_append_c (text, g_ascii_tolower ((char) character));
      else
        g_string_append_c (text, '?');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
