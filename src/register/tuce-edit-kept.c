/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that the register computes itself (kept fields): noting which may be out of date, and writing them. */
#include "tuce-edit-private.h"

static void
note (TuceEdit *self, const TuceEntity *entity, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->unsettled, entity);

  if (!ids)
    {
      ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_insert (self->unsettled, (gpointer) entity, ids);
    }
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

void
tuce_edit_unsettle (TuceEdit *self, const TuceRecord *record)
{
  const TuceEntity *entity = record->entity;

  if (entity->has_kept)
    note (self, entity, record->id);
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->type == TUCE_FIELD_REFERENCE && field->target_entity->has_kept
          && record->values[i].kind == TUCE_VALUE_INTEGER)
        note (self, field->target_entity, record->values[i].integer);
    }
}

static char *
settle_sql (const TuceEntity *entity)
{
  g_autoptr (GString) set = g_string_new (NULL);
  g_autoptr (GString) differs = g_string_new (NULL);

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (!field->kept)
        continue;
      g_string_append_printf (set, "%s%s = (%s)", set->len ? ", " : "", field->name, field->formula);
      g_string_append_printf (differs, "%s%s IS NOT (%s)", differs->len ? " OR " : "", field->name, field->formula);
    }
  return g_strdup_printf ("UPDATE %s SET %s WHERE id = ? AND (%s)", entity->name, set->str, differs->str);
}

static gboolean
settle_entity (TuceEdit *self, const TuceEntity *entity, GHashTable *ids, GError **error)
{
  g_autofree char *sql = settle_sql (entity);
  sqlite3_stmt *statement = tuce_county_prepare (self->county, sql, error);
  GHashTableIter iter;
  const gint64 *id;

  g_hash_table_iter_init (&iter, ids);
  while (statement && g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      sqlite3_bind_int64 (statement, 1, *id);
      if (!tuce_county_step_done (self->county, statement, error))
        return FALSE;
    }
  return statement != NULL;
}

gboolean
tuce_edit_settle (TuceEdit *self, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (self->county->dictionary);

  /* records that refer to others before these others, whose formulas may depend on them */
  for (guint i = entities->len; i-- > 0;)
    {
      GHashTable *ids = g_hash_table_lookup (self->unsettled, entities->pdata[i]);

      if (ids && !settle_entity (self, entities->pdata[i], ids, error))
        return FALSE;
    }
  g_hash_table_remove_all (self->unsettled);
  return TRUE;
}
