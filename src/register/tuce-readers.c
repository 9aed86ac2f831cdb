/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-readers.h"

#include <glib/gi18n-lib.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* As many as a page and what stands around it ask for at once. */
#define MOST_IDLE 4

struct _TuceReaders
{
  gatomicrefcount references;
  char *path;
  TuceDictionary *dictionary;

  GMutex mutex; /* around all below */
  GQueue idle;  /* TuceCounty, the next to be lent first */
  gboolean closed;
};

TuceReaders *
tuce_readers_new (const char *path, TuceDictionary *dictionary)
{
  TuceReaders *self = g_new0 (TuceReaders, 1);

  g_atomic_ref_count_init (&self->references);
  self->path = g_strdup (path);
  self->dictionary = tuce_dictionary_ref (dictionary);
  g_mutex_init (&self->mutex);
  g_queue_init (&self->idle);
  return self;
}

TuceReaders *
tuce_readers_ref (TuceReaders *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
tuce_readers_unref (TuceReaders *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  tuce_readers_close (self);
  g_mutex_clear (&self->mutex);
  tuce_dictionary_unref (self->dictionary);
  g_free (self->path);
  g_free (self);
}

/* --- lending --- */

static gboolean
read_pragma (TuceCounty *reader, const char *sql, gint64 *number)
{
  sqlite3_stmt *statement = tuce_county_prepare (reader, sql, NULL);

  return statement && tuce_county_step_integer (reader, statement, number, NULL);
}

/* Whether @reader, which waited, serves as a new one would. What it knew of the file as it was then is forgotten. */
static gboolean
is_as_new (TuceCounty *reader)
{
  int moved = 0;
  gint64 schema, data;

  sqlite3_file_control (reader->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  /* Other tables: the columns it knows, and the views that stand in for what the file lacks, may no longer be right. */
  if (moved || !read_pragma (reader, "PRAGMA main.schema_version", &schema) || schema != reader->schema_then
      || !read_pragma (reader, "PRAGMA main.data_version", &data))
    return FALSE;
  if (data == reader->data_then)
    return TRUE;
  reader->data_then = data;
  g_clear_pointer (&reader->outlines, g_hash_table_unref);
  g_clear_pointer (&reader->undo, g_array_unref);
  g_clear_pointer (&reader->redo, g_array_unref);
  return tuce_county_read_meta (reader, NULL);
}

static void
discard (gpointer reader)
{
  tuce_county_close (reader);
  g_object_unref (reader);
}

/* A reader that waits, out of the list; NULL where none does. */
static TuceCounty *
take (TuceReaders *self, gboolean *closed)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  *closed = self->closed;
  return g_queue_pop_head (&self->idle);
}

TuceCounty *
tuce_readers_lend (TuceReaders *self, GError **error)
{
  g_autoptr (TuceCounty) fresh = NULL;
  TuceCounty *reader;
  gboolean closed;

  while ((reader = take (self, &closed)))
    {
      if (is_as_new (reader))
        return reader;
      discard (reader);
    }
  if (closed)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The county file is closed"));
      return NULL;
    }
  fresh = tuce_county_open_reader_at (self->path, self->dictionary, error);
  if (!fresh)
    return NULL;
  /* data_then stays 0, which no file has: what was written while it was opened is looked at when it is lent again. */
  if (!read_pragma (fresh, "PRAGMA main.schema_version", &fresh->schema_then))
    {
      tuce_county_sql_error (fresh, error);
      return NULL;
    }
  return g_steal_pointer (&fresh);
}

/* --- giving back --- */

/* Ends what the borrower left unfinished. Returns: whether nothing of it is left. */
static gboolean
settle (TuceCounty *reader)
{
  sqlite3_stmt *statement = NULL;

  if (!reader->db)
    return FALSE;
  sqlite3_progress_handler (reader->db, 0, NULL, NULL);
  while ((statement = sqlite3_next_stmt (reader->db, statement)))
    if (sqlite3_stmt_busy (statement))
      sqlite3_reset (statement);
  return sqlite3_get_autocommit (reader->db) || tuce_county_run (reader, "ROLLBACK", NULL);
}

/* One that can't see what is written after it was opened is of no use a second time, nor one somebody still holds. */
static gboolean
may_wait (TuceCounty *reader, const GError *error)
{
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (g_atomic_int_get ((int *) &G_OBJECT (reader)->ref_count) != 1)
    {
      g_critical ("a reader was given back and is still held");
      return FALSE;
    }
  return !reader->immutable && settle (reader);
}

static gboolean
has_idle (TuceReaders *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->idle.length > 0;
}

static gboolean
put (TuceReaders *self, TuceCounty *reader, gboolean last)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->closed || self->idle.length >= MOST_IDLE)
    return FALSE;
  if (last)
    g_queue_push_tail (&self->idle, reader);
  else
    g_queue_push_head (&self->idle, reader);
  return TRUE;
}

void
tuce_readers_give_back (TuceReaders *self, TuceCounty *reader, const GError *error)
{
  gboolean keep = may_wait (reader, error);
  /* The next to be lent keeps the pages of the file it has in memory; the others, behind it, would fill that for nothing. */
  gboolean last = keep && has_idle (self);

  if (last)
    sqlite3_db_release_memory (reader->db);
  if (!keep || !put (self, reader, last))
    discard (reader);
}

void
tuce_readers_close (TuceReaders *self)
{
  GQueue idle;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  idle = self->idle;
  g_queue_init (&self->idle);
  g_mutex_unlock (&self->mutex);
  g_queue_clear_full (&idle, discard);
}
