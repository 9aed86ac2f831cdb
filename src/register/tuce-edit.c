/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-edit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

static gboolean
start_session (TuceEdit *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);

  if (sqlite3session_create (self->county->db, "main", &self->session) != SQLITE_OK)
    return tuce_county_sql_error (self->county, error);
  /* The tables are attached one by one, because the journal and the drafts must not be part of a changeset. */
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];

      if (entity->derived)
        continue;
      if (sqlite3session_attach (self->session, entity->name) != SQLITE_OK)
        return tuce_county_sql_error (self->county, error);
    }
  return TRUE;
}

static TuceEdit *
edit_new (TuceCounty *county, const char *label)
{
  TuceEdit *self = g_new0 (TuceEdit, 1);

  self->county = g_object_ref (county);
  self->label = g_strdup (label);
  self->kind = "edit";
  self->watched = tuce_watch_list_new ();
  self->inserts = g_hash_table_new (NULL, NULL);
  self->unsettled = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->outer = county->edit;
  county->edit = self;
  return self;
}

TuceEdit *
tuce_edit_begin (TuceCounty *county, const char *label, GError **error)
{
  TuceEdit *self;

  if (!tuce_county_begin_writing (county, label, error))
    return NULL;
  self = edit_new (county, label);
  if (start_session (self, error))
    return self;
  tuce_edit_abort (self);
  return NULL;
}

/* Begins a trial as a savepoint in the transaction of the edit under way. That edit's session does not record meanwhile, which is
 * right because the rollback to the savepoint restores all rows. */
static TuceEdit *
begin_inside (TuceCounty *county, GError **error)
{
  g_return_val_if_fail (!county->edit->outer, NULL);
  if (!tuce_county_run (county, "SAVEPOINT trial", error))
    return NULL;
  sqlite3session_enable (county->edit->session, 0);
  return edit_new (county, "");
}

TuceEdit *
tuce_edit_begin_trial (TuceCounty *county, GError **error)
{
  if (county->edit)
    return begin_inside (county, error);
  return tuce_county_begin_writing (county, NULL, error) ? edit_new (county, "") : NULL;
}

void
tuce_edit_set_label (TuceEdit *self, const char *label)
{
  g_free (self->label);
  self->label = g_strdup (label);
}

void
tuce_edit_set_author (TuceEdit *self, const char *user, const char *at)
{
  g_free (self->user);
  g_free (self->at);
  self->user = g_strdup (user);
  self->at = g_strdup (at);
}

void
tuce_edit_set_founding (TuceEdit *self)
{
  self->kind = "founding";
  self->unchecked = TRUE;
}

void
tuce_edit_set_bulk (TuceEdit *self)
{
  self->unchecked = TRUE;
}

void
tuce_edit_set_first_id (TuceEdit *self, gint64 id)
{
  self->next_id = id;
}

/* Remembers that the edit wrote @fields of the record. */
static void
note_written (TuceEdit *self, const TuceRecord *record, GPtrArray *fields)
{
  GPtrArray *all = tuce_watch_list_all (self->watched);
  TuceWatched *watched;

  if (self->unchecked)
    return;
  watched = tuce_watch_list_add (self->watched, record->entity, record->id);
  for (guint i = 0; i < fields->len; i++)
    watched->written[((const TuceField *) fields->pdata[i])->index] = TRUE;
  self->several |= all->len > 1;
}

void
tuce_edit_watch (TuceEdit *self, const char *entity, gint64 id)
{
  tuce_watch_list_add (self->watched, tuce_dictionary_entity (self->county->dictionary, entity), id);
}

/* Turns SQLite's refusal of a row into the sentence of the checks, where they find what is wrong; else passes @failure on. */
static gboolean
explain (const TuceRecord *record, GPtrArray *fields, GError *failure, GError **error)
{
  if (g_error_matches (failure, TUCE_ERROR, TUCE_ERROR_REFUSED))
    for (guint i = 0; i < fields->len; i++)
      {
        const TuceField *field = fields->pdata[i];
        g_autofree char *fault = tuce_field_fault (field, &record->values[field->index]);

        if (!fault)
          continue;
        g_free (failure->message);
        failure->message = tuce_field_sentence (field, fault);
        break;
      }
  g_propagate_error (error, failure);
  return FALSE;
}

