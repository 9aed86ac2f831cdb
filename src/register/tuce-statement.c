/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-compiled.h"
#include "tuce-county-private.h"
#include "tuce-error.h"
#include "tuce-rule-functions.h"

/* After how many instructions of SQLite's virtual machine a guarded statement is checked for its budget and for cancellation. */
#define STEPS_BETWEEN_LOOKS 10000
#define USUAL_BUDGET (200 * 1000 * 1000)
/* How many bytes one text or outline in a guarded statement may have. */
#define LONGEST_VALUE (64 * 1024 * 1024)

struct _TuceStatement
{
  TuceCounty *county;
  TuceCompiled *whole;    /* the compiled statement with its text and what it reads */
  sqlite3_stmt *compiled; /* borrowed from @whole */
  TuceStatementKind kind;
  gboolean runs_once; /* it is not put into the pool when it is freed */
  guint64 budget;
  guint64 spent; /* instructions since the last row */
  GCancellable *cancellable;
};

/* The state of the authorizer while one text is compiled. */
typedef struct
{
  TuceCounty *county;
  TuceStatementKind kind;
  TuceReads *reads;
  char *refusal;
} Guard;

static gboolean
is_temporary (const char *database)
{
  return g_strcmp0 (database, "temp") == 0;
}

static int
refuse (Guard *guard, char *refusal)
{
  g_free (guard->refusal);
  guard->refusal = refusal;
  return SQLITE_DENY;
}

static int
judge_read (Guard *guard, const char *table, const char *column, const char *database)
{
  const TuceEntity *entity = tuce_dictionary_entity (guard->county->dictionary, table);

  /* SQLite does not name the database of a table whose rows are only counted, so temporary tables are also known by name. */
  if (is_temporary (database) || !*table || g_hash_table_contains (guard->county->temporary, table))
    return SQLITE_OK;
  if (entity)
    {
      tuce_reads_add_column (guard->reads, entity, column);
      return SQLITE_OK;
    }
  return refuse (guard, g_strdup_printf (_("it would read %s, which is no table of the register"), table));
}

static int
judge_write (Guard *guard, const char *table, const char *database)
{
  const TuceEntity *entity = tuce_dictionary_entity (guard->county->dictionary, table);

  if (guard->kind == TUCE_STATEMENT_DERIVING
      && (is_temporary (database) || (entity && entity->derived) || g_str_has_prefix (table, "sqlite_temp")))
    return SQLITE_OK;
  return refuse (guard, g_strdup_printf (_("it would write to %s"), table));
}

static int
judge_function (Guard *guard, const char *function)
{
  if (guard->kind == TUCE_STATEMENT_DERIVING || tuce_rule_function_is_known (function))
    return SQLITE_OK;
  return refuse (guard, g_strdup_printf (_("it would call %s (), which rules may not use"), function));
}

static int
judge (void *data, int action, const char *first, const char *second, const char *database, const char *trigger)
{
  Guard *guard = ((TuceCounty *) data)->guard;

  if (!guard)
    return SQLITE_OK;
  switch (action)
    {
    case SQLITE_SELECT:
      return SQLITE_OK;
    case SQLITE_READ:
      return judge_read (guard, first, second, database);
    case SQLITE_FUNCTION:
      return judge_function (guard, second);
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
      return judge_write (guard, first, database);
    case SQLITE_CREATE_TEMP_TABLE:
      if (guard->kind == TUCE_STATEMENT_DERIVING)
        {
          g_hash_table_add (guard->county->temporary, g_strdup (first));
          return SQLITE_OK;
        }
      break;
    case SQLITE_CREATE_TEMP_INDEX:
    case SQLITE_DROP_TEMP_TABLE:
      if (guard->kind == TUCE_STATEMENT_DERIVING)
        return SQLITE_OK;
      break;
    default:
      break;
    }
  return refuse (guard, g_strdup (_("it would do more than read")));
}

void
tuce_county_install_guard (TuceCounty *county)
{
  sqlite3_set_authorizer (county->db, judge, county);
}

/* Whether nothing follows the first statement. A second one is refused: it would never run, so it must be a mistake. */
static gboolean
is_single (Guard *guard, const char *rest)
{
  while (g_ascii_isspace (*rest))
    rest++;
  if (!*rest)
    return TRUE;
  refuse (guard, g_strdup (_("there is more than one statement")));
  return FALSE;
}

