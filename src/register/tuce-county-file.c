/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and opening county files. A file is checked before SQLite opens it. */
#include "tuce-county-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "tuce-error.h"
#include "tuce-rule-functions.h"

/* How long SQLite waits for the lock of another program, in milliseconds. Workers may wait; a clerk has to be told at once. Within this
 * program nobody waits here, because TuceGate lets only one writer in. */
#define READERS_PATIENCE 5000
#define WRITERS_PATIENCE 20

/* After how many pages of log the window's thread copies it into the file. Normally workers do that earlier
 * (tuce_county_checkpoint()). */
#define LOG_PAGES "8000"

static gboolean
fail (GError **error, TuceError code, const char *format, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TUCE_ERROR, code, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Checks the first 100 bytes of an SQLite file: https://www.sqlite.org/fileformat.html, "The database header". */
static gboolean
check_header (const char *path, const guint8 *header, goffset size, gboolean has_wal, GError **error)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];
  guint32 pages = big_endian (header + 28);

  if (memcmp (header, "SQLite format 3", 16) != 0 || big_endian (header + 68) != TUCE_APPLICATION_ID)
    return fail (error, TUCE_ERROR_NOT_A_COUNTY, _("%s is not a Tuce county file"), path);
  if (page_size == 1)
    page_size = 65536;
  /* With a write-ahead log beside the file, the header may count pages that are only in the log. */
  if (!has_wal && big_endian (header + 24) == big_endian (header + 92) && (goffset) pages * page_size > size)
    return fail (error, TUCE_ERROR_NOT_A_COUNTY,
                 _("%s is cut short: part of the file is missing. Copy it again, or take a backup"), path);
  return TRUE;
}

/* Gives the descriptor to read the header with. It stays open until the program ends, one for each file: when a program closes
 * any descriptor of a file, the system drops all locks the program has on it, also those of SQLite. Another program that opens
 * and closes the file would then think that it is the only one and delete the write-ahead log with the edits in it. */
static int
find_descriptor (const char *path, const struct stat *status)
{
  static GMutex mutex;
  static GHashTable *descriptors; /* "device:inode" → descriptor */
  g_autofree char *identity = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status->st_dev,
                                               (guint64) status->st_ino);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gpointer known;
  int fd;

  if (!descriptors)
    descriptors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_lookup_extended (descriptors, identity, NULL, &known))
    return GPOINTER_TO_INT (known);
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd >= 0)
    g_hash_table_insert (descriptors, g_steal_pointer (&identity), GINT_TO_POINTER (fd));
  return fd;
}

static gboolean
check_file (const char *path, gboolean *has_wal, GError **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  guint8 header[100] = { 0 };
  struct stat status, log;
  gssize length;
  int fd;

  if (stat (path, &status) != 0)
    return fail (error, errno == ENOENT ? TUCE_ERROR_NOT_FOUND : TUCE_ERROR_STORAGE,
                 errno == ENOENT ? _("There is no file %s") : _("%s can't be reached"), path);
  if (S_ISDIR (status.st_mode))
    return fail (error, TUCE_ERROR_NOT_A_COUNTY, _("%s is a folder, not a county file"), path);
  if (!S_ISREG (status.st_mode))
    return fail (error, TUCE_ERROR_NOT_A_COUNTY, _("%s is not a Tuce county file"), path);
  fd = find_descriptor (path, &status);
  if (fd < 0)
    return fail (error, TUCE_ERROR_STORAGE, _("There is no permission to read %s"), path);
  length = pread (fd, header, sizeof header, 0);
  if (length < (gssize) sizeof header)
    return fail (error, TUCE_ERROR_NOT_A_COUNTY, _("%s is not a Tuce county file"), path);
  /* An empty log does not count: readers leave one behind. */
  *has_wal = stat (wal, &log) == 0 && log.st_size > 0;
  return check_header (path, header, status.st_size, *has_wal, error);
}

/* Whether the file is on a network share: SQLite's write-ahead log needs memory shared between programs, which shares do not
 * offer. */
