/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running queries: SQL and results. */
#include "tuce-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

/* Gives the SQL expression for the division code of a record: its own field, or that of the record it belongs to; NULL for none. */
static char *
scope_sql (TuceQuery *self)
{
  const TuceEntity *entity = self->entity;
  g_autofree char *path = NULL;
  TuceReach *reach;
  char *sql;

  if (entity->scope)
    return g_strdup_printf ("%s.%s", entity->name, entity->scope->name);
  if (!entity->parent || !entity->parent->target_entity->scope)
    return NULL;
  path = g_strdup_printf ("%s.%s", entity->parent->target, entity->parent->target_entity->scope->name);
  reach = tuce_query_reach (self, path, NULL);
  sql = reach ? g_strdup (reach->sql) : NULL;
  g_clear_pointer (&reach, tuce_reach_free);
  return sql;
}

/* Whether a search looks at @field: names and numbers by which people know each other, and codes of places. Choices are not
 * searched, nor fields that are on no form. */
static gboolean
is_searched (const TuceField *field)
{
  return field->type == TUCE_FIELD_IDENTITY || field->type == TUCE_FIELD_PHONE
         || (field->type == TUCE_FIELD_TEXT && (field == field->entity->title || (field->indexed && *field->section)))
         || (field->entity->is_place && field == field->entity->scope);
}

static void
append_searched (GString *sql, const TuceEntity *entity)
{
  gboolean first = TRUE;

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (!is_searched (field))
        continue;
      g_string_append_printf (sql, "%s%s.%s LIKE :search ESCAPE '\\'", first ? "" : " OR ", entity->name, field->name);
      first = FALSE;
    }
}