/* Compiles @sql while the authorizer checks it; @offset as in tuce_statement_new(). */
static TuceCompiled *
compile (TuceCounty *county, const char *sql, TuceStatementKind kind, int *offset, GError **error)
{
  g_autoptr (TuceReads) reads = tuce_reads_new (county->dictionary);
  Guard guard = { county, kind, reads, NULL };
  g_autofree char *refusal = NULL;
  sqlite3_stmt *compiled = NULL;
  const char *rest = "";
  int result;

  county->guard = &guard;
  county->n_compiled++;
  result = sqlite3_prepare_v3 (county->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &compiled, &rest);
  county->guard = NULL;
  if (offset)
    *offset = result == SQLITE_OK ? -1 : sqlite3_error_offset (county->db);
  if (result == SQLITE_OK && compiled && is_single (&guard, rest))
    return tuce_compiled_new (sql, compiled, g_steal_pointer (&reads));
  refusal = guard.refusal ? guard.refusal : g_strdup (result == SQLITE_OK ? _("it is empty") : sqlite3_errmsg (county->db));
  sqlite3_finalize (compiled);
  g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, refusal);
  return NULL;
}

TuceStatement *
tuce_statement_new (TuceCounty *county, const char *sql, TuceStatementKind kind, int *offset, GError **error)
{
  TuceCompiled *whole;
  TuceStatement *self;

  if (!county->db)
    {
      tuce_county_prepare (county, sql, error); /* sets the error that says that the county is closed */
      return NULL;
    }
  whole = kind == TUCE_STATEMENT_DERIVING ? tuce_pool_take (county, sql) : NULL;
  if (whole && offset)
    *offset = -1;
  if (!whole)
    whole = compile (county, sql, kind, offset, error);
  if (!whole)
    return NULL;
  self = g_new0 (TuceStatement, 1);
  self->county = county;
  self->whole = whole;
  self->compiled = whole->statement;
  self->kind = kind;
  self->budget = USUAL_BUDGET;
  return self;
}

void
tuce_statement_free (TuceStatement *self)
{
  if (self->kind == TUCE_STATEMENT_DERIVING && !self->runs_once)
    tuce_pool_give (self->county, self->whole);
  else
    tuce_compiled_free (self->whole);
  g_clear_object (&self->cancellable);
  g_free (self);
}

gboolean
tuce_statement_run (TuceCounty *county, const char *sql, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_statement_new (county, sql, TUCE_STATEMENT_DERIVING, NULL, error);

  if (statement)
    statement->runs_once = TRUE;
  return statement && tuce_statement_execute (statement, error);
}

const TuceReads *
tuce_statement_reads (TuceStatement *self)
{
  return self->whole->reads;
}

void
tuce_statement_set_budget (TuceStatement *self, guint64 steps)
{
  self->budget = steps;
}

