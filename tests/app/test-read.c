/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to the county is answered by a worker; whoever no longer wants the answer is not given one. */
#include "../register/small-county.h"
#include "tuce-error.h"
#include "tuce-read.h"

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceCounty *last;   /* who read last; only compared */
  GMutex holding;     /* held by a test that wants the worker to wait */
  int n_read, n_freed;
  char *answer;
  GError *error;
  gboolean called;
} Fixture;

typedef struct
{
  Fixture *fixture;
  const char *entity;
} Question;

static gpointer
count (TuceCounty *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (TuceQuery) query = NULL;
  gint64 n;

  g_assert_false (g_main_context_is_owner (NULL));
  g_atomic_int_inc (&question->fixture->n_read);
  g_mutex_lock (&question->fixture->holding);
  question->fixture->last = reader;
  g_mutex_unlock (&question->fixture->holding);
  if (!question->entity)
    {
      g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, "nothing was asked");
      return NULL;
    }
  query = tuce_query_new (reader, question->entity);
  return tuce_query_count (query, reader, NULL, &n, NULL, error) ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : NULL;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_atomic_int_inc (&question->fixture->n_freed);
  g_free (question);
}

static const TuceReadKind counting = { count, question_free, g_free };

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *self = data;

  g_assert_true (((Question *) tuce_read_question (result))->fixture == self);
  self->answer = tuce_read_finish (result, &self->error);
  self->called = TRUE;
}

static void
ask (Fixture *self, const char *entity, GCancellable *cancellable)
{
  Question *question = g_new (Question, 1);

  *question = (Question){ self, entity };
  g_clear_pointer (&self->answer, g_free);
  g_clear_error (&self->error);
  self->called = FALSE;
  tuce_read_async (self->county, &counting, question, cancellable, on_answer, self);
}

static void
wait_for_answer (Fixture *self)
{
  while (!self->called)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->county = small_county (&self->path, 4);
  g_mutex_init (&self->holding);
  /* the context is this thread's for good, so that a worker can tell that it is none */
  g_assert_true (g_main_context_acquire (NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_main_context_release (NULL);
  g_mutex_clear (&self->holding);
  g_clear_pointer (&self->answer, g_free);
  g_clear_error (&self->error);
  if (self->county)
    small_county_remove (self->county, self->path);
}

static void
test_answer (Fixture *self, gconstpointer data)
{
  TuceCounty *first;

  ask (self, "household", NULL);
  wait_for_answer (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (self->answer, ==, "4");
  first = self->last;
  ask (self, "village", NULL);
  wait_for_answer (self);
  g_assert_cmpstr (self->answer, ==, "3");
  g_assert_true (self->last == first);
}

static void
test_error (Fixture *self, gconstpointer data)
{
  ask (self, NULL, NULL);
  wait_for_answer (self);
  g_assert_null (self->answer);
  g_assert_error (self->error, TUCE_ERROR, TUCE_ERROR_REFUSED);
}

/* Before a worker takes it up, and while it is being answered: no answer, and the callback is called. */
static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) meanwhile = g_cancellable_new ();

  g_cancellable_cancel (before);
  ask (self, "household", before);
  g_assert_false (self->called);
  wait_for_answer (self);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_atomic_int_get (&self->n_read), ==, 0);

  g_mutex_lock (&self->holding);
  ask (self, "household", meanwhile);
  while (g_atomic_int_get (&self->n_read) == 0)
    g_usleep (1000);
  g_cancellable_cancel (meanwhile);
  g_mutex_unlock (&self->holding);
  wait_for_answer (self);
  g_assert_null (self->answer);
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The window closes its county while a worker reads: that ends well, and the file is let go of. */
static void
test_county_goes (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_strdup (self->path);

  g_mutex_lock (&self->holding);
  ask (self, "household", NULL);
  while (g_atomic_int_get (&self->n_read) == 0)
    g_usleep (1000);
  tuce_county_close (self->county);
  g_clear_object (&self->county);
  g_mutex_unlock (&self->holding);
  wait_for_answer (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (self->answer, ==, "4");
  tuce_county_discard (path);
  g_free (self->path);
}

static void
test_questions_are_freed (Fixture *self, gconstpointer data)
{
  for (int i = 1; i <= 3; i++)
    {
      ask (self, i == 2 ? NULL : "household", NULL);
      wait_for_answer (self);
    }
  /* a worker may let go of its task after the callback */
  while (g_atomic_int_get (&self->n_freed) < 3)
    g_usleep (1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add ("/read/" path, Fixture, NULL, set_up, test, tear_down)
  add ("answer", test_answer);
  add ("error", test_error);
  add ("cancel", test_cancel);
  add ("county-goes", test_county_goes);
  add ("questions-are-freed", test_questions_are_freed);
#undef add
  return g_test_run ();
}
