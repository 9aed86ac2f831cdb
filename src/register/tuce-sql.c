/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The county's connection: keeping prepared statements, binding and reading values, turning failures into sentences. */
#include "tuce-county-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

sqlite3_stmt *
tuce_county_prepare (TuceCounty *county, const char *sql, GError **error)
{
  sqlite3_stmt *statement;

  if (!county->db)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("The county file is closed"));
      return NULL;
    }
  statement = tuce_statement_cache_find (county->statements, sql);
  if (statement)
    {
      sqlite3_reset (statement);
      return statement;
    }
  county->n_compiled++;
  if (sqlite3_prepare_v3 (county->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      tuce_county_sql_error (county, error);
      return NULL;
    }
  tuce_statement_cache_add (county->statements, sql, statement);
  /* Not during an edit, which keeps pointers to the statements it inserts with. */
  if (!county->edit)
    tuce_statement_cache_trim (county->statements);
  return statement;
}

gboolean
tuce_county_run (TuceCounty *county, const char *sql, GError **error)
{
  if (!county->db)
    return tuce_county_prepare (county, sql, error) != NULL;
  return sqlite3_exec (county->db, sql, NULL, NULL, NULL) == SQLITE_OK || tuce_county_sql_error (county, error);
}

gboolean
tuce_county_step_done (TuceCounty *county, sqlite3_stmt *statement, GError **error)
{
  int result;

  do
    result = sqlite3_step (statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

gboolean
tuce_county_step (TuceCounty *county, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (*row)
    return TRUE;
  if (result != SQLITE_DONE)
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

gboolean
tuce_county_step_integer (TuceCounty *county, sqlite3_stmt *statement, gint64 *integer, GError **error)
{
  gboolean row;

  *integer = 0;
  if (!tuce_county_step (county, statement, &row, error))
    return FALSE;
  if (row)
    *integer = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Finds the field that SQLite's message names: "CHECK constraint failed: sex", "UNIQUE constraint failed: member.person_no". */
static const TuceField *
find_constrained_field (TuceCounty *county, const char *message)
{
  const char *colon = strstr (message, "constraint failed: ");
  GPtrArray *entities = tuce_dictionary_entities (county->dictionary);
  g_auto (GStrv) parts = NULL;

  if (!colon)
    return NULL;
  parts = g_strsplit (colon + strlen ("constraint failed: "), ".", 2);
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      const TuceField *field;

      if (parts[1] && !g_str_equal (parts[0], entity->name))
        continue;
      field = tuce_entity_field (entity, g_strdelimit (parts[1] ? parts[1] : parts[0], ", ", '\0'));
      if (field)
        return field;
    }
  return NULL;
}

static const char *
constraint_sentence (int code)
{
  switch (code)
    {
    case SQLITE_CONSTRAINT_NOTNULL:
      return _("%s is missing");
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return _("%s: another record has the same value already");
    default:
      return _("%s can't hold that value");
    }
}

static gboolean
constraint_error (TuceCounty *county, int code, GError **error)
{
  const TuceField *field;

  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("The record refers to one that does not exist, or others still refer to it"));
      return FALSE;
    }
  field = find_constrained_field (county, sqlite3_errmsg (county->db));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, constraint_sentence (code),
               field ? tuce_field_label (field) : _("The record"));
#pragma GCC diagnostic pop
  return FALSE;
}

gboolean
tuce_county_storage_error (TuceCounty *county, int number, GError **error)
{
  g_autofree char *name = g_path_get_basename (tuce_county_get_path (county));

  if ((number == ENOSPC || number == EDQUOT || number == EFBIG) && county->target)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
                 _("The disk is full: %s was not made. Free some room and try again"), name);
  else if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
                 _("The disk is full: %s was left as it was. Free some room and try again"), name);
  else
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
                 _("%s could not be read or written: check the disk, then try again (%s)"), name, g_strerror (number));
  return FALSE;
}

/* Gives the errno of the system call that failed, 0 where it is not known. SQLite keeps it for a statement, but not for a commit
   that fails: then its file objects are asked. */
