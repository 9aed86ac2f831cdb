/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-lint.h"

/** tuce_lint_text_async: looks at @text on a worker thread, knowing the parameters of @county. */
void tuce_lint_text_async (TuceCounty *county, const char *text, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);

/** tuce_lint_text_finish: Returns: (transfer full) (element-type TuceMistake): as tuce_lint_text() gives them. */
GPtrArray *tuce_lint_text_finish (GAsyncResult *result, GError **error);

/** tuce_lint_text_of: Returns: (transfer none): the text @result is about. */
const char *tuce_lint_text_of (GAsyncResult *result);
