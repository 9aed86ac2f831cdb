/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-task.h"

#include "tuce-photo-records.h"
#include "tuce-photo-store.h"
#include "tuce-picture.h"

typedef struct
{
  char *county_path;
  char *hash;
  int side;
  gboolean small;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_free (loading->county_path);
  g_free (loading->hash);
  g_free (loading);
}

static GdkPixbuf *
read_pixels (const Loading *loading, GError **error)
{
  g_autofree char *path = NULL;

  if (loading->small)
    return tuce_photo_thumbnail (loading->county_path, loading->hash, loading->side, error);
  path = tuce_photo_find (loading->county_path, loading->hash, error);
  return path ? tuce_picture_load (path, loading->side, loading->side, error) : NULL;
}

static void
load (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GdkPixbuf) pixels = read_pixels (data, &error);

  if (pixels)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixels), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tuce_photo_load_async (const char *county_path, const char *hash, int side, gboolean small, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Loading *loading = g_new0 (Loading, 1);

  loading->county_path = g_strdup (county_path);
  loading->hash = g_strdup (hash);
  loading->side = side;
  loading->small = small;
  g_task_set_source_tag (task, tuce_photo_load_async);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, load);
}

GdkTexture *
tuce_photo_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  char *county_path;
  GStrv paths;
  GPtrArray *refusals;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->county_path);
  g_strfreev (keeping->paths);
  g_ptr_array_unref (keeping->refusals);
  g_free (keeping);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Keeping *keeping = data;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_photo_file_free);

  for (guint i = 0; keeping->paths[i] && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      char *hash = tuce_photo_keep (keeping->county_path, keeping->paths[i], &error);
      TucePhotoFile *file;

      if (!hash)
        {
          g_ptr_array_add (keeping->refusals, g_strdup (error->message));
          continue;
        }
      file = g_new0 (TucePhotoFile, 1);
      file->hash = hash;
      file->name = g_path_get_basename (keeping->paths[i]);
      g_ptr_array_add (files, file);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

void
tuce_photo_keep_async (const char *county_path, const char *const *paths, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->county_path = g_strdup (county_path);
  keeping->paths = g_strdupv ((char **) paths);
  keeping->refusals = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, tuce_photo_keep_async);
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, keep);
}

GPtrArray *
tuce_photo_keep_finish (GAsyncResult *result, GPtrArray **refusals, GError **error)
{
  const Keeping *keeping = g_task_get_task_data (G_TASK (result));

  *refusals = g_ptr_array_ref (keeping->refusals);
  return g_task_propagate_pointer (G_TASK (result), error);
}
