/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-county-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-compiled.h"
#include "tuce-date.h"
#include "tuce-error.h"

G_DEFINE_FINAL_TYPE (TuceCounty, tuce_county, G_TYPE_OBJECT)

static void
tuce_county_finalize (GObject *object)
{
  TuceCounty *self = TUCE_COUNTY (object);

  tuce_county_close (self);
  tuce_statement_cache_free (self->statements);
  g_clear_pointer (&self->dictionary, tuce_dictionary_unref);
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->temporary);
  g_clear_pointer (&self->outlines, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->gate, tuce_gate_unref);
  g_clear_pointer (&self->readers, tuce_readers_unref);
  g_free (self->day);
  g_free (self->path);
  g_free (self->target);
  g_free (self->code);
  g_free (self->name);
  g_free (self->uuid);
  g_free (self->read_only_reason);
  G_OBJECT_CLASS (tuce_county_parent_class)->finalize (object);
}

static void
tuce_county_class_init (TuceCountyClass *klass)
{
  /* The memory statistics are turned off: nothing uses them, and for counting, connections of different threads wait for
   * each other. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  G_OBJECT_CLASS (klass)->finalize = tuce_county_finalize;
  g_signal_new ("changed", TUCE_TYPE_COUNTY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tuce_county_init (TuceCounty *self)
{
  self->statements = tuce_statement_cache_new ();
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->temporary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->id_node = g_random_int () & 0xfff;
}

TuceCounty *
tuce_county_new (const char *path, TuceDictionary *dictionary)
{
  TuceCounty *self = g_object_new (TUCE_TYPE_COUNTY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->dictionary = tuce_dictionary_ref (dictionary);
  return self;
}

void
tuce_county_disconnect (TuceCounty *self)
{
  tuce_statement_cache_empty (self->statements);
  g_clear_pointer (&self->outline_of, sqlite3_finalize);
  g_clear_pointer (&self->edits_of, sqlite3_finalize);
  tuce_pool_clear (self);
  g_hash_table_remove_all (self->columns);
  if (self->db)
    sqlite3_close_v2 (self->db);
  self->db = NULL;
  self->writable = FALSE;
}

void
tuce_county_close (TuceCounty *self)
{
  while (self->edit)
    tuce_edit_close (self->edit);
  /* first: whoever closes a file last clears its log away, and readers can't */
  if (self->readers)
    tuce_readers_close (self->readers);
  tuce_county_disconnect (self);
  if (self->target)
    {
      tuce_county_discard (self->path);
      g_clear_pointer (&self->lock, tuce_county_lock_discard);
      g_clear_pointer (&self->target, g_free);
    }
  g_clear_pointer (&self->lock, tuce_county_lock_free);
}

const char *
tuce_county_get_path (TuceCounty *self)
{
  return self->target ? self->target : self->path;
}

const char *
tuce_county_get_code (TuceCounty *self)
{
  return self->code;
}

const char *
tuce_county_get_name (TuceCounty *self)
{
  return self->name;
}

const char *
tuce_county_get_uuid (TuceCounty *self)
{
  return self->uuid;
}

int
tuce_county_get_year (TuceCounty *self)
{
  return self->year;
}

TuceDictionary *
tuce_county_get_dictionary (TuceCounty *self)
{
  return self->dictionary;
}

TuceGate *
tuce_county_get_gate (TuceCounty *self)
{
  return self->gate;
}

TuceReaders *
tuce_county_get_readers (TuceCounty *self)
{
  g_return_val_if_fail (!self->target, NULL);
  if (!self->readers)
    {
      self->readers = tuce_readers_new (self->path, self->dictionary);
      if (!self->db)
        tuce_readers_close (self->readers);
    }
  return self->readers;
}

gboolean
tuce_county_is_editing (TuceCounty *self)
{
  return self->edit != NULL;
}

gboolean
tuce_county_is_writable (TuceCounty *self)
{
  return self->writable;
}

const char *
tuce_county_read_only_reason (TuceCounty *self)
{
  return self->read_only_reason;
}

/*
 * An id has 41 bits of milliseconds since 2018, 12 random bits for this opening of the file, and 10 bits that count: two
 * machines practically never give the same id, and new rows are added at the end of a table.
 */
gint64
tuce_county_new_id (TuceCounty *self)
{
  gint64 now = g_get_real_time () / 1000 - G_GINT64_CONSTANT (1514764800000);

  if (now > self->id_clock)
    {
      self->id_clock = now;
      self->id_count = 0;
    }
  else if (++self->id_count > 0x3ff)
    {
      self->id_clock++;
      self->id_count = 0;
    }
  return (self->id_clock << 22) | ((gint64) self->id_node << 10) | self->id_count;
}

char *
tuce_county_get_setting (TuceCounty *self, const char *key, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (self, "SELECT value FROM meta WHERE key = ?", error);
  char *value = NULL;
  gboolean row;

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  if (!tuce_county_step (self, statement, &row, error) || !row)
    return NULL;
  value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return value;
}

static gboolean
write_setting (TuceCounty *self, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (
      self, "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_TRANSIENT);
  return tuce_county_step_done (self, statement, error);
}

gboolean
tuce_county_set_setting (TuceCounty *self, const char *key, const char *value, GError **error)
{
  gboolean own = self->edit || !self->writing; /* in a transaction of its own, not in one that is open for deriving or making the file */
  gboolean written;

  if (own && !tuce_county_begin_writing (self, NULL, error))
    return FALSE;
  written = write_setting (self, key, value, error);
  if (own)
    written = tuce_county_end_writing (self, written, error) && written;
  if (written && g_str_equal (key, TUCE_SETTING_DAY))
    {
      g_free (self->day);
      self->day = g_strdup (value);
    }
  return written;
}

char *
tuce_county_day (TuceCounty *self)
{
  GDate today;

  if (self->day)
    return g_strdup (self->day);
  tuce_date_today (&today);
  return tuce_date_format (&today);
}

static char *
select_sql (const TuceEntity *entity, const char *where)
{
  GString *sql = g_string_new ("SELECT id");

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      g_string_append_printf (sql, ", %s", field->name);
    }
  g_string_append_printf (sql, " FROM %s WHERE %s", entity->name, where);
  return g_string_free (sql, FALSE);
}