static gboolean
has_searched (const TuceEntity *entity)
{
  for (guint i = 0; i < entity->fields->len; i++)
    if (is_searched (entity->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Appends the condition that the record or one that belongs to it has the text in a searched field. Yearly records, and records
 * with a division code of their own (measures, steps), are not searched. */
static void
append_search (GString *sql, TuceQuery *self)
{
  GPtrArray *entities = tuce_dictionary_entities (self->dictionary);

  g_string_append (sql, "(");
  append_searched (sql, self->entity);
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *child = entities->pdata[i];

      if (!child->parent || child->year || child->scope || child->parent->target_entity != self->entity
          || !has_searched (child))
        continue;
      g_string_append_printf (sql, " OR %s.id IN (SELECT %s FROM %s WHERE ", self->entity->name, child->parent->name,
                              child->name);
      append_searched (sql, child);
      g_string_append (sql, ")");
    }
  g_string_append (sql, ")");
}

char *
tuce_query_sql (TuceQuery *self, const char *what, const char *tail)
{
  g_autofree char *scope = self->scope ? scope_sql (self) : NULL;
  GString *sql = g_string_new ("SELECT ");
  const char *glue = " WHERE ";

  g_string_append_printf (sql, "%s FROM %s", what, self->entity->name);
  for (guint i = 0; i < self->joins->len; i++)
    g_string_append_printf (sql, " %s", (char *) self->joins->pdata[i]);
  if (scope)
    {
      g_string_append_printf (sql, "%s%s >= :scope AND %s < :beyond", glue, scope, scope);
      glue = " AND ";
    }
  if (self->search)
    {
      g_string_append (sql, glue);
      append_search (sql, self);
      glue = " AND ";
    }
  for (guint i = 0; i < self->conditions->len; i++)
    {
      g_string_append_printf (sql, "%s%s", glue, (char *) self->conditions->pdata[i]);
      glue = " AND ";
    }
  g_string_append (sql, tail);
  return g_string_free (sql, FALSE);
}

char *
tuce_query_order_sql (TuceQuery *self)
{
  g_autofree char *scope = self->order ? NULL : scope_sql (self);
  const char *by = self->order ? self->order : scope;
  const char *direction = self->descending ? " DESC" : "";

  if (!by)
    return g_strdup_printf (" ORDER BY %s.id%s", self->entity->name, direction);
  return g_strdup_printf (" ORDER BY %s%s, %s.id%s", by, direction, self->entity->name, direction);
}

static void
bind_text (sqlite3_stmt *statement, const char *name, const char *text)
{
  int parameter = sqlite3_bind_parameter_index (statement, name);

  if (parameter && text)
    sqlite3_bind_text (statement, parameter, text, -1, SQLITE_TRANSIENT);
}

sqlite3_stmt *
tuce_query_start (TuceQuery *self, TuceCounty *county, const char *sql, GError **error)
{
  sqlite3_stmt *statement = tuce_county_prepare (county, sql, error);
  /* ':' is the character after '9', so exactly the codes that begin with the scope are between the scope and @beyond. */
  g_autofree char *beyond = self->scope ? g_strconcat (self->scope, ":", NULL) : NULL;
  int year;

  if (!statement)
    return NULL;
  bind_text (statement, ":scope", self->scope);
  bind_text (statement, ":beyond", beyond);
  bind_text (statement, ":search", self->search);
  year = sqlite3_bind_parameter_index (statement, ":year");
  if (year)
    sqlite3_bind_int (statement, year, self->year);
  for (guint i = 0; i < self->bindings->len; i++)
    {
      const TuceBinding *binding = self->bindings->pdata[i];
      int parameter = sqlite3_bind_parameter_index (statement, binding->name);

      if (parameter)
        tuce_value_bind (statement, parameter, &binding->value);
    }
  return statement;
}

static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
watch_cancellable (TuceCounty *county, GCancellable *cancellable)
{
  if (county->db)
    sqlite3_progress_handler (county->db, cancellable ? 2000 : 0, cancellable ? is_cancelled : NULL, cancellable);
}

GArray *
tuce_query_ids (TuceQuery *self, TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autofree char *order = tuce_query_order_sql (self);
  g_autofree char *what = g_strdup_printf ("%s.id", self->entity->name);
  g_autofree char *sql = tuce_query_sql (self, what, order);
  sqlite3_stmt *statement = tuce_query_start (self, county, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result;

  if (!statement)
    return NULL;
  watch_cancellable (county, cancellable);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  watch_cancellable (county, NULL);
  if (result != SQLITE_DONE)
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

void
tuce_rows_free (TuceRows *rows)
{
  for (guint i = 0; i < rows->n_rows * rows->n_columns; i++)
    tuce_value_clear (&rows->values[i]);
  g_free (rows->values);
  g_free (rows->ids);
  g_free (rows);
}

const TuceValue *
tuce_rows_value (const TuceRows *rows, guint row, guint column)
{
  g_return_val_if_fail (row < rows->n_rows && column < rows->n_columns, NULL);
  return &rows->values[row * rows->n_columns + column];
}

/* Gives "household.id, j0.net_pc, …". */
static char *
columns_sql (TuceQuery *self)
{
  GString *what = g_string_new (self->entity->name);

  g_string_append (what, ".id");
  for (guint i = 0; i < self->columns->len; i++)
    g_string_append_printf (what, ", %s", ((TuceReach *) self->columns->pdata[i])->sql);
  return g_string_free (what, FALSE);
}

static char *
fetch_sql (TuceQuery *self, const char *what)
{
  GString *sql = g_string_new ("SELECT ");

  g_string_append_printf (sql, "%s FROM %s", what, self->entity->name);
  for (guint i = 0; i < self->joins->len; i++)
    g_string_append_printf (sql, " %s", (char *) self->joins->pdata[i]);
  g_string_append_printf (sql, " WHERE %s.id = :id", self->entity->name);
  return g_string_free (sql, FALSE);
}

TuceRows *
tuce_query_fetch (TuceQuery *self, TuceCounty *county, const gint64 *ids, guint n_ids, GError **error)
{
  g_autofree char *what = columns_sql (self);
  g_autofree char *sql = fetch_sql (self, what);
  sqlite3_stmt *statement = tuce_query_start (self, county, sql, error);
  g_autoptr (TuceRows) rows = NULL;
  int parameter;

  if (!statement)
    return NULL;
  rows = g_new0 (TuceRows, 1);
  rows->n_rows = n_ids;
  rows->n_columns = self->columns->len;
  rows->ids = g_new0 (gint64, n_ids);
  rows->values = g_new0 (TuceValue, n_ids * rows->n_columns);
  parameter = sqlite3_bind_parameter_index (statement, ":id");
  for (guint row = 0; row < n_ids; row++)
    {
      int result;

      sqlite3_bind_int64 (statement, parameter, ids[row]);
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        {
          rows->ids[row] = ids[row];
          for (guint column = 0; column < rows->n_columns; column++)
            tuce_value_from_sql (&rows->values[row * rows->n_columns + column],
                                 sqlite3_column_value (statement, (int) column + 1));
        }
      else if (result != SQLITE_DONE)
        {
          tuce_county_sql_error (county, error);
          sqlite3_reset (statement);
          return NULL;
        }
      sqlite3_reset (statement);
    }
  return g_steal_pointer (&rows);
}

static void
release_borrowed (TuceValue *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (values[i].kind == TUCE_VALUE_BYTES)
      g_bytes_unref (values[i].bytes);
}

gboolean
tuce_query_each (TuceQuery *self, TuceCounty *county, TuceRowFunc func, gpointer data, GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *what = columns_sql (self);
  g_autofree char *order = tuce_query_order_sql (self);
  g_autofree char *sql = tuce_query_sql (self, what, order);
  g_autofree TuceValue *values = g_new0 (TuceValue, self->columns->len + 1);
  sqlite3_stmt *statement = tuce_query_start (self, county, sql, error);
  gboolean go_on = TRUE;
  int result = SQLITE_DONE;

  if (!statement)
    return FALSE;
  while (go_on && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (guint i = 0; i < self->columns->len; i++)
        values[i] = tuce_value_borrow (statement, (int) i + 1);
      go_on = func (sqlite3_column_int64 (statement, 0), values, data);
      release_borrowed (values, self->columns->len);
      if (go_on && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE || result == SQLITE_ROW;
}

gboolean
tuce_query_count (TuceQuery *self, TuceCounty *county, const char *path, gint64 *count, gint64 *sum, GError **error)
{
  TuceReach *reach = path ? tuce_query_reach (self, path, error) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  gboolean counted;

  if (path && !reach)
    return FALSE;
  what = g_strdup_printf ("count(*), ifnull(sum(%s), 0)", reach ? reach->sql : "0");
  g_clear_pointer (&reach, tuce_reach_free);
  sql = tuce_query_sql (self, what, "");
  statement = tuce_query_start (self, county, sql, error);
  if (!statement)
    return FALSE;
  counted = sqlite3_step (statement) == SQLITE_ROW;
  if (counted)
    {
      *count = sqlite3_column_int64 (statement, 0);
      if (sum)
        *sum = sqlite3_column_int64 (statement, 1);
    }
  else
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return counted;
}

static void
group_free (gpointer data)
{
  TuceGroup *group = data;

  g_free (group->key);
  g_free (group);
}

static GPtrArray *
read_groups (TuceQuery *self, TuceCounty *county, const TuceField *field, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  sqlite3_stmt *statement = tuce_query_start (self, county, sql, error);
  int result;

  if (!statement)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_auto (TuceValue) key = TUCE_VALUE_INIT;
      TuceGroup *group = g_new0 (TuceGroup, 1);

      tuce_value_from_sql (&key, sqlite3_column_value (statement, 0));
      group->key = tuce_field_format_plain (field, &key);
      group->count = sqlite3_column_int64 (statement, 1);
      group->sum = sqlite3_column_int64 (statement, 2);
      g_ptr_array_add (groups, group);
    }
  if (result != SQLITE_DONE)
    tuce_county_sql_error (county, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&groups) : NULL;
}

GPtrArray *
tuce_query_group (TuceQuery *self, TuceCounty *county, const char *by, const char *sum, GError **error)
{
  TuceReach *key = tuce_query_reach (self, by, error);
  TuceReach *addend = key && sum ? tuce_query_reach (self, sum, error) : NULL;
  g_autofree char *what = NULL;
  g_autofree char *sql = NULL;
  GPtrArray *groups = NULL;

  if (key && (addend || !sum))
    {
      what = g_strdup_printf ("%s, count(*), ifnull(sum(%s), 0)", key->sql, addend ? addend->sql : "0");
      sql = tuce_query_sql (self, what, " GROUP BY 1 ORDER BY 1");
      groups = read_groups (self, county, key->field, sql, error);
    }
  g_clear_pointer (&key, tuce_reach_free);
  g_clear_pointer (&addend, tuce_reach_free);
  return groups;
}