void
tuce_statement_set_cancellable (TuceStatement *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

guint
tuce_statement_n_columns (TuceStatement *self)
{
  return (guint) sqlite3_column_count (self->compiled);
}

const char *
tuce_statement_column_name (TuceStatement *self, guint column)
{
  const char *name = sqlite3_column_name (self->compiled, (int) column);

  return name ? name : "";
}

const TuceField *
tuce_statement_column_field (TuceStatement *self, guint column)
{
  const char *table = sqlite3_column_table_name (self->compiled, (int) column);
  const char *name = sqlite3_column_origin_name (self->compiled, (int) column);
  const TuceEntity *entity = table ? tuce_dictionary_entity (self->county->dictionary, table) : NULL;

  return entity && name ? tuce_entity_field (entity, name) : NULL;
}

guint
tuce_statement_n_parameters (TuceStatement *self)
{
  return (guint) sqlite3_bind_parameter_count (self->compiled);
}

const char *
tuce_statement_parameter (TuceStatement *self, guint parameter)
{
  return sqlite3_bind_parameter_name (self->compiled, (int) parameter);
}

void
tuce_statement_bind (TuceStatement *self, const char *name, const TuceValue *value)
{
  int parameter = sqlite3_bind_parameter_index (self->compiled, name);

  if (!parameter)
    return;
  if (value->kind == TUCE_VALUE_TEXT)
    sqlite3_bind_text (self->compiled, parameter, value->text, -1, SQLITE_TRANSIENT);
  else
    tuce_value_bind (self->compiled, parameter, value);
}

void
tuce_statement_bind_integer (TuceStatement *self, const char *name, gint64 integer)
{
  int parameter = sqlite3_bind_parameter_index (self->compiled, name);

  if (parameter)
    sqlite3_bind_int64 (self->compiled, parameter, integer);
}

void
tuce_statement_bind_text (TuceStatement *self, const char *name, const char *text)
{
  int parameter = sqlite3_bind_parameter_index (self->compiled, name);

  if (parameter)
    sqlite3_bind_text (self->compiled, parameter, text, -1, SQLITE_TRANSIENT);
}

static int
look (void *data)
{
  TuceStatement *self = data;

  self->spent += STEPS_BETWEEN_LOOKS;
  return self->spent > self->budget || g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
step_failed (TuceStatement *self, int result, GError **error)
{
  if (result == SQLITE_INTERRUPT && !g_cancellable_is_cancelled (self->cancellable))
    g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("it does not come to an end"));
  else if (result == SQLITE_TOOBIG)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("what it makes is too large"));
  else if (result == SQLITE_ERROR)
    g_set_error_literal (error, TUCE_ERROR, TUCE_ERROR_REFUSED, sqlite3_errmsg (self->county->db));
  else
    tuce_county_sql_error (self->county, error);
  sqlite3_reset (self->compiled);
  return FALSE;
}

/* Steps with a lower limit for the length of values, because a single instruction may make a text as long as the limit allows. */
static int
step_within_limits (TuceStatement *self)
{
  sqlite3 *db = self->county->db;
  int usual = sqlite3_limit (db, SQLITE_LIMIT_LENGTH, -1), result;

  sqlite3_progress_handler (db, STEPS_BETWEEN_LOOKS, look, self);
  if (self->kind == TUCE_STATEMENT_GUARDED)
    sqlite3_limit (db, SQLITE_LIMIT_LENGTH, MIN (usual, LONGEST_VALUE));
  result = sqlite3_step (self->compiled);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, usual);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  return result;
}

gboolean
tuce_statement_step (TuceStatement *self, gboolean *row, GError **error)
{
  int result;

  *row = FALSE;
  self->spent = 0;
  if (!self->county->db)
    return tuce_county_prepare (self->county, "SELECT 1", error) != NULL;
  result = step_within_limits (self);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    return step_failed (self, result, error);
  *row = result == SQLITE_ROW;
  if (!*row)
    sqlite3_reset (self->compiled);
  return TRUE;
}

gboolean
tuce_statement_execute (TuceStatement *self, GError **error)
{
  gboolean row;

  do
    if (!tuce_statement_step (self, &row, error))
      return FALSE;
  while (row);
  return TRUE;
}

void
tuce_statement_reset (TuceStatement *self)
{
  sqlite3_reset (self->compiled);
}

TuceValueKind
tuce_statement_kind (TuceStatement *self, guint column)
{
  switch (sqlite3_column_type (self->compiled, (int) column))
    {
    case SQLITE_INTEGER:
      return TUCE_VALUE_INTEGER;
    case SQLITE_FLOAT:
      return TUCE_VALUE_REAL;
    case SQLITE_TEXT:
      return TUCE_VALUE_TEXT;
    case SQLITE_BLOB:
      return TUCE_VALUE_BYTES;
    default:
      return TUCE_VALUE_NONE;
    }
}

gint64
tuce_statement_integer (TuceStatement *self, guint column)
{
  return sqlite3_column_int64 (self->compiled, (int) column);
}

const char *
tuce_statement_text (TuceStatement *self, guint column)
{
  const char *text = (const char *) sqlite3_column_text (self->compiled, (int) column);

  return text ? text : "";
}

TuceValue
tuce_statement_value (TuceStatement *self, guint column)
{
  if (tuce_statement_kind (self, column) == TUCE_VALUE_BYTES)
    return TUCE_VALUE_INIT;
  return tuce_value_borrow (self->compiled, (int) column);
}
