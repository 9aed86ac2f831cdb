/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-lint-task.h"

static gpointer
look (TuceCounty *reader, gpointer text, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceLint) lint = tuce_lint_new (reader, error);

  return lint ? tuce_lint_text (lint, text) : NULL;
}

const TuceReadKind tuce_lint_looking = { look, g_free, (GDestroyNotify) g_ptr_array_unref };