static gboolean
is_on_network (const char *path)
{
  static const guint32 kinds[] = { 0x6969 /* NFS */, 0x517B /* SMB */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
                                   0x5346414F /* AFS */, 0x01021997 /* 9P */ };
  struct statfs status;

  if (statfs (path, &status) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((guint32) status.f_type == kinds[i])
      return TRUE;
  return FALSE;
}

/* The settings that all connections have. */
static gboolean
set_up (TuceCounty *county, GError **error)
{
  sqlite3_extended_result_codes (county->db, 1);
  sqlite3_busy_timeout (county->db, READERS_PATIENCE);
  if (!tuce_rule_functions_install (county, county->db))
    return tuce_county_sql_error (county, error);
  tuce_county_install_guard (county);
  return tuce_county_run (county,
                          "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                          "PRAGMA cache_size = -32768; PRAGMA mmap_size = 67108864",
                          error);
}

static gboolean
connect_file (TuceCounty *county, int flags, gboolean immutable, GError **error)
{
  g_autofree char *uri = g_filename_to_uri (county->path, NULL, error);
  g_autofree char *full = NULL;

  if (!uri)
    return FALSE;
  county->immutable = immutable;
  full = immutable ? g_strconcat (uri, "?immutable=1", NULL) : g_strdup (uri);
  /* NOMUTEX: a county belongs to one thread, so SQLite need not lock the connection. */
  if (sqlite3_open_v2 (full, &county->db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return tuce_county_sql_error (county, error);
  return set_up (county, error);
}

static gboolean
start_writing (TuceCounty *county, GError **error)
{
  /* FULL: an edit that was reported as saved survives not only a crash of the program but also a power cut. */
  if (!tuce_county_run (county, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = " LOG_PAGES,
                        error))
    return FALSE;
  sqlite3_busy_timeout (county->db, WRITERS_PATIENCE);
  county->writable = TRUE;
  return TRUE;
}

gboolean
tuce_county_read_meta (TuceCounty *county, GError **error)
{
  const char *const keys[] = { "year", "county.code", "county.name", "uuid", TUCE_SETTING_DAY };
  g_autofree char *year = NULL;
  char **const values[] = { &year, &county->code, &county->name, &county->uuid, &county->day };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) failed = NULL;

      g_free (*values[i]);
      *values[i] = tuce_county_get_setting (county, keys[i], &failed);
      if (failed)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
    }
  county->year = year ? atoi (year) : 0;
  if (county->code && county->name && county->uuid && county->year)
    return TRUE;
  return fail (error, TUCE_ERROR_NOT_A_COUNTY, _("%s is not a Tuce county file"), county->path);
}

static int
read_version (TuceCounty *county)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, "PRAGMA user_version", NULL);
  int version = statement && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : -1;

  if (statement)
    sqlite3_reset (statement);
  return version;
}

/* Makes the tables without waiting for the disk: an unfinished file need not survive a power cut. */
static gboolean
make_tables (TuceCounty *county, const char *county_code, const char *name, int year, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *year_text = g_strdup_printf ("%d", year);

  gboolean made;

  county->writable = TRUE;
  if (!tuce_county_run (county, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error)
      || !tuce_county_begin_writing (county, NULL, error))
    return FALSE;
  made = tuce_schema_create (county, error) && tuce_county_set_setting (county, "uuid", uuid, error)
         && tuce_county_set_setting (county, "county.code", county_code, error)
         && tuce_county_set_setting (county, "county.name", name, error)
         && tuce_county_set_setting (county, "year", year_text, error);
  return tuce_county_end_writing (county, made, error) && made && tuce_county_read_meta (county, error);
}

static gboolean
may_be_made (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return fail (error, TUCE_ERROR_REFUSED, _("%s exists already: choose another name"), path);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (error, TUCE_ERROR_NOT_FOUND, _("There is no folder %s"), folder);
  if (is_on_network (folder))
    return fail (error, TUCE_ERROR_REFUSED,
                 _("%s would lie on a network share, where edits could be lost: choose a folder of this computer"),
                 path);
  return TRUE;
}

