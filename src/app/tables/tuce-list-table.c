/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-list-table.h"

#include "tuce-record-name.h"

typedef struct
{
  TuceWorkspace *workspace;
  const TuceListTableKind *kind;
  TuceRecordList *list;
  GHashTable *names; /* division code → name */
} TuceListTablePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TuceListTable, tuce_list_table, TUCE_TYPE_COLUMN_TABLE)

#define PRIVATE(table) ((TuceListTablePrivate *) tuce_list_table_get_instance_private (table))

static char *
words (TuceColumnTable *table, const TuceColumn *column, guint position)
{
  TuceListTable *self = TUCE_LIST_TABLE (table);

  return PRIVATE (self)->kind->words[GPOINTER_TO_UINT (column->what)](self, position);
}

static const TuceCode *
code (TuceColumnTable *table, const TuceColumn *column, guint position)
{
  return PRIVATE (TUCE_LIST_TABLE (table))->kind->code (TUCE_LIST_TABLE (table), position);
}

static void
tuce_list_table_dispose (GObject *object)
{
  TuceListTablePrivate *priv = PRIVATE (TUCE_LIST_TABLE (object));

  G_OBJECT_CLASS (tuce_list_table_parent_class)->dispose (object);
  g_clear_object (&priv->list);
  g_clear_object (&priv->workspace);
}

static void
tuce_list_table_finalize (GObject *object)
{
  g_hash_table_unref (PRIVATE (TUCE_LIST_TABLE (object))->names);
  G_OBJECT_CLASS (tuce_list_table_parent_class)->finalize (object);
}

static void
tuce_list_table_class_init (TuceListTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tuce_list_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_list_table_finalize;
  TUCE_COLUMN_TABLE_CLASS (klass)->select = TUCE_SELECT_MANY;
  TUCE_COLUMN_TABLE_CLASS (klass)->words = words;
  TUCE_COLUMN_TABLE_CLASS (klass)->code = code;
}

static void
tuce_list_table_init (TuceListTable *self)
{
  PRIVATE (self)->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GtkWidget *
tuce_list_table_new (TuceWorkspace *workspace, const TuceListTableKind *kind, const char *label)
{
  TuceListTable *self = g_object_new (TUCE_TYPE_LIST_TABLE, NULL);

  PRIVATE (self)->workspace = g_object_ref (workspace);
  PRIVATE (self)->kind = kind;
  tuce_column_table_set_label (TUCE_COLUMN_TABLE (self), label);
  return GTK_WIDGET (self);
}

TuceWorkspace *
tuce_list_table_get_workspace (TuceListTable *self)
{
  return PRIVATE (self)->workspace;
}

const TuceListTableKind *
tuce_list_table_get_kind (TuceListTable *self)
{
  return PRIVATE (self)->kind;
}

TuceDictionary *
tuce_list_table_get_dictionary (TuceListTable *self)
{
  return tuce_county_get_dictionary (tuce_workspace_get_county (PRIVATE (self)->workspace));
}

TuceQuery *
tuce_list_table_new_query (TuceListTable *self, TuceCounty *county)
{
  TuceQuery *query = tuce_query_new (county, PRIVATE (self)->kind->entity);
  g_autoptr (GError) error = NULL;

  if (!tuce_query_set_columns (query, PRIVATE (self)->kind->paths, &error))
    g_warning ("%s can't be shown: %s", PRIVATE (self)->kind->entity, error->message);
  return query;
}

void
tuce_list_table_add_reads (TuceListTable *self, TuceReads *reads)
{
  tuce_reads_add_paths (reads, PRIVATE (self)->kind->entity, PRIVATE (self)->kind->paths);
}

void
tuce_list_table_set_list (TuceListTable *self, TuceRecordList *list)
{
  TuceListTablePrivate *priv;

  g_return_if_fail (TUCE_IS_LIST_TABLE (self));
  priv = PRIVATE (self);
  if (priv->list == list)
    return;
  tuce_column_table_set_rows (TUCE_COLUMN_TABLE (self), NULL);
  g_hash_table_remove_all (priv->names);
  g_set_object (&priv->list, list);
  if (list)
    tuce_column_table_set_rows (TUCE_COLUMN_TABLE (self), G_LIST_MODEL (list));
}

gboolean
tuce_list_table_follow (TuceListTable *self, GArray *ids)
{
  gboolean followed;

  tuce_column_table_hold (TUCE_COLUMN_TABLE (self), TRUE);
  followed = PRIVATE (self)->list && tuce_record_list_follow (PRIVATE (self)->list, ids);
  tuce_column_table_hold (TUCE_COLUMN_TABLE (self), FALSE);
  return followed;
}

TuceRecordList *
tuce_list_table_get_list (TuceListTable *self)
{
  g_return_val_if_fail (TUCE_IS_LIST_TABLE (self), NULL);
  return PRIVATE (self)->list;
}

GArray *
tuce_list_table_get_ids (TuceListTable *self)
{
  g_autoptr (GtkBitset) selected = tuce_column_table_get_selection (TUCE_COLUMN_TABLE (self));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint64 i = 0; PRIVATE (self)->list && i < gtk_bitset_get_size (selected); i++)
    {
      gint64 id = tuce_record_list_get_id (PRIVATE (self)->list, gtk_bitset_get_nth (selected, (guint) i));

      g_array_append_val (ids, id);
    }
  return ids;
}

static const TuceValue *
value_at (TuceListTable *self, guint position, guint value)
{
  TuceRecordList *list = tuce_list_table_get_list (self);

  return list ? tuce_record_list_value (list, position, value) : NULL;
}

const char *
tuce_list_table_text (TuceListTable *self, guint position, guint which)
{
  const TuceValue *value = value_at (self, position, which);

  return value && value->kind == TUCE_VALUE_TEXT ? value->text : "";
}

gint64
tuce_list_table_integer (TuceListTable *self, guint position, guint which)
{
  const TuceValue *value = value_at (self, position, which);

  return value && value->kind == TUCE_VALUE_INTEGER ? value->integer : 0;
}

const char *
tuce_list_table_place (TuceListTable *self, const char *code)
{
  TuceListTablePrivate *priv = PRIVATE (self);
  char *name = g_hash_table_lookup (priv->names, code);

  if (!name)
    {
      name = tuce_place_name (tuce_workspace_get_county (priv->workspace), code);
      g_hash_table_insert (priv->names, g_strdup (code), name);
    }
  return name;
}
