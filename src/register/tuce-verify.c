/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks whether a county file holds what its journal says. */
#include "tuce-verify-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-error.h"
#include "tuce-journal-stream.h"

void
tuce_verification_fault (TuceVerification *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
tuce_verification_tell (TuceVerification *self, double fraction)
{
  self->told = MAX (self->told, fraction);
  if (self->progress)
    self->progress (self->told, self->data);
}

gboolean
tuce_verification_db_error (TuceVerification *self, sqlite3 *db, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (sqlite3_errcode (db) == SQLITE_FULL)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
                 _("The check could not run: there is no room for its temporary files. Set TMPDIR to a folder of a larger"
                   " disk"));
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The check could not run: %s"), sqlite3_errmsg (db));
  return FALSE;
}

sqlite3_stmt *
tuce_verification_prepare (TuceVerification *self, sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    tuce_verification_db_error (self, db, error);
  return statement;
}

gboolean
tuce_verification_step (TuceVerification *self, sqlite3 *db, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;
  if ((result & 0xff) != SQLITE_CORRUPT)
    return tuce_verification_db_error (self, db, error);
  tuce_verification_fault (self, _("The file is damaged: %s"), sqlite3_errmsg (db));
  return TRUE;
}

/* Runs @sql, a PRAGMA that gives "ok" or what is wrong. @faults: whether what is wrong is added as faults. */
static gboolean
ask_sqlite (TuceVerification *self, const char *sql, gboolean faults, gboolean *ok, GError **error)
{
  sqlite3_stmt *statement = tuce_verification_prepare (self, self->county->db, sql, error);
  gboolean row = TRUE, whole = statement != NULL;
  guint before = self->faults->len;

  *ok = TRUE;
  while (whole && row && (whole = tuce_verification_step (self, self->county->db, statement, &row, error)) && row)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (text, "ok") == 0)
        continue;
      *ok = FALSE;
      if (faults)
        tuce_verification_fault (self, _("The file is damaged: %s"), text ? text : "?");
    }
  sqlite3_finalize (statement);
  *ok = *ok && self->faults->len == before;
  return whole;
}

/* Adds everything that SQLite's own check finds, in its own words. */
static gboolean
tell_damage (TuceVerification *self, GError **error)
{
  gboolean ok;

  return ask_sqlite (self, "PRAGMA integrity_check (20)", TRUE, &ok, error);
}

