/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a county file, made from the dictionary. */
#include "tuce-county-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

static const char machinery[]
    = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE journal ("
      " sequence INTEGER PRIMARY KEY,"
      " at TEXT NOT NULL,"
      " user TEXT NOT NULL,"
      " machine TEXT NOT NULL,"
      " label TEXT NOT NULL,"
      " kind TEXT NOT NULL CHECK (kind IN ('founding', 'edit', 'undo', 'redo')),"
      " subject INTEGER NOT NULL," /* the entry that an undo or redo is about, else 0 */
      " changes BLOB NOT NULL,"    /* zstd-compressed changeset */
      " hash BLOB NOT NULL"
      ") STRICT;"
      /* Which entries changed a record or one that belongs to it. */
      "CREATE TABLE journal_touch (record INTEGER NOT NULL, sequence INTEGER NOT NULL,"
      " PRIMARY KEY (record, sequence)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE draft (entity TEXT NOT NULL, record INTEGER NOT NULL, at TEXT NOT NULL, content TEXT NOT NULL,"
      " PRIMARY KEY (entity, record)) STRICT, WITHOUT ROWID;";

static const char *
storage (const TuceField *field)
{
  switch (field->type)
    {
    case TUCE_FIELD_INTEGER:
    case TUCE_FIELD_MONEY:
    case TUCE_FIELD_AREA:
    case TUCE_FIELD_YEAR:
    case TUCE_FIELD_BOOLEAN:
    case TUCE_FIELD_REFERENCE:
      return "INTEGER";
    case TUCE_FIELD_DECIMAL:
      return "REAL";
    case TUCE_FIELD_SHAPE:
      return "BLOB";
    default:
      return "TEXT";
    }
}

static void
append_bound (GString *sql, const TuceField *field, const char *comparison, double bound)
{
  gboolean hundredths = field->type == TUCE_FIELD_MONEY || field->type == TUCE_FIELD_AREA;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.15g", hundredths ? bound * 100 : bound);
  g_string_append_printf (sql, " CONSTRAINT %s CHECK (%s %s %s)", field->name, field->name, comparison, number);
}

static void
append_checks (GString *sql, const TuceField *field)
{
  if (field->type == TUCE_FIELD_BOOLEAN)
    g_string_append_printf (sql, " CONSTRAINT %s CHECK (%s IN (0, 1))", field->name, field->name);
  if (field->type == TUCE_FIELD_DATE)
    g_string_append_printf (sql, " CONSTRAINT %s CHECK (date(%s) = %s)", field->name, field->name, field->name);
  if (field->type == TUCE_FIELD_CHOICE)
    {
      g_string_append_printf (sql, " CONSTRAINT %s CHECK (%s IN (", field->name, field->name);
      for (guint i = 0; i < field->codes->codes->len; i++)
        {
          const TuceCode *code = field->codes->codes->pdata[i];

          g_string_append_printf (sql, "%s'%s'", i ? ", " : "", code->code);
        }
      g_string_append (sql, "))");
    }
  if (field->has_min)
    append_bound (sql, field, ">=", field->min);
  if (field->has_max)
    append_bound (sql, field, "<=", field->max);
  /* Derived entities have no foreign keys, which could prevent an edit or its undo. */
  if (field->target_entity && !field->entity->derived)
    g_string_append_printf (sql, " REFERENCES %s (%s) ON UPDATE CASCADE", field->target_entity->name,
                            tuce_entity_key (field->target_entity));
}

typedef struct
{
  char *name;
  char *type;
  gboolean not_null;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->type);
  g_free (column);
}

/* Gives the columns that @table has in the file now; an empty array where there is no such table. */
static GPtrArray *
read_columns (TuceCounty *county, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (column_free);
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "SELECT name, type, \"notnull\" FROM pragma_table_info (?, 'main')", error);

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  for (;;)
    {
      Column *column;
      gboolean row;

      if (!tuce_county_step (county, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&columns);
      column = g_new0 (Column, 1);
      column->name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      column->type = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      column->not_null = sqlite3_column_int (statement, 2);
      g_ptr_array_add (columns, column);
    }
}