TuceCounty *
tuce_county_begin (const char *path, const char *county_code, const char *name, int year, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceCounty) county = NULL;
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autofree char *making = g_strconcat (full, ".making", NULL);

  if (!dictionary || !may_be_made (full, error))
    return NULL;
  county = tuce_county_new (making, dictionary);
  county->lock = tuce_county_lock_take (full, error);
  if (!county->lock)
    return NULL;
  county->gate = tuce_gate_new (full);
  county->target = g_steal_pointer (&full);
  tuce_county_discard (making); /* what a killed program may have left */
  if (!connect_file (county, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, error)
      || !make_tables (county, county_code, name, year, error))
    return NULL;
  return g_steal_pointer (&county);
}

static gboolean
reaches_disk (const char *path, int flags)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;
  int reason = errno;

  if (fd >= 0)
    close (fd);
  errno = reason;
  return done;
}

/* Renames a file, but never over another one that was made at @to meanwhile (then errno is EEXIST). */
static gboolean
rename_to_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  /* the file system does not support RENAME_NOREPLACE */
  errno = EEXIST;
  return !g_file_test (to, G_FILE_TEST_EXISTS) && g_rename (from, to) == 0;
}

static gboolean
publish (TuceCounty *county, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (county->target);

  if (!reaches_disk (county->path, 0))
    return tuce_county_storage_error (county, errno, error);
  if (!rename_to_new (county->path, county->target))
    return errno == EEXIST
               ? fail (error, TUCE_ERROR_REFUSED, _("%s exists already: choose another name"), county->target)
               : tuce_county_storage_error (county, errno, error);
  /* A failure here is not reported: after a power cut the file might be missing from the folder, but never incomplete. */
  if (!reaches_disk (folder, O_DIRECTORY))
    g_debug ("the folder of %s: %s", county->target, g_strerror (errno));
  g_free (county->path);
  county->path = g_steal_pointer (&county->target);
  return TRUE;
}

gboolean
tuce_county_finish (TuceCounty *county, GError **error)
{
  g_return_val_if_fail (county->target && !county->edit, FALSE);
  tuce_county_disconnect (county);
  if (publish (county, error) && connect_file (county, SQLITE_OPEN_READWRITE, FALSE, error)
      && start_writing (county, error))
    return TRUE;
  tuce_county_close (county);
  return FALSE;
}

TuceCounty *
tuce_county_create (const char *path, const char *county_code, const char *name, int year, GError **error)
{
  g_autoptr (TuceCounty) county = tuce_county_begin (path, county_code, name, year, error);

  return county && tuce_county_finish (county, error) ? g_steal_pointer (&county) : NULL;
}

