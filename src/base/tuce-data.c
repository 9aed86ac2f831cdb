/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-data.h"

#include <libintl.h>
#include <locale.h>
#include <stdarg.h>

#include "tuce-text.h"

static char *data_directory;

/* Whether the program runs from its build folder: its data are then taken from the source tree. */
static gboolean
runs_where_built (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program && g_str_has_prefix (program, TUCE_BUILD_DIR "/");
}

static const char *
directory (void)
{
  if (!data_directory)
    {
      const char *named = g_getenv ("TUCE_DATA");

      if (named && *named)
        data_directory = g_strdup (named);
      else
        data_directory = g_strdup (runs_where_built () ? TUCE_SOURCE_DATA_DIR : TUCE_DATA_DIR);
    }
  return data_directory;
}

void
tuce_data_set_directory (const char *directory_name)
{
  g_free (data_directory);
  data_directory = g_strdup (directory_name);
}

char *
tuce_data_path (const char *first, ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  va_list rest;

  g_ptr_array_add (parts, (char *) directory ());
  g_ptr_array_add (parts, (char *) first);
  va_start (rest, first);
  for (char *part = va_arg (rest, char *); part; part = va_arg (rest, char *))
    g_ptr_array_add (parts, part);
  va_end (rest);
  g_ptr_array_add (parts, NULL);
  return g_build_filenamev ((char **) parts->pdata);
}

/* Whether @locale names no language: "C", "C.UTF-8" and the like. */
static gboolean
names_none (const char *locale)
{
  return !locale || !*locale || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")
         || g_str_has_prefix (locale, "C.");
}

/* Whether Chinese is wanted: also where the environment names no language, because the office works in Chinese. */
static gboolean
is_chinese_wanted (void)
{
  static const char *variables[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (!names_none (g_getenv (variables[i])))
      return g_str_has_prefix (g_getenv (variables[i]), "zh");
  return TRUE;
}

/* Sets the locale from the environment. Where Chinese is wanted but the machine has no Chinese locale, sets the nearest one
 * it has. */
static void
set_locale (void)
{
  const char *locale = setlocale (LC_ALL, "") ? setlocale (LC_MESSAGES, NULL) : NULL;

  if (!names_none (locale))
    return;
  if (is_chinese_wanted ())
    {
      /* zh_CN.UTF-8 is tried first: glibc 2.41 translates nothing in the locale C.UTF-8, although older ones do. */
      g_setenv ("LC_ALL", setlocale (LC_ALL, "zh_CN.UTF-8") ? "zh_CN.UTF-8" : "C.UTF-8", TRUE);
      if (names_none (g_getenv ("LANGUAGE")))
        g_setenv ("LANGUAGE", "zh_CN", TRUE);
    }
  else if (!locale)
    g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}

void
tuce_data_bind_language (void)
{
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, runs_where_built () ? TUCE_BUILD_DIR "/po" : TUCE_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  tuce_text_is_chinese ();
}
