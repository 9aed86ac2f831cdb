/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of one record, read from the changesets. */
#include "tuce-journal.h"

#include <glib/gi18n-lib.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

void
tuce_history_line_free (TuceHistoryLine *line)
{
  tuce_journal_entry_free (line->entry);
  g_free (line->from);
  g_free (line->to);
  g_free (line);
}

static TuceJournalEntry *
entry_copy (const TuceJournalEntry *entry)
{
  TuceJournalEntry *copy = g_new0 (TuceJournalEntry, 1);

  copy->sequence = entry->sequence;
  copy->at = g_strdup (entry->at);
  copy->user = g_strdup (entry->user);
  copy->machine = g_strdup (entry->machine);
  copy->label = g_strdup (entry->label);
  copy->kind = g_strdup (entry->kind);
  return copy;
}

/* The state while changesets are read for one record. */
typedef struct
{
  TuceCounty *county;
  const TuceEntity *root;
  gint64 id;
  const char *key; /* the code where the record is a place, else NULL */
  const TuceJournalEntry *entry;
  GPtrArray *lines;
  GHashTable *columns; /* table → GPtrArray of names */
} Reading;

static GPtrArray *
columns_of (Reading *reading, const TuceEntity *entity)
{
  GPtrArray *columns = g_hash_table_lookup (reading->columns, entity);

  if (!columns)
    {
      columns = tuce_schema_columns (reading->county, entity->name, NULL);
      if (!columns)
        columns = g_ptr_array_new ();
      g_hash_table_insert (reading->columns, (gpointer) entity, columns);
    }
  return columns;
}

static gboolean
names_root (const Reading *reading, sqlite3_value *value)
{
  if (!value)
    return FALSE;
  if (reading->key)
    return g_strcmp0 ((const char *) sqlite3_value_text (value), reading->key) == 0;
  return sqlite3_value_int64 (value) == reading->id;
}

/* Sets @belongs to whether the child row belongs to the record now: for updates that did not change the parent and so do not
 * name it. */
static gboolean
belongs_now (Reading *reading, const TuceEntity *entity, gint64 id, gboolean *belongs, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", entity->parent->name, entity->name);
  sqlite3_stmt *statement = tuce_county_prepare (reading->county, sql, error);
  gboolean row;

  *belongs = FALSE;
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!tuce_county_step (reading->county, statement, &row, error))
    return FALSE;
  if (row)
    *belongs = names_root (reading, sqlite3_column_value (statement, 0));
  sqlite3_reset (statement);
  return TRUE;
}

/* @ours: (out): whether the changed row is the record itself or belongs to it */
static gboolean
is_ours (Reading *reading, const TuceEntity *entity, sqlite3_changeset_iter *row, int operation, gint64 id, gboolean *ours,
         GError **error)
{
  GPtrArray *columns;
  sqlite3_value *value = NULL;
  guint parent;

  *ours = entity == reading->root && id == reading->id;
  if (entity == reading->root || !entity->parent || entity->parent->target_entity != reading->root)
    return TRUE;
  columns = columns_of (reading, entity);
  if (!g_ptr_array_find_with_equal_func (columns, entity->parent->name, g_str_equal, &parent))
    return TRUE;
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (row, (int) parent, &value);
  if (!value && operation != SQLITE_INSERT)
    sqlite3changeset_old (row, (int) parent, &value);
  if (!value)
    return belongs_now (reading, entity, id, ours, error);
  *ours = names_root (reading, value);
  return TRUE;
}

static TuceHistoryLine *
add_line (Reading *reading, const TuceEntity *entity, gint64 id, TuceChangeKind kind)
{
  TuceHistoryLine *line = g_new0 (TuceHistoryLine, 1);

  line->entry = entry_copy (reading->entry);
  line->entity = entity;
  line->id = id;
  line->kind = kind;
  g_ptr_array_add (reading->lines, line);
  return line;
}

static char *
format_sql (const TuceField *field, sqlite3_value *sql)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  tuce_value_from_sql (&value, sql);
  return tuce_field_format (field, &value);
}