void
tuce_county_discard (const char *path)
{
  static const char *const endings[] = { "", "-journal", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

static gboolean
open_for_reading (TuceCounty *county, gboolean has_wal, GError **error)
{
  g_autoptr (GError) first = NULL;

  if (is_on_network (county->path))
    return connect_file (county, SQLITE_OPEN_READONLY, TRUE, error);
  if (connect_file (county, SQLITE_OPEN_READONLY, FALSE, &first)
      && tuce_county_prepare (county, "SELECT count(*) FROM sqlite_schema", &first))
    return TRUE;
  /* In a folder that can't be written, or on a full disk, SQLite can't make the shared memory for a log. Where there is no log,
     the file can be opened as unchanging, which needs no shared memory. */
  if (has_wal)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return FALSE;
    }
  tuce_county_disconnect (county);
  return connect_file (county, SQLITE_OPEN_READONLY, TRUE, error);
}

/* Whether the file can only be read although no other program holds it; @error then says why. */
static gboolean
must_be_read_only (TuceCounty *county, GError **error)
{
  if (access (county->path, W_OK) != 0)
    return !fail (error, TUCE_ERROR_READ_ONLY, _("There is no permission to write %s: it is open for reading only"),
                  county->path);
  if (is_on_network (county->path))
    return !fail (error, TUCE_ERROR_READ_ONLY,
                  _("%s lies on a network share, where edits could be lost: it is open for reading only. Copy it to "
                    "this computer to work on it"),
                  county->path);
  return FALSE;
}

static gboolean
check_version (TuceCounty *county, GError **error)
{
  if (read_version (county) <= TUCE_FORMAT_VERSION)
    return TRUE;
  return fail (error, TUCE_ERROR_READ_ONLY,
               _("%s was made by a newer edition of this program: it is open for reading only"), county->path);
}

static gboolean
open_for_writing (TuceCounty *county, GError **error)
{
  if (must_be_read_only (county, error))
    return FALSE;
  county->lock = tuce_county_lock_take (county->path, error);
  county->gate = tuce_gate_new (county->path);
  return county->lock && connect_file (county, SQLITE_OPEN_READWRITE, FALSE, error) && check_version (county, error)
         && start_writing (county, error) && tuce_county_read_meta (county, error) && tuce_schema_upgrade (county, error);
}

static gboolean
is_reason_to_read (const GError *error)
{
  return g_error_matches (error, TUCE_ERROR, TUCE_ERROR_HELD)
         || g_error_matches (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY)
         /* a file on a full disk can still be read */
         || g_error_matches (error, TUCE_ERROR, TUCE_ERROR_STORAGE);
}

static TuceCounty *
open_with (const char *path, TuceDictionary *dictionary, TuceOpenMode mode, GError **error)
{
  g_autoptr (TuceCounty) county = NULL;
  g_autoptr (GError) refusal = NULL;
  gboolean has_wal;

  if (!check_file (path, &has_wal, error))
    return NULL;
  county = tuce_county_new (path, dictionary);
  if (mode != TUCE_OPEN_READ)
    {
      if (open_for_writing (county, &refusal))
        return g_steal_pointer (&county);
      if (mode == TUCE_OPEN_WRITE || !is_reason_to_read (refusal))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }
      g_clear_object (&county);
      county = tuce_county_new (path, dictionary);
      county->read_only_reason = g_strdup (refusal->message);
    }
  if (!open_for_reading (county, has_wal, error) || !tuce_county_read_meta (county, error)
      || !tuce_schema_shadow (county, error))
    return NULL;
  if (!county->read_only_reason)
    county->read_only_reason = g_strdup (_("The county is open for reading only"));
  return g_steal_pointer (&county);
}

TuceCounty *
tuce_county_open (const char *path, TuceOpenMode mode, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);

  return dictionary ? open_with (path, dictionary, mode, error) : NULL;
}

TuceCounty *
tuce_county_open_reader_at (const char *path, TuceDictionary *dictionary, GError **error)
{
  g_autoptr (TuceCounty) reader = open_with (path, dictionary, TUCE_OPEN_READ, error);

  /* Most readers read each page once: for that, plain reading is faster than mapping the file into memory. */
  return reader && tuce_county_run (reader, "PRAGMA mmap_size = 0", error) ? g_steal_pointer (&reader) : NULL;
}

TuceCounty *
tuce_county_open_reader (TuceCounty *county, GError **error)
{
  return tuce_county_open_reader_at (county->path, county->dictionary, error);
}

TuceCounty *
tuce_county_open_scratch (int year, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceCounty) county = NULL;

  if (!dictionary)
    return NULL;
  county = tuce_county_new ("scratch", dictionary);
  county->gate = tuce_gate_new (county->path);
  if (sqlite3_open_v2 (":memory:", &county->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK
      || !set_up (county, error) || !make_tables (county, "000000", "", year, error))
    return NULL;
  return g_steal_pointer (&county);
}

TuceCounty *
tuce_county_open_deriving (TuceGate *gate, GError **error)
{
  g_autoptr (TuceDictionary) dictionary = tuce_dictionary_load (error);
  g_autoptr (TuceCounty) county = dictionary ? tuce_county_new (tuce_gate_get_path (gate), dictionary) : NULL;

  if (!county)
    return NULL;
  county->gate = tuce_gate_ref (gate);
  county->deriving = TRUE;
  if (!connect_file (county, SQLITE_OPEN_READWRITE, FALSE, error)
      /* A worker reads the whole file once: a mapping would only add to the memory the program seems to use. */
      || !tuce_county_run (county, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA mmap_size = 0", error)
      || !tuce_county_read_meta (county, error))
    return NULL;
  return g_steal_pointer (&county);
}