static gboolean
check_references (TuceVerification *self, GError **error)
{
  sqlite3 *db = self->county->db;
  sqlite3_stmt *statement = tuce_verification_prepare (
      self, db, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20", error);
  gboolean row = TRUE, whole = statement != NULL;

  while (whole && row && (whole = tuce_verification_step (self, db, statement, &row, error)) && row)
    tuce_verification_fault (self, _("Record %lld of %s refers to a record of %s that does not exist"),
                             sqlite3_column_int64 (statement, 1), sqlite3_column_text (statement, 0),
                             sqlite3_column_text (statement, 2));
  sqlite3_finalize (statement);
  return whole;
}

/* Checks pages and rows of tables and indices, and foreign keys. Whether indices agree with their tables is checked later,
 * by sums. */
static gboolean
check_database (TuceVerification *self, GError **error)
{
  gboolean ok;

  return ask_sqlite (self, "PRAGMA quick_check (20)", FALSE, &ok, error) && (ok || tell_damage (self, error))
         && check_references (self, error);
}

static const char *
text_at (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text ? text : "";
}

/* Checks the hash of one entry. The changes are not among the columns of @statement, because they are read piece by piece. */
static gboolean
check_link (TuceVerification *self, sqlite3_stmt *statement, GBytes *previous, GBytes *said, GError **error)
{
  gint64 sequence = sqlite3_column_int64 (statement, 0);
  g_autoptr (TuceJournalStream) stream = tuce_journal_stream_new (self->county, sequence, error);
  g_autoptr (GChecksum) sum = tuce_journal_sum_begin (previous, sequence, text_at (statement, 1), text_at (statement, 2),
                                                      text_at (statement, 3), text_at (statement, 4),
                                                      text_at (statement, 5), sqlite3_column_int64 (statement, 6));
  g_autoptr (GBytes) found = NULL;

  if (!stream)
    return FALSE;
  if (tuce_journal_stream_sum (stream, sum))
    found = tuce_journal_sum_end (sum);
  if (!found || !g_bytes_equal (said, found))
    tuce_verification_fault (self, _("Entry %lld of the journal was altered, or the one before it"),
                             (long long) sequence);
  return TRUE;
}

/* Reads the journal and checks that every hash follows from the one before. @fits: (out): whether all entries could be
 * summed up. */
static gboolean
check_journal (TuceVerification *self, TuceSums *sums, gboolean *fits, GError **error)
{
  sqlite3 *db = self->county->db;
  sqlite3_stmt *statement = tuce_verification_prepare (
      self, db, "SELECT sequence, at, user, machine, label, kind, subject, hash, (SELECT max (sequence) FROM journal)"
                " FROM journal ORDER BY sequence", error);
  g_autoptr (GBytes) previous = NULL;
  gboolean row = TRUE, whole = statement != NULL;
  gint64 expected = 1;

  *fits = TRUE;
  while (whole && row && self->faults->len < TUCE_VERIFY_MOST_FAULTS
         && (whole = tuce_verification_step (self, db, statement, &row, error)) && row)
    {
      gint64 sequence = sqlite3_column_int64 (statement, 0);
      g_autoptr (GBytes) said
          = g_bytes_new (sqlite3_column_blob (statement, 7), (gsize) sqlite3_column_bytes (statement, 7));

      if (sequence != expected)
        tuce_verification_fault (self, _("Entry %lld of the journal is missing"), (long long) expected);
      whole = check_link (self, statement, previous, said, error);
      g_clear_pointer (&previous, g_bytes_unref);
      previous = g_steal_pointer (&said);
      *fits = *fits && tuce_sums_take_entry (sums, sequence);
      expected = sequence + 1;
      tuce_verification_tell (self,
                              0.1 + 0.4 * (double) sequence / (double) MAX (1, sqlite3_column_int64 (statement, 8)));
      whole = whole && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
    }
  sqlite3_finalize (statement);
  return whole;
}

static gboolean
check_records (TuceVerification *self, GError **error)
{
  g_autoptr (TuceSums) sums = tuce_sums_new (self, error);
  guint damaged = self->faults->len;
  gboolean fits, records_same = TRUE, indices_same = TRUE;

  if (!sums || !check_journal (self, sums, &fits, error))
    return FALSE;
  /* Where the file is damaged or a hash of the journal is wrong, the records can't be checked against it. Only where entries could not be
   * summed up does the replay below still find out which. */
  if (self->faults->len > 0 && fits)
    return damaged || (tuce_sums_compare (sums, &records_same, &indices_same, error)
                       && (indices_same || tell_damage (self, error)));
  if (!damaged && !tuce_sums_compare (sums, &records_same, &indices_same, error))
    return FALSE;
  if (!indices_same && !tell_damage (self, error))
    return FALSE;
  return (fits && records_same) || tuce_verify_replay (self, error);
}

static int
wants_to_stop (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

GPtrArray *
tuce_verify (TuceCounty *county, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  TuceVerification self = { .county = county, .faults = faults, .progress = progress, .data = data,
                            .cancellable = cancellable };
  gboolean alone, ran;

  tuce_row_hash_init (&self.hash);
  if (!tuce_county_prepare (county, "SELECT 1", error))
    return NULL;
  /* One transaction, so that the file does not change during the check although others may write. */
  alone = sqlite3_get_autocommit (county->db);
  if (alone && !tuce_county_run (county, "BEGIN", error))
    return NULL;
  sqlite3_progress_handler (county->db, 100000, wants_to_stop, cancellable);
  ran = check_database (&self, error);
  tuce_verification_tell (&self, 0.1);
  ran = ran && check_records (&self, error);
  sqlite3_progress_handler (county->db, 0, NULL, NULL);
  if (alone)
    tuce_county_run (county, "ROLLBACK", NULL);
  return ran ? g_steal_pointer (&faults) : NULL;
}
