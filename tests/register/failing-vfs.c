/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "failing-vfs.h"

#include <errno.h>
#include <sqlite3.h>

/* https://www.sqlite.org/walformat.html, "Locks" */
#define WRITE_LOCK 0
#define FIRST_READ_LOCK 3

typedef struct
{
  sqlite3_file parent;
  char *name;
  int last_errno;
  gboolean reading; /* it has a snapshot of the log, as each has that goes on to write */
  sqlite3_file real[]; /* as long as the real VFS wants it */
} File;

static sqlite3_vfs *real_vfs;

/* Threads may write at the same time. */
static struct
{
  GMutex mutex;
  DiskFault fault;
  guint left; /* changes until it fails */
  guint n_failed;
  char *first;
  guint n_busy;
} disk;

void
failing_vfs_set (DiskFault fault, guint nth)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  disk.fault = fault;
  disk.left = nth;
  disk.n_failed = 0;
  g_clear_pointer (&disk.first, g_free);
}

guint
failing_vfs_n_failed (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  return disk.n_failed;
}

const char *
failing_vfs_first (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  return disk.first;
}

guint
failing_vfs_n_busy (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  guint n_busy = disk.n_busy;

  disk.n_busy = 0;
  return n_busy;
}

static gboolean
is_full (void)
{
  return disk.fault == DISK_IS_FULL || disk.fault == DISK_IS_FULL_ONCE;
}

/* One more change. Returns: SQLITE_OK, or how it fails: @broken, or @full on a full disk */
static int
change (const char *what, const char *path, int broken, int full)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);
  gboolean once = disk.fault == DISK_FAILS_ONCE || disk.fault == DISK_IS_FULL_ONCE;

  if (disk.fault == DISK_WORKS || (once && disk.n_failed) || (disk.left > 0 && --disk.left > 0))
    return SQLITE_OK;
  disk.n_failed++;
  if (!disk.first)
    {
      g_autofree char *name = g_path_get_basename (path ? path : "a temporary file");

      disk.first = g_strdup_printf ("%s %s", what, name);
    }
  return is_full () ? full : broken;
}

/* A change of a file that is open. */
static int
change_file (const char *what, sqlite3_file *file, int broken, int full)
{
  File *self = (File *) file;
  int result = change (what, self->name, broken, full);

  if (result != SQLITE_OK)
    self->last_errno = is_full () ? ENOSPC : EIO;
  return result;
}

#define REAL(file) (((File *) (file))->real)
#define NAME(file) (((File *) (file))->name)

static int
close_file (sqlite3_file *file)
{
  int result = REAL (file)->pMethods->xClose (REAL (file));

  g_clear_pointer (&NAME (file), g_free);
  return result;
}

static int
read_file (sqlite3_file *file, void *to, int n, sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), to, n, offset);
}

static int
write_file (sqlite3_file *file, const void *from, int n, sqlite3_int64 offset)
{
  int result = change_file ("write", file, SQLITE_IOERR_WRITE, SQLITE_FULL);

  return result == SQLITE_OK ? REAL (file)->pMethods->xWrite (REAL (file), from, n, offset) : result;
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  int result = change_file ("truncate", file, SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_TRUNCATE);

  return result == SQLITE_OK ? REAL (file)->pMethods->xTruncate (REAL (file), size) : result;
}

/* The power is not cut in a test: nobody needs to wait for the disk. */
static int
sync_file (sqlite3_file *file, int flags)
{
  return change_file ("sync", file, SQLITE_IOERR_FSYNC, SQLITE_IOERR_FSYNC);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
lock_file (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
unlock_file (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
is_reserved (sqlite3_file *file, int *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
control (sqlite3_file *file, int what, void *data)
{
  if (what == SQLITE_FCNTL_LAST_ERRNO && ((File *) file)->last_errno)
    {
      *(int *) data = ((File *) file)->last_errno;
      return SQLITE_OK;
    }
  return REAL (file)->pMethods->xFileControl (REAL (file), what, data);
}

static int
sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
map_shared (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  int result
      = extend ? change_file ("share memory of", file, SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMSIZE) : SQLITE_OK;

  return result == SQLITE_OK ? REAL (file)->pMethods->xShmMap (REAL (file), region, size, extend, memory) : result;
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  int result = REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
  File *self = (File *) file;

  if (offset >= FIRST_READ_LOCK && result == SQLITE_OK && (flags & SQLITE_SHM_SHARED))
    self->reading = !(flags & SQLITE_SHM_UNLOCK);
  if (offset == WRITE_LOCK && result == SQLITE_BUSY && self->reading)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

      disk.n_busy++;
    }
  return result;
}

static void
order_shared (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
unmap_shared (sqlite3_file *file, int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static int
fetch (sqlite3_file *file, sqlite3_int64 offset, int n, void **page)
{
  return REAL (file)->pMethods->xFetch (REAL (file), offset, n, page);
}

static int
unfetch (sqlite3_file *file, sqlite3_int64 offset, void *page)
{
  return REAL (file)->pMethods->xUnfetch (REAL (file), offset, page);
}

static const sqlite3_io_methods methods
    = { 3,          close_file,  read_file,     write_file,  truncate_file,   sync_file,  file_size,
        lock_file,  unlock_file, is_reserved,   control,     sector_size,     characteristics,
        map_shared, lock_shared, order_shared,  unmap_shared, fetch,          unfetch };

static int
open_file (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int result = SQLITE_OK;

  file->pMethods = NULL;
  if (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL))
    result = change ("open", path, SQLITE_CANTOPEN, SQLITE_CANTOPEN);
  if (result == SQLITE_OK)
    result = real_vfs->xOpen (real_vfs, path, self->real, flags, out_flags);
  if (result != SQLITE_OK || !self->real->pMethods)
    return result;
  /* the system's own have been of this version since 2013 */
  g_assert_cmpint (self->real->pMethods->iVersion, >=, 3);
  self->name = g_strdup (path);
  file->pMethods = &methods;
  return SQLITE_OK;
}

static int
delete_file (sqlite3_vfs *vfs, const char *path, int sync)
{
  int result = change ("remove", path, SQLITE_IOERR_DELETE, SQLITE_IOERR_DELETE);

  return result == SQLITE_OK ? real_vfs->xDelete (real_vfs, path, sync) : result;
}

static int
last_error (sqlite3_vfs *vfs, int n, char *text)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&disk.mutex);

  return disk.n_failed ? (is_full () ? ENOSPC : EIO) : real_vfs->xGetLastError (real_vfs, n, text);
}

void
failing_vfs_install (void)
{
  static sqlite3_vfs vfs;

  g_return_if_fail (!real_vfs);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs; /* what is not named below takes no file */
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.zName = "failing";
  vfs.pNext = NULL;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  vfs.xGetLastError = last_error;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
