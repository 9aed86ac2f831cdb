/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Applies the journal to empty tables, entry by entry, to find out what is wrong where sums differ. The tables are in a temporary
 * file of SQLite's, which is deleted when it is closed. Of this file and of the county only the page caches are in memory.
 */
#include "tuce-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-journal-stream.h"

typedef struct
{
  TuceVerification *verification;
  sqlite3 *db; /* its schema "main" has what the journal says, "file" is the county file */
} Replay;

static gboolean
replay_error (Replay *self, GError **error)
{
  return tuce_verification_db_error (self->verification, self->db, error);
}

static gboolean
attach_file (Replay *self, const char *uri)
{
  sqlite3_stmt *statement = NULL;
  gboolean attached = sqlite3_prepare_v2 (self->db, "ATTACH ? AS file", -1, &statement, NULL) == SQLITE_OK;

  if (attached)
    {
      sqlite3_bind_text (statement, 1, uri, -1, SQLITE_STATIC);
      attached = sqlite3_step (statement) == SQLITE_DONE;
    }
  sqlite3_finalize (statement);
  return attached;
}

/* Makes a table with columns but without constraints: those were checked in the county file itself. */
static gboolean
make_table (Replay *self, const TuceEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) columns = tuce_schema_columns (self->verification->county, entity->name, error);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (!columns)
    return FALSE;
  if (columns->len == 0)
    return TRUE;
  g_string_printf (sql, "CREATE TABLE main.%s (id INTEGER PRIMARY KEY", entity->name);
  for (guint i = 1; i < columns->len; i++)
    g_string_append_printf (sql, ", %s", (char *) columns->pdata[i]);
  g_string_append_c (sql, ')');
  return sqlite3_exec (self->db, sql->str, NULL, NULL, NULL) == SQLITE_OK || replay_error (self, error);
}

static int
wants_to_stop (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static gboolean
open_replay (Replay *self, GError **error)
{
  TuceCounty *county = self->verification->county;
  GPtrArray *entities = tuce_dictionary_entities (county->dictionary);
  g_autofree char *uri = g_filename_to_uri (county->path, NULL, error);
  g_autofree char *full = uri ? g_strconcat (uri, "?mode=ro", NULL) : NULL;

  if (!uri)
    return FALSE;
  /* no name: a temporary file */
  if (sqlite3_open_v2 ("", &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL) != SQLITE_OK
      || !attach_file (self, full)
      || sqlite3_exec (self->db, "PRAGMA main.cache_size = -16384; PRAGMA file.cache_size = -2048;"
                                 "PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF", NULL, NULL, NULL)
             != SQLITE_OK)
    return replay_error (self, error);
  sqlite3_progress_handler (self->db, 100000, wants_to_stop, self->verification->cancellable);
  for (guint i = 0; i < entities->len; i++)
    if (!make_table (self, entities->pdata[i], error))
      return FALSE;
  return TRUE;
}

static int
refuse_conflict (void *data, int kind, sqlite3_changeset_iter *row)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Applies one entry. Where that is not possible a fault is added; FALSE with @error only where it could not be tried. */
static gboolean
replay_entry (Replay *self, gint64 sequence, GError **error)
{
  TuceVerification *verification = self->verification;
  g_autoptr (TuceJournalStream) stream = tuce_journal_stream_new (verification->county, sequence, error);
  int result;

  if (!stream)
    return FALSE;
  result = sqlite3changeset_apply_strm (self->db, tuce_journal_stream_read, stream, NULL, refuse_conflict, NULL);
  if (tuce_journal_stream_is_damaged (stream))
    tuce_verification_fault (verification, _("Entry %lld of the journal is damaged"), (long long) sequence);
  else if (result == SQLITE_FULL || result == SQLITE_NOMEM || (result & 0xff) == SQLITE_IOERR
           || (result & 0xff) == SQLITE_CANTOPEN || result == SQLITE_INTERRUPT)
    return replay_error (self, error);
  else if (result != SQLITE_OK)
    tuce_verification_fault (verification, _("Entry %lld of the journal does not follow from those before it"),
                             (long long) sequence);
  return TRUE;
}

static gboolean
replay_journal (Replay *self, GError **error)
{
  TuceVerification *verification = self->verification;
  sqlite3 *db = verification->county->db;
  sqlite3_stmt *statement = tuce_verification_prepare (
      verification, db, "SELECT sequence, (SELECT max (sequence) FROM journal) FROM journal ORDER BY sequence", error);
  gboolean row = TRUE, whole = statement != NULL;

  while (whole && row && verification->faults->len < TUCE_VERIFY_MOST_FAULTS
         && (whole = tuce_verification_step (verification, db, statement, &row, error)) && row)
    {
      gint64 sequence = sqlite3_column_int64 (statement, 0);

      whole = !g_cancellable_set_error_if_cancelled (verification->cancellable, error)
              && replay_entry (self, sequence, error);
      tuce_verification_tell (verification,
                              0.5 + 0.3 * (double) sequence / (double) MAX (1, sqlite3_column_int64 (statement, 1)));
    }
  sqlite3_finalize (statement);
  return whole;
}

static void
add_record_fault (Replay *self, const TuceEntity *entity, const char *sentence, gint64 id)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (self->verification->faults, g_strdup_printf (sentence, tuce_entity_label (entity), (long long) id));
#pragma GCC diagnostic pop
}

