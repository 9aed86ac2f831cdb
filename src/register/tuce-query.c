/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building queries: paths, conditions, order. Running them: tuce-query-rows.c. */
#include "tuce-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"

void
tuce_reach_free (gpointer data)
{
  TuceReach *reach = data;

  g_free (reach->sql);
  g_free (reach);
}

static void
binding_free (gpointer data)
{
  TuceBinding *binding = data;

  g_free (binding->name);
  tuce_value_clear (&binding->value);
  g_free (binding);
}

TuceQuery *
tuce_query_new (TuceCounty *county, const char *entity)
{
  TuceQuery *self = g_new0 (TuceQuery, 1);

  self->dictionary = tuce_dictionary_ref (county->dictionary);
  self->entity = tuce_dictionary_entity (self->dictionary, entity);
  if (!self->entity)
    g_error ("the dictionary has no entity “%s”", entity);
  self->year = county->year;
  self->county_code = g_strdup (county->code);
  self->joins = g_ptr_array_new_with_free_func (g_free);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  self->bindings = g_ptr_array_new_with_free_func (binding_free);
  self->columns = g_ptr_array_new_with_free_func (tuce_reach_free);
  return self;
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

static gpointer
copy_binding (gconstpointer from, gpointer data)
{
  const TuceBinding *binding = from;
  TuceBinding *copy = g_new0 (TuceBinding, 1);

  copy->name = g_strdup (binding->name);
  tuce_value_copy (&binding->value, &copy->value);
  return copy;
}

static gpointer
copy_reach (gconstpointer from, gpointer data)
{
  const TuceReach *reach = from;
  TuceReach *copy = g_new0 (TuceReach, 1);

  copy->field = reach->field;
  copy->sql = g_strdup (reach->sql);
  return copy;
}

static void
fill (GPtrArray *to, GPtrArray *from, GCopyFunc copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (from->pdata[i], NULL));
}

TuceQuery *
tuce_query_copy (const TuceQuery *query)
{
  TuceQuery *self = g_new0 (TuceQuery, 1);
  GHashTableIter iter;
  gpointer key, value;

  *self = *query;
  tuce_dictionary_ref (self->dictionary);
  self->county_code = g_strdup (query->county_code);
  self->scope = g_strdup (query->scope);
  self->search = g_strdup (query->search);
  self->order = g_strdup (query->order);
  self->joins = g_ptr_array_new_with_free_func (g_free);
  fill (self->joins, query->joins, (GCopyFunc) copy_text);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  fill (self->conditions, query->conditions, (GCopyFunc) copy_text);
  self->bindings = g_ptr_array_new_with_free_func (binding_free);
  fill (self->bindings, query->bindings, (GCopyFunc) copy_binding);
  self->columns = g_ptr_array_new_with_free_func (tuce_reach_free);
  fill (self->columns, query->columns, (GCopyFunc) copy_reach);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, query->aliases);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->aliases, g_strdup (key), g_strdup (value));
  return self;
}

void
tuce_query_free (TuceQuery *self)
{
  tuce_dictionary_unref (self->dictionary);
  g_free (self->county_code);
  g_free (self->scope);
  g_free (self->search);
  g_free (self->order);
  g_ptr_array_unref (self->joins);
  g_hash_table_unref (self->aliases);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->bindings);
  g_ptr_array_unref (self->columns);
  g_free (self);
}

const TuceEntity *
tuce_query_entity (const TuceQuery *self)
{
  return self->entity;
}

/* One step of a path: from @entity through @step to another record. */
typedef struct
{
  const TuceEntity *to;
  const TuceField *through; /* the field that connects the two: of the entity the step starts from, or of @to */
  gboolean refers;          /* TRUE where it is of the entity the step starts from */
} Step;

static gboolean
find_step (const TuceEntity *entity, const char *name, Step *step)
{
  const TuceEntity *to;

  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];

      if (field->target_entity && (g_str_equal (field->target, name) || g_str_equal (field->name, name)))
        {
          *step = (Step){ field->target_entity, field, TRUE };
          return TRUE;
        }
    }
  to = tuce_dictionary_entity (entity->dictionary, name);
  if (!to || !(to->year || to->single) || !to->parent || to->parent->target_entity != entity)
    return FALSE;
  *step = (Step){ to, to->parent, FALSE };
  return TRUE;
}

