/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint-task.h"

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (source, &error);
  g_autoptr (TuceLint) lint = reader ? tuce_lint_new (reader, &error) : NULL;

  if (lint)
    g_task_return_pointer (task, tuce_lint_text (lint, data), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
tuce_lint_text_async (TuceCounty *county, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (county, cancellable, callback, data);

  g_task_set_source_tag (task, tuce_lint_text_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, look);
}

GPtrArray *
tuce_lint_text_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
tuce_lint_text_of (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}
