/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a county file is what its journal says. */
#include "tuce-journal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* More faults than this of one kind say no more than the number of them. */
#define MOST_FAULTS 20

typedef struct
{
  TuceCounty *county;
  GPtrArray *faults;
  TuceProgress progress;
  gpointer data;
  GCancellable *cancellable;
  sqlite3 *replay; /* an empty county in memory, to which the journal is applied */
} Verification;

static void G_GNUC_PRINTF (2, 3)
add_fault (Verification *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
tell (Verification *self, double fraction)
{
  if (self->progress)
    self->progress (fraction, self->data);
}

static gboolean
check_database (Verification *self, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (self->county, "PRAGMA integrity_check (20)", error);
  const char *text;

  if (!statement)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      text = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (text, "ok") != 0)
        add_fault (self, _("The file is damaged: %s"), text);
    }
  sqlite3_reset (statement);

  statement = tuce_county_prepare (self->county, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20",
                                   error);
  if (!statement)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    add_fault (self, _("Record %lld of %s refers to a record of %s that does not exist"),
               sqlite3_column_int64 (statement, 1), sqlite3_column_text (statement, 0),
               sqlite3_column_text (statement, 2));
  sqlite3_reset (statement);
  return TRUE;
}

static const char *
text_at (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text ? text : "";
}

static gboolean
check_link (sqlite3_stmt *statement, GBytes *previous)
{
  gsize n_packed = (gsize) sqlite3_column_bytes (statement, 7);
  g_autoptr (GBytes) said
      = g_bytes_new (sqlite3_column_blob (statement, 8), (gsize) sqlite3_column_bytes (statement, 8));
  g_autoptr (GBytes) found
      = tuce_journal_hash (previous, sqlite3_column_int64 (statement, 0), text_at (statement, 1),
                           text_at (statement, 2), text_at (statement, 3), text_at (statement, 4),
                           text_at (statement, 5), sqlite3_column_int64 (statement, 6),
                           sqlite3_column_blob (statement, 7), n_packed);

  return g_bytes_equal (said, found);
}

static int
refuse_conflict (void *data, int kind, sqlite3_changeset_iter *row)
{
  return SQLITE_CHANGESET_ABORT;
}

static void
replay_entry (Verification *self, gint64 sequence)
{
  g_autoptr (GError) damaged = NULL;
  g_autoptr (GBytes) changes = tuce_journal_changes (self->county, sequence, &damaged);

  if (!changes)
    add_fault (self, "%s", damaged->message);
  else if (sqlite3changeset_apply (self->replay, (int) g_bytes_get_size (changes),
                                   (void *) g_bytes_get_data (changes, NULL), NULL, refuse_conflict, NULL)
           != SQLITE_OK)
    add_fault (self, _("Entry %lld of the journal does not follow from those before it"), (long long) sequence);
}

/* Walks the journal: every hash must follow from the one before, every changeset must fit. */
static gboolean
check_journal (Verification *self, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      self->county, "SELECT sequence, at, user, machine, label, kind, subject, changes, hash,"
                    " (SELECT max(sequence) FROM journal) FROM journal ORDER BY sequence", error);
  g_autoptr (GBytes) previous = NULL;
  gint64 expected = 1;

  if (!statement)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW && self->faults->len < MOST_FAULTS)
    {
      gint64 sequence = sqlite3_column_int64 (statement, 0);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      if (sequence != expected)
        add_fault (self, _("Entry %lld of the journal is missing"), (long long) expected);
      if (!check_link (statement, previous))
        add_fault (self, _("Entry %lld of the journal was altered, or the one before it"), (long long) sequence);
      g_clear_pointer (&previous, g_bytes_unref);
      previous = g_bytes_new (sqlite3_column_blob (statement, 8), (gsize) sqlite3_column_bytes (statement, 8));
      replay_entry (self, sequence);
      expected = sequence + 1;
      tell (self, 0.2 + 0.6 * (double) sequence / (double) MAX (1, sqlite3_column_int64 (statement, 9)));
    }
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
replay_error (Verification *self, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The check could not run: %s"),
               sqlite3_errmsg (self->replay));
  return FALSE;
}