GPtrArray *
tuce_schema_columns (TuceCounty *county, const char *table, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  GPtrArray *names = g_hash_table_lookup (county->columns, table);

  if (names)
    return g_ptr_array_ref (names);
  columns = read_columns (county, table, error);
  if (!columns)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = columns->pdata[i];

      g_ptr_array_add (names, g_strdup (column->name));
    }
  /* The names are kept because every changeset that is read asks for them. Tables change only while a file is being opened. */
  g_hash_table_insert (county->columns, g_strdup (table), g_ptr_array_ref (names));
  return names;
}

static void
append_field (GString *sql, const TuceField *field, gboolean not_null)
{
  g_string_append_printf (sql, ",\n %s %s", field->name, storage (field));
  if (not_null)
    g_string_append (sql, " NOT NULL");
  append_checks (sql, field);
}

static const Column *
find_column (GPtrArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = columns->pdata[i];

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

/*
 * Gives the CREATE TABLE of @entity, with @present, the columns the table already has, first. Columns keep their order and none
 * is ever removed, because old changesets name columns by number; new columns are added at the end. Only a column of a new
 * table can be NOT NULL: rows that exist already have no value in an added one.
 */
static char *
table_sql (const TuceEntity *entity, GPtrArray *present)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (\n id INTEGER PRIMARY KEY", entity->name);
  for (guint i = 0; i < present->len; i++)
    {
      const Column *column = present->pdata[i];
      const TuceField *field = tuce_entity_field (entity, column->name);

      if (field)
        append_field (sql, field, field->required && column->not_null);
      else if (!g_str_equal (column->name, "id"))
        g_string_append_printf (sql, ",\n %s %s", column->name, column->type);
    }
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (!find_column (present, field->name))
        append_field (sql, field, field->required && present->len == 0);
    }
  g_string_append (sql, "\n) STRICT");
  return g_string_free (sql, FALSE);
}

static char *
indices_sql (const TuceEntity *entity)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      gboolean unique = field->unique || (entity->is_place && field == entity->scope);

      if (!unique && !field->indexed && !field->target_entity)
        continue;
      if (*field->indexed_with)
        g_string_append_printf (sql, "CREATE INDEX IF NOT EXISTS %s_%s_%s ON %s (%s, %s);", entity->name, field->name,
                                field->indexed_with, entity->name, field->name, field->indexed_with);
      else if (field == entity->parent && entity->year)
        g_string_append_printf (sql, "CREATE UNIQUE INDEX IF NOT EXISTS %s_%s ON %s (%s, %s);", entity->name,
                                field->name, entity->name, field->name, entity->year->name);
      else
        g_string_append_printf (sql, "CREATE %sINDEX IF NOT EXISTS %s_%s ON %s (%s);", unique ? "UNIQUE " : "",
                                entity->name, field->name, entity->name, field->name);
    }
  return g_string_free (sql, FALSE);
}

static gboolean
create_table (TuceCounty *county, const TuceEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *table = table_sql (entity, none);
  g_autofree char *indices = indices_sql (entity);

  return tuce_county_run (county, table, error) && tuce_county_run (county, indices, error);
}

gboolean
tuce_schema_create (TuceCounty *county, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (county->dictionary);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            TUCE_APPLICATION_ID, TUCE_FORMAT_VERSION);

  if (!tuce_county_run (county, marks, error) || !tuce_county_run (county, machinery, error))
    return FALSE;
  for (guint i = 0; i < entities->len; i++)
    if (!create_table (county, entities->pdata[i], error))
      return FALSE;
  return TRUE;
}

static char *
present_sql (TuceCounty *county, const char *table, GError **error)
{
  sqlite3_stmt *statement
      = tuce_county_prepare (county, "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?", error);
  char *sql = NULL;
  gboolean row;

  if (!statement)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_TRANSIENT);
  if (!tuce_county_step (county, statement, &row, error))
    return NULL;
  sql = g_strdup (row ? (const char *) sqlite3_column_text (statement, 0) : "");
  sqlite3_reset (statement);
  return sql;
}

