/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-county.h"

/**
 * TuceReadKind: a kind of question about the county that a worker answers.
 * @read: answers @question from @reader, which is lent to it and not to be kept; %NULL with @error. On a worker thread.
 * @free_question: (nullable)
 *
 * As long as a question and the answer to it are around, so is the dictionary they may point into.
 */
typedef struct
{
  gpointer (*read) (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error);
  GDestroyNotify free_question;
  GDestroyNotify free_answer;
} TuceReadKind;

/**
 * tuce_read_async:
 * @kind: static
 * @question: (transfer full): nobody else alters it from here on
 * @callback: on this thread; one that was cancelled is called as well, with G_IO_ERROR_CANCELLED in any case
 *
 * Has @question answered on a worker thread by one of the readers of @county (tuce-readers.h). @county itself is not kept.
 */
void tuce_read_async (TuceCounty *county, const TuceReadKind *kind, gpointer question, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data);

/** tuce_read_finish: Returns: (transfer full): the answer, or %NULL with @error. */
gpointer tuce_read_finish (GAsyncResult *result, GError **error);

/** tuce_read_question: Returns: (transfer none): what was asked; until the callback returns. */
gpointer tuce_read_question (GAsyncResult *result);