static gboolean
attach_file (Verification *self, const char *uri)
{
  sqlite3_stmt *statement = NULL;
  gboolean attached = sqlite3_prepare_v2 (self->replay, "ATTACH ? AS file", -1, &statement, NULL) == SQLITE_OK;

  if (attached)
    {
      sqlite3_bind_text (statement, 1, uri, -1, SQLITE_STATIC);
      attached = sqlite3_step (statement) == SQLITE_DONE;
    }
  sqlite3_finalize (statement);
  return attached;
}

static gboolean
open_replay (Verification *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);
  g_autofree char *uri = g_filename_to_uri (self->county->path, NULL, error);
  g_autofree char *full = uri ? g_strconcat (uri, "?mode=ro", NULL) : NULL;

  if (!uri)
    return FALSE;
  if (sqlite3_open_v2 (":memory:", &self->replay, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL)
          != SQLITE_OK
      || !attach_file (self, full))
    return replay_error (self, error);
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      sqlite3_stmt *statement = tuce_county_prepare (
          self->county, "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?", error);

      if (!statement)
        return FALSE;
      sqlite3_bind_text (statement, 1, entity->name, -1, SQLITE_STATIC);
      if (sqlite3_step (statement) == SQLITE_ROW
          && sqlite3_exec (self->replay, text_at (statement, 0), NULL, NULL, NULL) != SQLITE_OK)
        return replay_error (self, error);
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* "a.x IS NOT b.x OR a.y IS NOT b.y …" */
static char *
difference_sql (GPtrArray *columns)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%sa.%s IS NOT b.%s", i ? " OR " : "", (char *) columns->pdata[i],
                            (char *) columns->pdata[i]);
  return g_string_free (sql, FALSE);
}

static gboolean
compare (Verification *self, const TuceEntity *entity, const char *sql, const char *sentence, GError **error)
{
  sqlite3_stmt *statement = NULL;
  guint found = 0;

  if (sqlite3_prepare_v2 (self->replay, sql, -1, &statement, NULL) != SQLITE_OK)
    return replay_error (self, error);
  while (sqlite3_step (statement) == SQLITE_ROW && ++found <= MOST_FAULTS)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_ptr_array_add (self->faults, g_strdup_printf (sentence, tuce_entity_label (entity),
                                                      (long long) sqlite3_column_int64 (statement, 0)));
#pragma GCC diagnostic pop
    }
  sqlite3_finalize (statement);
  return TRUE;
}

static gboolean
check_entity (Verification *self, const TuceEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) columns = tuce_schema_columns (self->county, entity->name, error);
  g_autofree char *difference = columns ? difference_sql (columns) : NULL;
  g_autofree char *altered = NULL;
  g_autofree char *added = NULL;
  g_autofree char *removed = NULL;

  if (!columns)
    return FALSE;
  if (columns->len == 0)
    return TRUE;
  altered = g_strdup_printf ("SELECT a.id FROM file.%s AS a JOIN main.%s AS b ON a.id = b.id WHERE %s", entity->name,
                             entity->name, difference);
  added = g_strdup_printf ("SELECT id FROM file.%s WHERE id NOT IN (SELECT id FROM main.%s)", entity->name,
                           entity->name);
  removed = g_strdup_printf ("SELECT id FROM main.%s WHERE id NOT IN (SELECT id FROM file.%s)", entity->name,
                             entity->name);
  return compare (self, entity, altered, _("%s %lld was altered outside the program"), error)
         && compare (self, entity, added, _("%s %lld was added outside the program"), error)
         && compare (self, entity, removed, _("%s %lld was removed outside the program"), error);
}

static gboolean
check_records (Verification *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if ((!entity->derived && !check_entity (self, entity, error))
          || g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      tell (self, 0.8 + 0.2 * (i + 1) / entities->len);
    }
  return TRUE;
}

GPtrArray *
tuce_verify (TuceCounty *county, TuceProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  Verification self = { county, faults, progress, data, cancellable, NULL };
  gboolean ran;

  ran = check_database (&self, error);
  tell (&self, 0.2);
  ran = ran && open_replay (&self, error) && check_journal (&self, error)
        /* records can only be judged by a journal that is whole */
        && (faults->len > 0 || check_records (&self, error));
  sqlite3_close (self.replay);
  return ran ? g_steal_pointer (&faults) : NULL;
}