static void
add_update (Reading *reading, const TuceEntity *entity, gint64 id, sqlite3_changeset_iter *row, int n_columns)
{
  GPtrArray *columns = columns_of (reading, entity);

  for (int i = 1; i < n_columns && (guint) i < columns->len; i++)
    {
      const TuceField *field = tuce_entity_field (entity, columns->pdata[i]);
      sqlite3_value *before = NULL, *after = NULL;
      TuceHistoryLine *line;

      sqlite3changeset_old (row, i, &before);
      sqlite3changeset_new (row, i, &after);
      if (!field || !before || !after)
        continue;
      line = add_line (reading, entity, id, TUCE_CHANGE_UPDATE);
      line->field = field;
      line->from = format_sql (field, before);
      line->to = format_sql (field, after);
    }
}

static gboolean
read_row (Reading *reading, sqlite3_changeset_iter *row, GError **error)
{
  const char *table;
  int n_columns, operation, indirect;
  const TuceEntity *entity;
  sqlite3_value *key = NULL;
  gboolean ours = FALSE;
  gint64 id;

  sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
  entity = tuce_dictionary_entity (reading->county->dictionary, table);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (row, 0, &key);
  else
    sqlite3changeset_old (row, 0, &key);
  id = key ? sqlite3_value_int64 (key) : 0;
  if (entity && !is_ours (reading, entity, row, operation, id, &ours, error))
    return FALSE;
  if (ours && operation == SQLITE_UPDATE)
    add_update (reading, entity, id, row, n_columns);
  else if (ours)
    add_line (reading, entity, id, operation == SQLITE_INSERT ? TUCE_CHANGE_INSERT : TUCE_CHANGE_DELETE);
  return TRUE;
}

static gboolean
read_entry (Reading *reading, GError **error)
{
  g_autoptr (GBytes) changes = tuce_journal_changes (reading->county, reading->entry->sequence, error);
  sqlite3_changeset_iter *row = NULL;
  gboolean read = TRUE, started, ended;

  if (!changes)
    return FALSE;
  started = sqlite3changeset_start (&row, (int) g_bytes_get_size (changes), (void *) g_bytes_get_data (changes, NULL))
            == SQLITE_OK;
  while (read && started && sqlite3changeset_next (row) == SQLITE_ROW)
    read = read_row (reading, row, error);
  ended = started && sqlite3changeset_finalize (row) == SQLITE_OK;
  if (ended || !read)
    return read;
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_A_COUNTY, _("Entry %lld of the journal is damaged"),
               (long long) reading->entry->sequence);
  return FALSE;
}

static GPtrArray *
list_entries (TuceCounty *county, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_journal_entry_free);
  sqlite3_stmt *statement
      = tuce_county_prepare (county,
                             "SELECT sequence, at, user, machine, label, kind FROM journal_touch JOIN journal"
                             " USING (sequence) WHERE record = ? ORDER BY sequence DESC",
                             error);
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  while (row)
    {
      if (!tuce_county_step (county, statement, &row, error))
        return NULL;
      if (!row)
        break;
      TuceJournalEntry borrowed = { sqlite3_column_int64 (statement, 0),
                                    (char *) sqlite3_column_text (statement, 1),
                                    (char *) sqlite3_column_text (statement, 2),
                                    (char *) sqlite3_column_text (statement, 3),
                                    (char *) sqlite3_column_text (statement, 4),
                                    (char *) sqlite3_column_text (statement, 5) };

      g_ptr_array_add (entries, entry_copy (&borrowed));
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
tuce_journal_history (TuceCounty *county, const char *entity, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_history_line_free);
  g_autoptr (GHashTable) columns
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) entries = list_entries (county, id, error);
  g_autoptr (TuceRecord) record = NULL;
  Reading reading = { .county = county, .id = id, .lines = lines, .columns = columns };

  if (!entries)
    return NULL;
  reading.root = tuce_dictionary_entity (county->dictionary, entity);
  g_return_val_if_fail (reading.root, NULL);
  if (reading.root->is_place)
    {
      record = tuce_county_load (county, entity, id, error);
      if (!record)
        return NULL;
      reading.key = tuce_record_text (record, reading.root->scope->name);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      reading.entry = entries->pdata[i];
      if (!read_entry (&reading, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}