static gboolean
is_alike (Replay *self, sqlite3_stmt *held, sqlite3_stmt *told)
{
  const TuceRowHash *hash = &self->verification->hash;

  for (int i = 1; i < sqlite3_column_count (held); i++)
    if (tuce_row_hash_cell (hash, (guint) i, sqlite3_column_value (held, i))
        != tuce_row_hash_cell (hash, (guint) i, sqlite3_column_value (told, i)))
      return FALSE;
  return TRUE;
}

/* Compares two statements row by row; both give their rows in the order of ids. */
static gboolean
merge (Replay *self, const TuceEntity *entity, sqlite3_stmt *held, sqlite3_stmt *told, GError **error)
{
  TuceVerification *verification = self->verification;
  gboolean is_held = TRUE, is_told = TRUE, step_held = TRUE, step_told = TRUE;
  guint found = 0;

  while (found < TUCE_VERIFY_MOST_FAULTS)
    {
      gint64 id, other;

      if ((step_held && !tuce_verification_step (verification, self->db, held, &is_held, error))
          || (step_told && !tuce_verification_step (verification, self->db, told, &is_told, error)))
        return FALSE;
      if (!is_held && !is_told)
        return TRUE;
      id = is_held ? sqlite3_column_int64 (held, 0) : G_MAXINT64;
      other = is_told ? sqlite3_column_int64 (told, 0) : G_MAXINT64;
      step_held = is_held && (id <= other || !is_told);
      step_told = is_told && (other <= id || !is_held);
      if (step_held && step_told && is_alike (self, held, told))
        continue;
      found++;
      add_record_fault (self, entity,
                        !step_told   ? _("%s %lld was added outside the program")
                        : !step_held ? _("%s %lld was removed outside the program")
                                     : _("%s %lld was altered outside the program"),
                        step_held ? id : other);
    }
  return TRUE;
}

static gboolean
compare_entity (Replay *self, const TuceEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) columns = tuce_schema_columns (self->verification->county, entity->name, error);
  sqlite3_stmt *statements[2] = { NULL, NULL };
  static const char *const sides[] = { "file", "main" };
  gboolean compared = columns != NULL;

  if (columns && columns->len == 0)
    return TRUE;
  for (guint i = 0; compared && i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s.%s ORDER BY id", sides[i], entity->name);

      statements[i] = tuce_verification_prepare (self->verification, self->db, sql, error);
      compared = statements[i] != NULL;
    }
  compared = compared && merge (self, entity, statements[0], statements[1], error);
  sqlite3_finalize (statements[0]);
  sqlite3_finalize (statements[1]);
  return compared;
}

static gboolean
compare_records (Replay *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->verification->county->dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if ((!entity->derived && !compare_entity (self, entity, error))
          || g_cancellable_set_error_if_cancelled (self->verification->cancellable, error))
        return FALSE;
      tuce_verification_tell (self->verification, 0.8 + 0.2 * (i + 1) / entities->len);
    }
  return TRUE;
}

gboolean
tuce_verify_replay (TuceVerification *verification, GError **error)
{
  Replay self = { verification, NULL };
  gboolean ran;

  g_debug ("the journal is replayed");
  /* the county connection's cache is not needed any more; this leaves memory for that of the temporary file */
  sqlite3_db_release_memory (verification->county->db);
  ran = open_replay (&self, error) && replay_journal (&self, error)
        /* only a journal that could be applied completely can tell which records are wrong */
        && (verification->faults->len > 0 || compare_records (&self, error));
  sqlite3_close (self.db);
  return ran;
}