static gboolean
leads_nowhere (const TuceEntity *entity, const char *path, GError **error)
{
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” names no field that can be reached from %s"), path,
               tuce_entity_label (entity));
  return FALSE;
}

const TuceField *
tuce_query_resolve (const TuceEntity *entity, const char *path, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  const TuceEntity *at = entity;
  const TuceField *field = NULL;
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; i < n_parts; i++)
    {
      Step step;

      if (i + 1 == n_parts)
        field = tuce_entity_field (at, parts[i]);
      else if (find_step (at, parts[i], &step))
        at = step.to;
      else
        break;
    }
  if (!field)
    leads_nowhere (entity, path, error);
  return field;
}

static char *
join_sql (const TuceQuery *self, const Step *step, const char *from, const char *alias)
{
  const char *key = tuce_entity_key (step->through->target_entity);
  g_autofree char *year = NULL;

  if (!step->refers)
    {
      year = step->to->year ? g_strdup_printf (" AND %s.%s = :year", alias, step->to->year->name) : g_strdup ("");
      return g_strdup_printf ("LEFT JOIN %s AS %s ON %s.%s = %s.%s%s", step->to->name, alias, alias, step->through->name,
                              from, key, year);
    }
  return g_strdup_printf ("LEFT JOIN %s AS %s ON %s.%s = %s.%s", step->to->name, alias, alias, key, from,
                          step->through->name);
}

TuceReach *
tuce_query_reach (TuceQuery *self, const char *path, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);
  g_autoptr (GString) walked = g_string_new (NULL);
  const TuceField *field = tuce_query_resolve (self->entity, path, error);
  const TuceEntity *at = self->entity;
  const char *alias = self->entity->name;
  TuceReach *reach;

  if (!field)
    return NULL;
  for (guint i = 0; parts[i + 1]; i++)
    {
      const char *known;
      Step step;

      find_step (at, parts[i], &step);
      g_string_append_printf (walked, "%s.", parts[i]);
      known = g_hash_table_lookup (self->aliases, walked->str);
      if (!known)
        {
          char *fresh = g_strdup_printf ("j%u", self->joins->len);

          g_ptr_array_add (self->joins, join_sql (self, &step, alias, fresh));
          g_hash_table_insert (self->aliases, g_strdup (walked->str), fresh);
          known = fresh;
        }
      alias = known;
      at = step.to;
    }
  reach = g_new0 (TuceReach, 1);
  reach->field = field;
  reach->sql = g_strdup_printf ("%s.%s", alias, field->name);
  return reach;
}

void
tuce_query_set_scope (TuceQuery *self, const char *code)
{
  gboolean all = !code || !*code || g_str_has_prefix (self->county_code, code);

  g_free (self->scope);
  self->scope = all ? NULL : g_strdup (code);
}

void
tuce_query_set_search (TuceQuery *self, const char *text)
{
  g_autofree char *plain = tuce_text_normalize (text);

  g_free (self->search);
  self->search = *plain ? tuce_text_like_pattern (plain) : NULL;
}

void
tuce_query_set_year (TuceQuery *self, int year)
{
  self->year = year;
}

/* Adds @value to the bindings under a new name and gives that name. */
static const char *
bind (TuceQuery *self, TuceValue *value)
{
  TuceBinding *binding = g_new0 (TuceBinding, 1);

  binding->name = g_strdup_printf (":v%u", self->bindings->len);
  binding->value = *value;
  *value = TUCE_VALUE_INIT;
  g_ptr_array_add (self->bindings, binding);
  return binding->name;
}