static sqlite3_stmt *
insert_statement (TuceEdit *self, const TuceEntity *entity, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->inserts, entity);
  g_autoptr (GString) sql = NULL;

  if (statement)
    return statement;
  sql = g_string_new ("INSERT INTO ");
  g_string_append_printf (sql, "%s (id", entity->name);
  for (guint i = 0; i < entity->fields->len; i++)
    g_string_append_printf (sql, ", %s", ((const TuceField *) entity->fields->pdata[i])->name);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < entity->fields->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  statement = tuce_county_prepare (self->county, sql->str, error);
  if (statement)
    g_hash_table_insert (self->inserts, (gpointer) entity, statement);
  return statement;
}

/* Whether an edit may write @entity: not derived entities, which are not journalled and are written by tuce-statement.h. */
static gboolean
may_write (const TuceEntity *entity, GError **error)
{
  if (entity->derived)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("%s is worked out by the program: it can't be edited"),
                 tuce_entity_label (entity));
  return !entity->derived;
}

gboolean
tuce_edit_insert (TuceEdit *self, TuceRecord *record, GError **error)
{
  const TuceEntity *entity = record->entity;
  sqlite3_stmt *statement = insert_statement (self, entity, error);
  gint64 id = record->id ? record->id : self->next_id ? self->next_id++ : tuce_county_new_id (self->county);
  GError *failure = NULL;

  if (!statement || !may_write (entity, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; i < entity->fields->len; i++)
    tuce_value_bind (statement, (int) i + 2, &record->values[i]);
  if (!tuce_county_step_done (self->county, statement, &failure))
    return explain (record, entity->fields, failure, error);
  record->id = id;
  tuce_edit_unsettle (self, record);
  note_written (self, record, entity->fields);
  return TRUE;
}

static gboolean
write_fields (TuceEdit *self, const TuceRecord *record, GPtrArray *fields, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE ");
  sqlite3_stmt *statement;
  GError *failure = NULL;

  g_string_append_printf (sql, "%s SET ", record->entity->name);
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (sql, "%s%s = ?", i ? ", " : "", ((const TuceField *) fields->pdata[i])->name);
  g_string_append (sql, " WHERE id = ?");
  statement = tuce_county_prepare (self->county, sql->str, error);
  if (!statement)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    tuce_value_bind (statement, (int) i + 1, &record->values[((const TuceField *) fields->pdata[i])->index]);
  sqlite3_bind_int64 (statement, (int) fields->len + 1, record->id);
  if (!tuce_county_step_done (self->county, statement, &failure))
    return explain (record, fields, failure, error);
  note_written (self, record, fields);
  return TRUE;
}

gboolean
tuce_edit_update (TuceEdit *self, const TuceRecord *record, GError **error)
{
  g_autoptr (TuceRecord) before = tuce_county_load (self->county, record->entity->name, record->id, error);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  if (!before || !may_write (before->entity, error))
    return FALSE;
  for (guint i = 0; i < record->entity->fields->len; i++)
    if (!tuce_value_equal (&before->values[i], &record->values[i]))
      g_ptr_array_add (fields, record->entity->fields->pdata[i]);
  if (fields->len == 0)
    return TRUE;
  tuce_edit_unsettle (self, before);
  tuce_edit_unsettle (self, record);
  return write_fields (self, record, fields, error);
}

gboolean
tuce_edit_delete (TuceEdit *self, const char *entity, gint64 id, GError **error)
{
  g_autoptr (TuceRecord) before = tuce_county_load (self->county, entity, id, error);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (!before || !may_write (before->entity, error))
    return FALSE;
  sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?", before->entity->name);
  statement = tuce_county_prepare (self->county, sql, error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  tuce_edit_unsettle (self, before);
  return tuce_county_step_done (self->county, statement, error);
}

gboolean
tuce_edit_drop_draft (TuceEdit *self, const char *entity, gint64 id, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (self->county, "DELETE FROM draft WHERE entity = ? AND record = ?", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, entity, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  g_free (self->dropped);
  self->dropped = g_strdup (entity);
  self->dropped_id = id;
  return tuce_county_step_done (self->county, statement, error);
}

gboolean
tuce_edit_may_go_on (TuceEdit *self, GError **error)
{
  if (self->over)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY, _("The county file is closed"));
  return !self->over;
}

/* Frees the edit; the transaction has been ended before. */
static void
finish (TuceEdit *self)
{
  if (!self->over)
    self->county->edit = self->outer;
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_hash_table_unref (self->inserts);
  g_hash_table_unref (self->unsettled);
  tuce_watch_list_free (self->watched);
  g_free (self->label);
  g_free (self->user);
  g_free (self->at);
  g_free (self->dropped);
  g_object_unref (self->county);
  g_free (self);
}

/* Ends the transaction without the edit's changes, but with the waiting drafts: after leaving the gate it might be long before they
 * can be written. */
static void
end_without_changes (TuceCounty *county)
{
  gboolean keep = county->writing && tuce_drafts_wait (county) && tuce_county_run (county, "ROLLBACK; BEGIN IMMEDIATE", NULL)
                  && tuce_drafts_write (county, NULL, 0, NULL);

  if (tuce_county_end_writing (county, keep, NULL) && keep)
    tuce_drafts_forget (county);
}

static void
roll_back (TuceEdit *self)
{
  if (!self->outer)
    {
      end_without_changes (self->county);
      return;
    }
  tuce_county_run (self->county, "ROLLBACK TO trial; RELEASE trial", NULL);
  sqlite3session_enable (self->outer->session, 1);
}

void
tuce_edit_close (TuceEdit *self)
{
  TuceCounty *county = self->county;

  roll_back (self);
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_hash_table_remove_all (self->inserts); /* they belong to the connection that is being closed */
  self->over = TRUE;
  county->edit = self->outer;
  tuce_drafts_settle (county);
}

void
tuce_edit_abort (TuceEdit *self)
{
  g_autoptr (TuceCounty) county = g_object_ref (self->county);

  if (!self->over)
    roll_back (self);
  finish (self);
  tuce_drafts_settle (county);
}

/* Commits together with the waiting drafts, except that of the record which this edit saves. */
static gboolean
end_with_drafts (TuceEdit *self, GError **error)
{
  TuceCounty *county = self->county;

  if (!tuce_drafts_write (county, self->dropped, self->dropped_id, error) || !tuce_county_end_writing (county, TRUE, error))
    return FALSE;
  tuce_drafts_forget (county);
  return TRUE;
}

static gboolean
write_entry (TuceEdit *self, gconstpointer changes, int n_bytes, TuceChangeSet *touched, gint64 *sequence,
             GError **error)
{
  return tuce_journal_append (self->county, self->kind, 0, self->label, self->user, self->at, changes, n_bytes, touched,
                              sequence, error)
         && end_with_drafts (self, error);
}

gboolean
tuce_edit_commit (TuceEdit *self, GError **error)
{
  g_autoptr (TuceCounty) county = g_object_ref (self->county);
  g_autoptr (TuceChangeSet) touched = tuce_change_set_new ();
  const char *kind = self->kind;
  void *changes = NULL;
  gint64 sequence = 0;
  int n_bytes = 0;
  gboolean committed;

  g_return_val_if_fail (self->over || self->session, FALSE); /* a trial has no session and can't be committed */
  if (!tuce_edit_may_go_on (self, error) || !tuce_edit_judge (self, error)
      || (sqlite3session_changeset (self->session, &n_bytes, &changes) != SQLITE_OK
          && !tuce_county_sql_error (county, error)))
    {
      tuce_edit_abort (self);
      return FALSE;
    }
  if (n_bytes == 0)
    {
      sqlite3_free (changes); /* SQLite may allocate it even for no changes */
      committed = !self->dropped || end_with_drafts (self, error);
      tuce_edit_abort (self);
      return committed;
    }
  committed = write_entry (self, changes, n_bytes, touched, &sequence, error);
  sqlite3_free (changes);
  if (!committed)
    {
      tuce_edit_abort (self);
      return FALSE;
    }
  finish (self);
  tuce_drafts_settle (county);
  tuce_journal_committed (county, kind, sequence, touched);
  return TRUE;
}
