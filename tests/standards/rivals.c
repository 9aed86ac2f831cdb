/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rivals.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-review.h"

#define RIVAL_ARGUMENT "--rival-program"

struct _Worker
{
  TuceGate *gate;
  TuceStandards *standards;
  gboolean complete;
  GCancellable *cancellable;
  GThread *thread;
  guint n_runs;
};

static gpointer
work (gpointer data)
{
  Worker *self = data;

  while (!g_cancellable_is_cancelled (self->cancellable))
    {
      g_autoptr (GError) error = NULL;
      gboolean done = self->complete
                          ? tuce_review_run (self->gate, self->standards, NULL, NULL, self->cancellable, &error)
                          : tuce_review_run_places (self->gate, self->standards, self->cancellable, &error);

      /* a failure is allowed where another program holds the file */
      if (done)
        self->n_runs++;
      else if (!g_error_matches (error, TUCE_ERROR, TUCE_ERROR_HELD))
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  return NULL;
}

Worker *
worker_start (TuceCounty *county, TuceStandards *standards, gboolean complete)
{
  Worker *self = g_new0 (Worker, 1);

  self->gate = tuce_gate_ref (tuce_county_get_gate (county));
  self->standards = tuce_standards_ref (standards);
  self->complete = complete;
  self->cancellable = g_cancellable_new ();
  self->thread = g_thread_new ("worker", work, self);
  return self;
}

void
worker_cancel (Worker *self)
{
  g_cancellable_cancel (self->cancellable);
}

guint
worker_stop (Worker *self)
{
  guint n_runs;

  worker_cancel (self);
  g_thread_join (self->thread);
  n_runs = self->n_runs;
  tuce_gate_unref (self->gate);
  tuce_standards_unref (self->standards);
  g_object_unref (self->cancellable);
  g_free (self);
  return n_runs;
}

struct _RivalProgram
{
  GSubprocess *process;
};

RivalProgram *
rival_program_start (const char *path)
{
  RivalProgram *self = g_new0 (RivalProgram, 1);
  g_autoptr (GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe",
                                    RIVAL_ARGUMENT, path, NULL);
  g_assert_no_error (error);
  return self;
}

/* Sends @word to the program and waits for its answer, one line. */
static void
say (RivalProgram *self, const char *word)
{
  GOutputStream *to = g_subprocess_get_stdin_pipe (self->process);
  GInputStream *from = g_subprocess_get_stdout_pipe (self->process);
  g_autoptr (GError) error = NULL;
  char answer = '\0';

  g_output_stream_write_all (to, word, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_input_stream_read (from, &answer, 1, NULL, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (answer, ==, *word);
}

void
rival_program_hold (RivalProgram *self)
{
  say (self, "h");
}

void
rival_program_let_go (RivalProgram *self)
{
  say (self, "l");
}

void
rival_program_flicker (RivalProgram *self)
{
  say (self, "f");
}

void
rival_program_stop (RivalProgram *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  g_free (self);
}

static void
run_sql (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static void
flicker (sqlite3 *db)
{
  for (;;)
    {
      run_sql (db, "BEGIN IMMEDIATE");
      g_usleep ((gulong) g_random_int_range (1000, 10000));
      run_sql (db, "ROLLBACK");
      g_usleep ((gulong) g_random_int_range (1000, 10000));
    }
}

int
rival_program_main (int argc, char **argv)
{
  sqlite3 *db = NULL;
  int word;

  if (argc != 3 || !g_str_equal (argv[1], RIVAL_ARGUMENT))
    return -1;
  setvbuf (stdin, NULL, _IONBF, 0);
  setvbuf (stdout, NULL, _IONBF, 0);
  if (sqlite3_open_v2 (argv[2], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_busy_timeout (db, 10000);
  while ((word = getchar ()) != EOF)
    {
      if (word == 'h')
        run_sql (db, "BEGIN IMMEDIATE");
      else if (word == 'l')
        run_sql (db, "ROLLBACK");
      putchar (word);
      if (word == 'f')
        flicker (db);
    }
  sqlite3_close (db);
  return 0;
}
