/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changeset changed: which fields of which records, and in the history of which records that is shown. */
#include <glib/gi18n-lib.h>

#include "tuce-county-private.h"
#include "tuce-error.h"

/* Gives the value of @column in a row of a changeset: the new one, or the old one where there is no new one. */
static sqlite3_value *
changed_value (sqlite3_changeset_iter *row, int operation, int column)
{
  sqlite3_value *value = NULL;

  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (row, column, &value);
  if (!value && operation != SQLITE_INSERT)
    sqlite3changeset_old (row, column, &value);
  return value;
}

/* For one entity, while a changeset is read: which fields its columns are, and which column holds its parent. */
typedef struct
{
  const TuceEntity *entity;
  GPtrArray *fields; /* TuceField by column; NULL for the id, and for a column the dictionary no longer has */
  int parent_column; /* -1: the entity has no parent */
} Layout;

static gboolean
read_layout (TuceCounty *county, const char *table, Layout *layout, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;

  layout->entity = tuce_dictionary_entity (county->dictionary, table);
  layout->parent_column = -1;
  g_clear_pointer (&layout->fields, g_ptr_array_unref);
  if (!layout->entity)
    return TRUE;
  columns = tuce_schema_columns (county, table, error);
  if (!columns)
    return FALSE;
  layout->fields = g_ptr_array_new ();
  for (guint i = 0; i < columns->len; i++)
    {
      const TuceField *field = tuce_entity_field (layout->entity, columns->pdata[i]);

      g_ptr_array_add (layout->fields, (gpointer) field);
      if (field && field == layout->entity->parent)
        layout->parent_column = (int) i;
    }
  return TRUE;
}

/* Gives the fields that an update changed; NULL for other operations. */
static GPtrArray *
list_changed (const Layout *layout, sqlite3_changeset_iter *row, int operation, int n_columns)
{
  GPtrArray *changed;

  if (operation != SQLITE_UPDATE)
    return NULL;
  changed = g_ptr_array_new ();
  for (int i = 0; i < n_columns && i < (int) layout->fields->len; i++)
    {
      sqlite3_value *after = NULL;

      sqlite3changeset_new (row, i, &after);
      if (after && layout->fields->pdata[i])
        g_ptr_array_add (changed, layout->fields->pdata[i]);
    }
  return changed;
}

static gboolean
place_id (TuceCounty *county, const TuceEntity *level, sqlite3_value *code, gint64 *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE code = ?", level->name);
  sqlite3_stmt *statement = tuce_county_prepare (county, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_value (statement, 1, code);
  return tuce_county_step_integer (county, statement, id, error);
}

/* @root: (out): the record in whose history the change of a row is shown: the one it belongs to, else itself. */
static gboolean
find_root (TuceCounty *county, const Layout *layout, sqlite3_changeset_iter *row, int operation, gint64 id, gint64 *root,
           GError **error)
{
  const TuceField *parent = layout->entity->parent;
  sqlite3_value *value;

  *root = id;
  if (layout->parent_column < 0)
    return TRUE;
  value = changed_value (row, operation, layout->parent_column);
  if (value && parent->type == TUCE_FIELD_PLACE)
    return place_id (county, parent->target_entity, value, root, error);
  if (value)
    {
      *root = sqlite3_value_int64 (value);
      return TRUE;
    }

  /* An update that did not change the parent does not name it, so the table is asked. */
  g_autofree char *sql
      = parent->type == TUCE_FIELD_PLACE
            ? g_strdup_printf ("SELECT p.id FROM %s AS c JOIN %s AS p ON p.code = c.%s WHERE c.id = ?",
                               layout->entity->name, parent->target, parent->name)
            : g_strdup_printf ("SELECT %s FROM %s WHERE id = ?", parent->name, layout->entity->name);
  sqlite3_stmt *statement = tuce_county_prepare (county, sql, error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return tuce_county_step_integer (county, statement, root, error);
}

static TuceChangeKind
kind_of (int operation)
{
  return operation == SQLITE_INSERT ? TUCE_CHANGE_INSERT : operation == SQLITE_DELETE ? TUCE_CHANGE_DELETE : TUCE_CHANGE_UPDATE;
}

static gboolean
walk_row (TuceCounty *county, sqlite3_changeset_iter *row, const Layout *layout, int operation, int n_columns,
          TuceChangeSet *touched, GHashTable *roots, GError **error)
{
  gint64 id = sqlite3_value_int64 (changed_value (row, operation == SQLITE_UPDATE ? SQLITE_DELETE : operation, 0));
  g_autoptr (GPtrArray) changed = list_changed (layout, row, operation, n_columns);
  gint64 root;

  tuce_change_set_add (touched, layout->entity, id, kind_of (operation), changed);
  if (!find_root (county, layout, row, operation, id, &root, error))
    return FALSE;
  /* A row whose parent field is empty has a history of its own. */
  if (!root)
    root = id;
  g_hash_table_add (roots, g_memdup2 (&root, sizeof root));
  return TRUE;
}

gboolean
tuce_journal_walk (TuceCounty *county, gconstpointer changes, int n_bytes, TuceChangeSet *touched, GHashTable *roots,
              GError **error)
{
  sqlite3_changeset_iter *row = NULL;
  Layout layout = { NULL, NULL, -1 };
  const char *current = NULL;
  int started = sqlite3changeset_start (&row, n_bytes, (void *) changes), ended;
  gboolean walked = TRUE;

  while (walked && started == SQLITE_OK && sqlite3changeset_next (row) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (row, &table, &n_columns, &operation, &indirect);
      if (!current || !g_str_equal (current, table))
        walked = read_layout (county, table, &layout, error);
      current = layout.entity ? layout.entity->name : NULL;
      if (walked && layout.entity)
        walked = walk_row (county, row, &layout, operation, n_columns, touched, roots, error);
    }
  g_clear_pointer (&layout.fields, g_ptr_array_unref);
  /* errors of the iteration are only reported by finalize */
  ended = started == SQLITE_OK ? sqlite3changeset_finalize (row) : started;
  if (walked && ended != SQLITE_OK)
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_A_COUNTY, _("The changes of an edit can't be read: the file is damaged (%s)"),
                   sqlite3_errstr (ended));
      return FALSE;
    }
  return walked;
}