/* Gives "x IN (:v1, :v2)"; for a field with several codes, the condition that it has one of these codes. */
static char *
equals_sql (TuceQuery *self, const TuceReach *reach, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  g_autoptr (GString) sql = g_string_new ("(");

  for (guint i = 0; parts[i]; i++)
    {
      g_auto (TuceValue) value = TUCE_VALUE_INIT;

      if (!tuce_field_read (reach->field, parts[i], &value, error))
        return NULL;
      g_string_append (sql, i ? " OR " : "");
      if (value.kind == TUCE_VALUE_NONE)
        g_string_append_printf (sql, "%s IS NULL", reach->sql);
      else if (reach->field->type == TUCE_FIELD_CHOICES && *value.text)
        g_string_append_printf (sql, "instr (',' || %s || ',', ',' || %s || ',') > 0", reach->sql,
                                bind (self, &value));
      else
        g_string_append_printf (sql, "%s = %s", reach->sql, bind (self, &value));
    }
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
bound_sql (TuceQuery *self, const TuceReach *reach, const char *comparison, const char *text, GError **error)
{
  g_auto (TuceValue) value = TUCE_VALUE_INIT;

  if (!tuce_field_read (reach->field, text, &value, error))
    return NULL;
  return g_strdup_printf ("%s %s %s", reach->sql, comparison, bind (self, &value));
}

static char *
condition_sql (TuceQuery *self, const TuceReach *reach, TuceComparison comparison, const char *text, GError **error)
{
  g_autofree char *sql = NULL;
  g_auto (TuceValue) pattern = TUCE_VALUE_INIT;

  switch (comparison)
    {
    case TUCE_IS:
      return equals_sql (self, reach, text, error);
    case TUCE_IS_NOT:
      sql = equals_sql (self, reach, text, error);
      return sql ? g_strdup_printf ("(%s IS NULL OR NOT %s)", reach->sql, sql) : NULL;
    case TUCE_AT_LEAST:
      return bound_sql (self, reach, ">=", text, error);
    case TUCE_AT_MOST:
      return bound_sql (self, reach, "<=", text, error);
    case TUCE_CONTAINS:
      pattern.kind = TUCE_VALUE_TEXT;
      pattern.text = tuce_text_like_pattern (text);
      return g_strdup_printf ("%s LIKE %s ESCAPE '\\'", reach->sql, bind (self, &pattern));
    case TUCE_MATCHES:
      tuce_value_set_text (&pattern, text);
      return g_strdup_printf ("%s GLOB %s", reach->sql, bind (self, &pattern));
    case TUCE_IS_EMPTY:
      return g_strdup_printf ("%s IS NULL", reach->sql);
    }
  g_return_val_if_reached (NULL);
}

gboolean
tuce_query_add_condition (TuceQuery *self, const char *path, TuceComparison comparison, const char *value,
                          GError **error)
{
  TuceReach *reach = tuce_query_reach (self, path, error);
  char *sql = reach ? condition_sql (self, reach, comparison, value ? value : "", error) : NULL;

  g_clear_pointer (&reach, tuce_reach_free);
  if (sql)
    g_ptr_array_add (self->conditions, sql);
  return sql != NULL;
}

void
tuce_query_clear_conditions (TuceQuery *self)
{
  g_ptr_array_set_size (self->conditions, 0);
  g_ptr_array_set_size (self->bindings, 0);
}

gboolean
tuce_query_set_order (TuceQuery *self, const char *path, gboolean descending, GError **error)
{
  TuceReach *reach = path ? tuce_query_reach (self, path, error) : NULL;

  if (path && !reach)
    return FALSE;
  g_free (self->order);
  self->order = reach ? g_steal_pointer (&reach->sql) : NULL;
  self->descending = descending;
  g_clear_pointer (&reach, tuce_reach_free);
  return TRUE;
}

gboolean
tuce_query_set_columns (TuceQuery *self, const char *const *paths, GError **error)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; paths[i]; i++)
    {
      TuceReach *reach = tuce_query_reach (self, paths[i], error);

      if (!reach)
        return FALSE;
      g_ptr_array_add (self->columns, reach);
    }
  return TRUE;
}

guint
tuce_query_n_columns (const TuceQuery *self)
{
  return self->columns->len;
}

const TuceField *
tuce_query_column (const TuceQuery *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return ((TuceReach *) self->columns->pdata[column])->field;
}