static TuceRecord *
read_record (const TuceEntity *entity, sqlite3_stmt *statement)
{
  TuceRecord *record = g_new0 (TuceRecord, 1);

  record->entity = entity;
  record->id = sqlite3_column_int64 (statement, 0);
  record->values = g_new0 (TuceValue, entity->fields->len);
  for (guint i = 0; i < entity->fields->len; i++)
    tuce_value_from_sql (&record->values[i], sqlite3_column_value (statement, (int) i + 1));
  return record;
}

/* Gives the first record, or NULL with an error that says that there is none. */
static TuceRecord *
read_one (TuceCounty *self, const TuceEntity *entity, sqlite3_stmt *statement, const char *name, GError **error)
{
  int result = sqlite3_step (statement);
  TuceRecord *record = NULL;

  if (result == SQLITE_ROW)
    record = read_record (entity, statement);
  else if (result == SQLITE_DONE)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("There is no %s “%s” in this county"),
                 tuce_entity_label (entity), name);
  else
    tuce_county_sql_error (self, error);
  sqlite3_reset (statement);
  return record;
}

static const TuceEntity *
find_entity (TuceCounty *self, const char *name, GError **error)
{
  const TuceEntity *entity = tuce_dictionary_entity (self->dictionary, name);

  if (!entity)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("The register has no table “%s”"), name);
  return entity;
}

TuceRecord *
tuce_county_load (TuceCounty *self, const char *entity_name, gint64 id, GError **error)
{
  const TuceEntity *entity = find_entity (self, entity_name, error);
  g_autofree char *sql = NULL;
  g_autofree char *name = NULL;
  sqlite3_stmt *statement;

  if (!entity)
    return NULL;
  sql = select_sql (entity, "id = ?");
  statement = tuce_county_prepare (self, sql, error);
  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  return read_one (self, entity, statement, name, error);
}

TuceRecord *
tuce_county_find (TuceCounty *self, const char *entity_name, const char *field, const char *text, GError **error)
{
  const TuceEntity *entity = find_entity (self, entity_name, error);
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;

  if (!entity)
    return NULL;
  g_return_val_if_fail (tuce_entity_field (entity, field), NULL);
  where = g_strdup_printf ("%s = ?", field);
  sql = select_sql (entity, where);
  statement = tuce_county_prepare (self, sql, error);
  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, text, -1, SQLITE_TRANSIENT);
  return read_one (self, entity, statement, text, error);
}

/* Gives "parent = ?1" for the id of the parent; where the parent is a place, the field holds its code, which is looked up by id. */
static char *
parent_condition (const TuceEntity *entity)
{
  if (entity->parent->type == TUCE_FIELD_PLACE)
    return g_strdup_printf ("%s = (SELECT code FROM %s WHERE id = ?1) ORDER BY %s, id", entity->parent->name,
                            entity->parent->target, entity->order ? entity->order->name : "id");
  return g_strdup_printf ("%s = ?1 ORDER BY %s, id", entity->parent->name,
                          entity->order ? entity->order->name : "id");
}

GPtrArray *
tuce_county_children (TuceCounty *self, const char *entity_name, gint64 parent_id, GError **error)
{
  const TuceEntity *entity = find_entity (self, entity_name, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) tuce_record_free);
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  int result;

  if (!entity)
    return NULL;
  g_return_val_if_fail (entity->parent, NULL);
  where = parent_condition (entity);
  sql = select_sql (entity, where);
  statement = tuce_county_prepare (self, sql, error);
  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, parent_id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (records, read_record (entity, statement));
  if (result != SQLITE_DONE)
    tuce_county_sql_error (self, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&records) : NULL;
}

/* Sets parent and year of @record, a new record of a yearly entity. */
static gboolean
name_parent (TuceCounty *self, TuceRecord *record, gint64 parent_id, int year, GError **error)
{
  const TuceEntity *entity = record->entity;

  tuce_record_set_integer (record, entity->year->name, year);
  if (entity->parent->type == TUCE_FIELD_PLACE)
    {
      g_autoptr (TuceRecord) place = tuce_county_load (self, entity->parent->target, parent_id, error);

      if (!place)
        return FALSE;
      tuce_record_set_text (record, entity->parent->name, tuce_record_text (place, place->entity->scope->name));
    }
  else
    tuce_record_set_integer (record, entity->parent->name, parent_id);
  return TRUE;
}

TuceRecord *
tuce_county_year_record (TuceCounty *self, const char *entity_name, gint64 parent_id, int year, GError **error)
{
  const TuceEntity *entity = find_entity (self, entity_name, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (TuceRecord) record = NULL;

  if (!entity)
    return NULL;
  g_return_val_if_fail (entity->year, NULL);
  records = tuce_county_children (self, entity_name, parent_id, error);
  if (!records)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (tuce_record_integer (records->pdata[i], entity->year->name) == year)
      return g_ptr_array_steal_index (records, i);
  record = tuce_record_new (entity);
  return name_parent (self, record, parent_id, year, error) ? g_steal_pointer (&record) : NULL;
}
