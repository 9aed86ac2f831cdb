/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-photo-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tuce-error.h"
#include "tuce-picture.h"

#define BLOCK (256 * 1024)
#define HASH_LENGTH 64

char *
tuce_photo_folder (const char *county_path)
{
  gsize length = strlen (county_path);

  if (g_str_has_suffix (county_path, ".tuce"))
    length -= strlen (".tuce");
  return g_strdup_printf ("%.*s.photos", (int) length, county_path);
}

static gboolean
storage_failed (const char *folder, int failure, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The photo could not be kept in %s: %s. Nothing was changed."), folder,
               g_strerror (failure));
  return FALSE;
}

static gboolean
write_all (int descriptor, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = write (descriptor, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      bytes += written;
      length -= (gsize) written;
    }
  return TRUE;
}

/* Copies @from to the open @descriptor, a file in @folder, and gives the SHA-256 of exactly the bytes that were
   copied. */
static char *
copy_and_sum (const char *from, const char *name, int descriptor, const char *folder, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *block = g_malloc (BLOCK);
  int input = g_open (from, O_RDONLY | O_CLOEXEC, 0);
  gsize copied = 0;
  gssize n = -1;

  while (input >= 0 && copied <= TUCE_PICTURE_MOST_BYTES && (n = read (input, block, BLOCK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        break;
      g_checksum_update (sum, (const guchar *) block, n);
      copied += (gsize) n;
      if (!write_all (descriptor, block, (gsize) n))
        {
          storage_failed (folder, errno, error);
          close (input);
          return NULL;
        }
    }
  if (n < 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” can't be read: %s"), name, g_strerror (errno));
  if (input >= 0)
    close (input);
  if (n < 0)
    return NULL;
  if (fsync (descriptor) != 0 && errno != EINVAL)
    {
      storage_failed (folder, errno, error);
      return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Flushes the folder to disk: a file's name is safe only when its folder is. */
static void
sync_folder (const char *folder)
{
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

static char *
keep_part (const char *folder, const char *part, int descriptor, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hash = copy_and_sum (path, name, descriptor, folder, error);
  const char *ending = hash ? tuce_picture_check (part, name, error) : NULL;
  g_autofree char *file = ending ? g_strconcat (hash, ".", ending, NULL) : NULL;
  g_autofree char *kept = file ? g_build_filename (folder, file, NULL) : NULL;

  if (!kept)
    return NULL;
  if (g_rename (part, kept) != 0)
    {
      storage_failed (folder, errno, error);
      return NULL;
    }
  sync_folder (folder);
  return g_steal_pointer (&hash);
}

char *
tuce_photo_keep (const char *county_path, const char *path, GError **error)
{
  g_autofree char *folder = tuce_photo_folder (county_path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *part = g_build_filename (folder, ".part-XXXXXX", NULL);
  char *hash;
  int descriptor;

  if (!tuce_picture_check (path, name, error))
    return NULL;
  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      storage_failed (folder, errno, error);
      return NULL;
    }
  descriptor = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      storage_failed (folder, errno, error);
      return NULL;
    }
  hash = keep_part (folder, part, descriptor, path, error);
  close (descriptor);
  if (!hash)
    g_unlink (part);
  return hash;
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == HASH_LENGTH && strspn (text, "0123456789abcdef") == HASH_LENGTH;
}

char *
tuce_photo_find (const char *county_path, const char *hash, GError **error)
{
  g_autofree char *folder = tuce_photo_folder (county_path);
  const char *const *endings = tuce_picture_endings ();

  for (guint i = 0; is_hash (hash) && endings[i]; i++)
    {
      g_autofree char *file = g_strconcat (hash, ".", endings[i], NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
               _("The file of this photo is missing. It belongs into %s; copy that folder along with the county file."), folder);
  return NULL;
}

gboolean
tuce_photo_is_whole (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *block = g_malloc (BLOCK);
  g_autofree char *name = g_path_get_basename (path);
  gssize n = stream ? 1 : -1;

  while (n > 0)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, cancellable, error);
      if (n > 0)
        g_checksum_update (sum, (const guchar *) block, n);
    }
  return n == 0 && g_str_has_prefix (name, g_checksum_get_string (sum));
}

static char *
thumbnail_path (const char *county_path, const char *hash, int side)
{
  g_autofree char *folder = tuce_photo_folder (county_path);
  g_autofree char *file = g_strdup_printf ("%s-%d.jpg", hash, side);

  return g_build_filename (folder, "small", file, NULL);
}

/* A thumbnail that can't be stored is made again next time, so this is no error. */
static void
keep_thumbnail (GdkPixbuf *small, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *bytes = NULL;
  gsize length;

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    return;
  if (gdk_pixbuf_save_to_buffer (small, &bytes, &length, "jpeg", NULL, "quality", "85", NULL))
    g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

GdkPixbuf *
tuce_photo_thumbnail (const char *county_path, const char *hash, int side, GError **error)
{
  g_autofree char *path = tuce_photo_find (county_path, hash, error);
  g_autofree char *kept = path ? thumbnail_path (county_path, hash, side) : NULL;
  GdkPixbuf *small;

  if (!path)
    return NULL;
  small = gdk_pixbuf_new_from_file (kept, NULL);
  if (small)
    return small;
  small = tuce_picture_load (path, side, side, error);
  if (small)
    keep_thumbnail (small, kept);
  return small;
}
