/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-invocation.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "tuce-error.h"

gboolean
tuce_invocation_parse (TuceInvocation *invocation,
                       const GOptionEntry *entries,
                       guint least,
                       guint most,
                       GError **error)
{
  const GOptionEntry common[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &invocation->json,
                                    N_("Write JSON, for machines"), NULL },
                                  { NULL } };
  g_autofree char *program = g_strdup_printf ("tuce-cli %s", invocation->command->name);
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint n_parameters;

  context = g_option_context_new (gettext (invocation->command->parameters));
  g_option_context_set_summary (context, gettext (invocation->command->summary));
  if (invocation->command->details)
    g_option_context_set_description (context, gettext (invocation->command->details));
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  /* GOption skips the first word, and shows the program's name in the help. */
  g_set_prgname (program);
  g_ptr_array_add (words, g_strdup (program));
  for (guint i = 0; invocation->argv[i]; i++)
    g_ptr_array_add (words, g_strdup (invocation->argv[i]));
  g_ptr_array_add (words, NULL);
  g_strfreev (invocation->argv);
  invocation->argv = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
  if (!g_option_context_parse_strv (context, &invocation->argv, error))
    return FALSE;

  g_free (invocation->argv[0]);
  for (guint i = 0; invocation->argv[i]; i++)
    invocation->argv[i] = invocation->argv[i + 1];
  n_parameters = g_strv_length (invocation->argv);
  if (n_parameters < least)
    return tuce_invocation_refuse_usage (error, _("something is missing: %s"),
                                         gettext (invocation->command->parameters));
  if (n_parameters > most)
    return tuce_invocation_refuse_usage (error, _("“%s” is one word too many"),
                                         invocation->argv[most]);
  return TRUE;
}

gboolean
tuce_invocation_refuse_usage (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list values;

  va_start (values, format);
  sentence = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, sentence);
  return FALSE;
}

gboolean
tuce_invocation_check_year (int year, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_auto (TuceValue) value = TUCE_VALUE_INIT;
  g_autofree char *fault = NULL;

  if (!dictionary)
    return FALSE;
  tuce_value_set_integer (&value, year);
  fault = tuce_field_fault (tuce_dictionary_entity (dictionary, "county_year")->year, &value);
  /* Translators: a year, and what is wrong with it: "1800 must lie between 1990 and 2100" */
  return !fault || tuce_invocation_refuse_usage (error, _("--year: %d %s"), year, fault);
}

TuceExit
tuce_invocation_exit (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return TUCE_EXIT_USAGE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TUCE_EXIT_INTERRUPTED;
  if (g_error_matches (error, TUCE_ERROR, TUCE_ERROR_REFUSED)
      || g_error_matches (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND))
    return TUCE_EXIT_REFUSED;
  return TUCE_EXIT_FAILED;
}

TuceCounty *
tuce_invocation_open (TuceInvocation *invocation, TuceOpenMode mode, GError **error)
{
  return tuce_county_open (invocation->argv[0], mode, error);
}

void
tuce_invocation_progress (double fraction, gpointer unused)
{
  static int shown = -1;
  int percent = (int)(fraction * 100);

  if (percent == shown || !isatty (STDERR_FILENO))
    return;
  shown = percent;
  if (fraction >= 1)
    fputs ("\r      \r", stderr);
  else
    fprintf (stderr, "\r%3d %%", percent);
  fflush (stderr);
}

char *
tuce_invocation_absolute (const char *path)
{
  return g_canonicalize_filename (path, NULL);
}
