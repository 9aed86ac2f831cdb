/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-import-task.h"

#include <glib/gi18n-lib.h>

/* How long the writing may keep the main loop at a time, in µs, and how many outlines between two looks at the clock. */
#define SLICE 10000
#define AT_ONCE 4

typedef struct
{
  TuceCounty *county;
  char *path;
  TuceDatum datum;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->county);
  g_free (loading->path);
  g_free (loading);
}

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Loading *loading = data;
  GError *error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (loading->county, &error);
  TuceOutlineSource *outlines
      = reader ? tuce_outline_source_load (loading->path, loading->datum, reader, &error) : NULL;

  if (outlines)
    g_task_return_pointer (task, outlines, (GDestroyNotify) tuce_outline_source_free);
  else
    g_task_return_error (task, error);
}

void
tuce_map_import_load_async (TuceCounty *county, const char *path, TuceDatum datum, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Loading *loading = g_new0 (Loading, 1);

  loading->county = g_object_ref (county);
  loading->path = g_strdup (path);
  loading->datum = datum;
  g_task_set_source_tag (task, tuce_map_import_load_async);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load);
}

TuceOutlineSource *
tuce_map_import_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TuceCounty *county;
  TuceOutlineSource *source;
  char *level;
  char *key;
  char *attribution;
  TuceProgress progress;
  gpointer progress_data;

  TuceOutlineImport *outlines;
  TuceEdit *edit;
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_clear_pointer (&importing->edit, tuce_edit_abort);
  g_clear_pointer (&importing->outlines, tuce_outline_import_free);
  g_clear_pointer (&importing->source, tuce_outline_source_free);
  g_object_unref (importing->county);
  g_free (importing->level);
  g_free (importing->key);
  g_free (importing->attribution);
  g_free (importing);
}

static void
prepare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Importing *importing = g_task_get_task_data (data);
  GError *error = NULL;
  g_autoptr (TuceCounty) reader = tuce_county_open_reader (importing->county, &error);
  TuceOutlineImport *outlines = NULL;

  if (reader)
    outlines = tuce_outline_import_new (importing->source, reader, importing->level, importing->key,
                                        importing->attribution, cancellable, &error);
  if (outlines)
    g_task_return_pointer (task, outlines, (GDestroyNotify) tuce_outline_import_free);
  else
    g_task_return_error (task, error);
}

static void
fail (GTask *task, GError *error)
{
  Importing *importing = g_task_get_task_data (task);

  g_clear_pointer (&importing->edit, tuce_edit_abort);
  g_task_return_error (task, error);
}

static gboolean
write_slice (gpointer data)
{
  GTask *task = data;
  Importing *importing = g_task_get_task_data (task);
  gint64 until = g_get_monotonic_time () + SLICE;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      fail (task, error);
      return G_SOURCE_REMOVE;
    }
  while (tuce_outline_import_fraction (importing->outlines) < 1 && g_get_monotonic_time () < until)
    if (!tuce_outline_import_write (importing->outlines, importing->edit, AT_ONCE, &error))
      {
        fail (task, error);
        return G_SOURCE_REMOVE;
      }
  if (importing->progress)
    importing->progress (tuce_outline_import_fraction (importing->outlines), importing->progress_data);
  if (tuce_outline_import_fraction (importing->outlines) < 1)
    return G_SOURCE_CONTINUE;
  if (tuce_edit_commit (g_steal_pointer (&importing->edit), &error))
    g_task_return_pointer (task, g_steal_pointer (&importing->outlines), (GDestroyNotify) tuce_outline_import_free);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Importing *importing = g_task_get_task_data (task);
  g_autofree char *name = g_path_get_basename (tuce_geodata_path (tuce_outline_source_geodata (importing->source)));
  g_autofree char *label = g_strdup_printf (_("Import outlines from %s"), name);
  GError *error = NULL;

  importing->outlines = g_task_propagate_pointer (G_TASK (result), &error);
  if (importing->outlines)
    importing->edit = tuce_edit_begin (importing->county, label, &error);
  if (importing->edit)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_slice, g_object_ref (task), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tuce_map_import_async (TuceCounty *county, TuceOutlineSource *source, const char *level, const char *key,
                       const char *attribution, TuceProgress progress, gpointer progress_data,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTask) preparing = g_task_new (NULL, cancellable, on_prepared, task);
  Importing *importing = g_new0 (Importing, 1);

  importing->county = g_object_ref (county);
  importing->source = source;
  importing->level = g_strdup (level);
  importing->key = g_strdup (key);
  importing->attribution = g_strdup (attribution);
  importing->progress = progress;
  importing->progress_data = progress_data;
  g_task_set_source_tag (task, tuce_map_import_async);
  g_task_set_task_data (task, importing, importing_free);
  /* What was written in time is said to be so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (preparing, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (preparing, prepare);
}

TuceOutlineImport *
tuce_map_import_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
tuce_map_import_describe (const TuceOutlineImport *outlines)
{
  guint taken = tuce_outline_import_n_taken (outlines), unmatched = tuce_outline_import_n_unmatched (outlines);
  guint redrawn = tuce_outline_import_n_redrawn (outlines), left = tuce_outline_import_n_left (outlines);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u outline taken", "%u outlines taken", taken), taken);
  if (unmatched)
    g_string_append_printf (text, ngettext ("; %u shape passed over", "; %u shapes passed over", unmatched), unmatched);
  if (redrawn)
    g_string_append_printf (text,
                            ngettext ("; %u schematic cell beneath drawn anew, still schematic",
                                      "; %u schematic cells beneath drawn anew, still schematic", redrawn),
                            redrawn);
  if (left)
    g_string_append_printf (text,
                            ngettext ("; %u schematic cell left as it was: the outline can't be divided",
                                      "; %u schematic cells left as they were: the outline can't be divided", left),
                            left);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
