/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-reading.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "tuce-data.h"
#include "tuce-text.h"

static UTransliterator *
open_rules (const char *rules)
{
  UErrorCode status = U_ZERO_ERROR;
  UParseError where = { 0 };
  UTransliterator *reader;
  g_autofree UChar *wide = g_new (UChar, strlen (rules) + 1);
  UChar name[16];
  int32_t length = 0;

  u_uastrcpy (name, "tuce-reading");
  u_strFromUTF8 (wide, (int32_t) strlen (rules) + 1, &length, rules, -1, &status);
  reader = utrans_openU (name, -1, UTRANS_FORWARD, wide, length, &where, &status);
  if (U_FAILURE (status))
    {
      g_warning ("no readings: line %d: %s", where.line, u_errorName (status));
      g_clear_pointer (&reader, utrans_close);
    }
  return reader;
}

/* Without a reader places are found by their characters only: that is no reason to stop anybody. */
static gpointer
load (gpointer data)
{
  g_autofree char *path = tuce_data_path ("divisions", "readings.txt", NULL);
  g_autofree char *rules = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_get_contents (path, &rules, NULL, &error))
    return open_rules (rules);
  g_warning ("%s", error->message);
  return NULL;
}

char *
tuce_reading (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  static GMutex mutex; /* a transliterator serves one thread at a time */
  UTransliterator *reader = g_once (&once, load, NULL);
  UErrorCode status = U_ZERO_ERROR;
  /* No character is read with more than six letters and a space. */
  const int32_t room = (int32_t) strlen (name) * 8 + 8;
  g_autofree UChar *wide = g_new (UChar, room);
  g_autofree char *text = g_malloc0 ((gsize) room);
  int32_t length = 0, end;

  if (!reader)
    return g_strdup ("");
  u_strFromUTF8 (wide, room, &length, name, -1, &status);
  end = length;
  g_mutex_lock (&mutex);
  utrans_transUChars (reader, wide, &length, room, 0, &end, &status);
  g_mutex_unlock (&mutex);
  u_strToUTF8 (text, room, NULL, wide, length, &status);
  if (U_FAILURE (status))
    return g_strdup ("");
  return tuce_text_normalize (text);
}
