/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <stdarg.h>

int
run_cli (char **output, char **complaint, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  va_list rest;

  g_ptr_array_add (words, (char *) g_getenv ("TUCE_CLI"));
  va_start (rest, complaint);
  for (char *word = va_arg (rest, char *); word; word = va_arg (rest, char *))
    g_ptr_array_add (words, word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  if (*err)
    g_test_message ("%s", err);
  if (output)
    *output = g_steal_pointer (&out);
  if (complaint)
    *complaint = g_steal_pointer (&err);
  return g_subprocess_get_exit_status (process);
}

char *
make_demo (const char *name, guint households)
{
  g_autofree char *number = g_strdup_printf ("%u", households);
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_cmpint (run_cli (NULL, NULL, "demo", path, "--seed", "1", "--households", number, NULL),
                   ==, 0);
  return path;
}