/* Makes a new table beside the old one, copies the rows, drops the old table and gives its name to the new one. */
static gboolean
rebuild_table (TuceCounty *county, const TuceEntity *entity, GPtrArray *present, const char *wanted, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *indices = indices_sql (entity);

  for (guint i = 0; i < present->len; i++)
    {
      const Column *column = present->pdata[i];

      g_string_append_printf (names, "%s%s", i ? ", " : "", column->name);
    }
  g_string_append_printf (sql, "CREATE TABLE anew_%s;", wanted + strlen ("CREATE TABLE "));
  g_string_append_printf (sql, "INSERT INTO anew_%s (%s) SELECT %s FROM %s;", entity->name, names->str, names->str,
                          entity->name);
  g_string_append_printf (sql, "DROP TABLE %s; ALTER TABLE anew_%s RENAME TO %s;", entity->name, entity->name,
                          entity->name);
  return tuce_county_run (county, sql->str, error) && tuce_county_run (county, indices, error);
}

/* Whether the two texts are the same but for quotes: SQLite puts the name of a renamed table in quotes. */
static gboolean
same_sql (const char *present, const char *wanted)
{
  g_autoptr (GString) bare = g_string_new (present);

  g_string_replace (bare, "\"", "", 0);
  return g_str_equal (bare->str, wanted);
}

static gboolean
upgrade_table (TuceCounty *county, const TuceEntity *entity, GError **error)
{
  g_autoptr (GPtrArray) present = read_columns (county, entity->name, error);
  g_autofree char *wanted = NULL;
  g_autofree char *sql = NULL;

  if (!present)
    return FALSE;
  if (present->len == 0)
    return create_table (county, entity, error);
  sql = present_sql (county, entity->name, error);
  if (!sql)
    return FALSE;
  wanted = table_sql (entity, present);
  if (same_sql (sql, wanted))
    {
      g_autofree char *indices = indices_sql (entity);

      return tuce_county_run (county, indices, error);
    }
  return rebuild_table (county, entity, present, wanted, error);
}

static gboolean
upgrade_tables (TuceCounty *county, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (county->dictionary);

  for (guint i = 0; i < entities->len; i++)
    if (!upgrade_table (county, entities->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
tuce_schema_upgrade (TuceCounty *county, GError **error)
{
  gboolean upgraded;

  /* With foreign keys on, dropping a table would first delete its rows, and with them rows that refer to them. */
  if (!tuce_county_run (county, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  upgraded = tuce_county_begin_writing (county, NULL, error);
  if (upgraded)
    {
      gboolean changed = upgrade_tables (county, error);

      upgraded = tuce_county_end_writing (county, changed, error) && changed;
    }
  return tuce_county_run (county, "PRAGMA foreign_keys = ON", upgraded ? error : NULL) && upgraded;
}

gboolean
tuce_schema_shadow (TuceCounty *county, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (county->dictionary);

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      g_autoptr (GPtrArray) present = read_columns (county, entity->name, error);
      g_autoptr (GString) sql = g_string_new (NULL);

      if (!present)
        return FALSE;
      for (guint f = 0; f < entity->fields->len; f++)
        {
          const TuceField *field = entity->fields->pdata[f];

          if (!find_column (present, field->name))
            g_string_append_printf (sql, ", NULL AS %s", field->name);
        }
      if (present->len == 0)
        {
          g_string_prepend (sql, "SELECT 0 AS id");
          g_string_append (sql, " WHERE 0");
        }
      else if (sql->len)
        {
          g_string_prepend (sql, "SELECT *");
          g_string_append_printf (sql, " FROM main.%s", entity->name);
        }
      else
        continue;
      g_string_prepend (sql, " AS ");
      g_string_prepend (sql, entity->name);
      g_string_prepend (sql, "CREATE TEMP VIEW ");
      if (!tuce_county_run (county, sql->str, error))
        return FALSE;
    }
  return TRUE;
}
