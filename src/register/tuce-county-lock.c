/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-county-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tuce-error.h"

struct _TuceCountyLock
{
  int fd;
  char *file;
};

static void
say_holder (int fd, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  char text[512];
  gssize length = pread (fd, text, sizeof text - 1, 0);
  g_auto (GStrv) parts = NULL;

  text[MAX (length, 0)] = '\0';
  parts = g_strsplit (g_utf8_validate (text, -1, NULL) ? text : "", "\n", 4);
  if (g_strv_length (parts) < 3)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("%s is open for editing in another program"), name);
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD,
                 /* Translators: file, user, machine, time */
                 _("%s is being edited by %s on %s since %s"), name, parts[0], parts[1], parts[2]);
}

static void
sign (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d %H:%M");
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%d\n", g_get_user_name (), g_get_host_name (), since,
                                           (int) getpid ());

  /* The text only tells other programs who holds the lock, so a failure to write it does not matter. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("the lock could not be signed: %s", g_strerror (errno));
}

/* Whether @file is still the file that @fd has open: the last holder may have deleted it before releasing the lock. */
static gboolean
is_still (int fd, const char *file)
{
  struct stat opened, there;

  return fstat (fd, &opened) == 0 && stat (file, &there) == 0 && opened.st_ino == there.st_ino
         && opened.st_dev == there.st_dev;
}

static int
open_lock (const char *file, const char *path, GError **error)
{
  int fd = g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  g_autofree char *name = g_path_get_basename (path);

  if (fd < 0 && (errno == ENOSPC || errno == EDQUOT))
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY,
                 _("The disk is full: there is no room to work on %s. Free some and try again"), name);
  else if (fd < 0)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY, _("There is no permission to write in the folder of %s"),
                 name);
  return fd;
}

TuceCountyLock *
tuce_county_lock_take (const char *path, GError **error)
{
  g_autofree char *file = g_strconcat (path, ".lock", NULL);
  TuceCountyLock *lock;
  int fd;

  for (;;)
    {
      struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

      fd = open_lock (file, path, error);
      if (fd < 0)
        return NULL;
      /* An OFD lock, because it also works between two windows of one process. */
      if (fcntl (fd, F_OFD_SETLK, &range) != 0)
        {
          say_holder (fd, path, error);
          close (fd);
          return NULL;
        }
      if (is_still (fd, file))
        break;
      close (fd);
    }
  sign (fd);
  lock = g_new0 (TuceCountyLock, 1);
  lock->fd = fd;
  lock->file = g_steal_pointer (&file);
  return lock;
}

void
tuce_county_lock_free (TuceCountyLock *lock)
{
  /* The lock file stays as long as the county file: another program may be about to lock it. */
  if (ftruncate (lock->fd, 0) != 0)
    g_debug ("the lock could not be cleared: %s", g_strerror (errno));
  close (lock->fd);
  g_free (lock->file);
  g_free (lock);
}

void
tuce_county_lock_discard (TuceCountyLock *lock)
{
  g_unlink (lock->file);
  tuce_county_lock_free (lock);
}
