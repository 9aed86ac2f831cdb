/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-read.h"

#include "tuce-readers.h"

typedef struct
{
  const TuceReadKind *kind;
  TuceReaders *readers;
  gpointer question;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->kind->free_question)
    asked->kind->free_question (asked->question);
  tuce_readers_unref (asked->readers);
  g_free (asked);
}

static void
answer_it (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asked *asked = data;
  GError *error = NULL;
  gpointer answer = NULL;
  TuceCounty *reader;

  if (g_task_return_error_if_cancelled (task))
    return;
  reader = tuce_readers_lend (asked->readers, &error);
  if (reader)
    {
      answer = asked->kind->read (reader, asked->question, cancellable, &error);
      tuce_readers_give_back (asked->readers, reader, error);
    }
  if (answer)
    g_task_return_pointer (task, answer, asked->kind->free_answer);
  else
    g_task_return_error (task, error);
}

void
tuce_read_async (TuceCounty *county, const TuceReadKind *kind, gpointer question, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ kind, tuce_readers_ref (tuce_county_get_readers (county)), question };
  g_task_set_source_tag (task, kind->read);
  g_task_set_task_data (task, asked, asked_free);
  g_task_run_in_thread (task, answer_it);
}

gpointer
tuce_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gpointer
tuce_read_question (GAsyncResult *result)
{
  const Asked *asked = g_task_get_task_data (G_TASK (result));

  return asked->question;
}
