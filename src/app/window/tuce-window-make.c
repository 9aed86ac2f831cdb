/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making counties: on a worker thread, with progress and a way to stop; then the window opens what was made. */
#include <glib/gi18n-lib.h>

#include "tuce-demo.h"
#include "tuce-new-county.h"
#include "tuce-window-private.h"

typedef struct
{
  char *path;
  char *county_code; /* NULL for the demo county */
  int year;
  guint households;
  TuceJob *job;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making->county_code);
  g_object_unref (making->job);
  g_free (making);
}

/* The county belongs to the thread that made it: it is closed here and opened again where the window lives. */
static void
make (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  TuceDemoOptions options = { .seed = 1, .households = making->households };
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *folder = g_path_get_dirname (making->path);

  g_mkdir_with_parents (folder, 0755);
  if (making->county_code)
    county = tuce_new_county (making->path, making->county_code, making->year, tuce_job_progress,
                              making->job, cancellable, &error);
  else
    county = tuce_demo_create (making->path, &options, tuce_job_progress, making->job, cancellable, &error);
  if (!county)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  tuce_county_close (county);
  g_task_return_boolean (task, TRUE);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  TuceWindow *self = TUCE_WINDOW (source);
  Making *making = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  tuce_job_finish (making->job);
  if (!self->workspace)
    return; /* closed meanwhile */
  g_clear_object (&self->making);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    tuce_window_open (self, making->path);
  else
    tuce_workspace_report_error (self->workspace, error);
}

static void
start (TuceWindow *self, Making *making, const char *title)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, on_made, NULL);

  making->job = tuce_workspace_begin_job (self->workspace, title, cancellable);
  g_set_object (&self->making, making->job);
  /* Cancelled and done at once would still have to be opened. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make);
}

static gboolean
is_busy (TuceWindow *self)
{
  if (!self->making)
    return FALSE;
  tuce_window_show_error (self, _("A county is being made just now: wait for it, or stop it below."));
  return TRUE;
}

void
tuce_window_make_demo (TuceWindow *self, const char *path, guint households)
{
  Making *making;

  g_return_if_fail (TUCE_IS_WINDOW (self));
  if (is_busy (self))
    return;
  making = g_new0 (Making, 1);
  making->path = g_strdup (path);
  making->households = households;
  start (self, making, _("Making the demo county"));
}

void
tuce_window_make_county (TuceWindow *self, const char *path, const char *county_code, int year)
{
  Making *making;

  g_return_if_fail (TUCE_IS_WINDOW (self));
  if (is_busy (self))
    return;
  making = g_new0 (Making, 1);
  making->path = g_strdup (path);
  making->county_code = g_strdup (county_code);
  making->year = year;
  start (self, making, _("Making the county"));
}

void
tuce_window_show_demo (TuceWindow *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "tuce", "demo.tuce", NULL);

  g_return_if_fail (TUCE_IS_WINDOW (self));
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    tuce_window_open (self, path);
  else
    tuce_window_make_demo (self, path, 0);
}