static int
system_errno (sqlite3 *db)
{
  int number = sqlite3_system_errno (db);
  sqlite3_file *log = NULL;

  if (!number)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  if (!number && sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log
      && log->pMethods)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &number);
  /* SQLite reports this code when the shared memory of the log can't grow, which means that the disk is full */
  if (!number && sqlite3_extended_errcode (db) == SQLITE_IOERR_SHMSIZE)
    number = ENOSPC;
  return number;
}

/* Sets @error from the errno of the failure, else from SQLite's message. */
static gboolean
disk_error (TuceCounty *county, const char *name, GError **error)
{
  int number = county->db ? system_errno (county->db) : 0;

  if (number)
    return tuce_county_storage_error (county, number, error);
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE,
               _("%s could not be read or written: check the disk, then try again (%s)"), name,
               county->db ? sqlite3_errmsg (county->db) : "");
  return FALSE;
}

gboolean
tuce_county_sql_error (TuceCounty *county, GError **error)
{
  g_autofree char *name = g_path_get_basename (tuce_county_get_path (county));
  int code = county->db ? sqlite3_extended_errcode (county->db) : SQLITE_MISUSE;
  const char *message = county->db ? sqlite3_errmsg (county->db) : "";

  switch (code & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return constraint_error (county, code, error);
    case SQLITE_FULL:
      return tuce_county_storage_error (county, ENOSPC, error);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return disk_error (county, name, error);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_A_COUNTY,
                   _("%s is damaged: keep it, and go on with the last backup (%s)"), name, message);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_HELD, _("%s is busy in another program: try again"), name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_READ_ONLY, _("%s can only be read"), name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      break;
    default:
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_STORAGE, _("%s: the database says “%s”"), name, message);
      break;
    }
  return FALSE;
}

int
tuce_value_bind (sqlite3_stmt *statement, int parameter, const TuceValue *value)
{
  switch (value->kind)
    {
    case TUCE_VALUE_NONE:
      return sqlite3_bind_null (statement, parameter);
    case TUCE_VALUE_INTEGER:
      return sqlite3_bind_int64 (statement, parameter, value->integer);
    case TUCE_VALUE_REAL:
      return sqlite3_bind_double (statement, parameter, value->real);
    case TUCE_VALUE_TEXT:
      return sqlite3_bind_text (statement, parameter, value->text, -1, SQLITE_STATIC);
    case TUCE_VALUE_BYTES:
      return sqlite3_bind_blob64 (statement, parameter, g_bytes_get_data (value->bytes, NULL),
                                  g_bytes_get_size (value->bytes), SQLITE_STATIC);
    }
  g_return_val_if_reached (SQLITE_MISUSE);
}

void
tuce_value_from_sql (TuceValue *value, sqlite3_value *from)
{
  g_autoptr (GBytes) bytes = NULL;

  switch (sqlite3_value_type (from))
    {
    case SQLITE_INTEGER:
      tuce_value_set_integer (value, sqlite3_value_int64 (from));
      break;
    case SQLITE_FLOAT:
      tuce_value_set_real (value, sqlite3_value_double (from));
      break;
    case SQLITE_TEXT:
      tuce_value_set_text (value, (const char *) sqlite3_value_text (from));
      break;
    case SQLITE_BLOB:
      bytes = g_bytes_new (sqlite3_value_blob (from), (gsize) sqlite3_value_bytes (from));
      tuce_value_set_bytes (value, bytes);
      break;
    default:
      tuce_value_clear (value);
      break;
    }
}

TuceValue
tuce_value_borrow (sqlite3_stmt *statement, int column)
{
  TuceValue value = TUCE_VALUE_INIT;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      value.kind = TUCE_VALUE_INTEGER;
      value.integer = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_FLOAT:
      value.kind = TUCE_VALUE_REAL;
      value.real = sqlite3_column_double (statement, column);
      break;
    case SQLITE_TEXT:
      value.kind = TUCE_VALUE_TEXT;
      value.text = (char *) sqlite3_column_text (statement, column);
      break;
    case SQLITE_BLOB:
      value.kind = TUCE_VALUE_BYTES;
      value.bytes = g_bytes_new (sqlite3_column_blob (statement, column),
                                 (gsize) sqlite3_column_bytes (statement, column));
      break;
    default:
      break;
    }
  return value;
}
