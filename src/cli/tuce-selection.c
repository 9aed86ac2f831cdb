/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-selection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tuce-error.h"
#include "tuce-invocation.h"

void
tuce_selection_clear (TuceSelection *selection)
{
  g_clear_pointer (&selection->scope, g_free);
  g_clear_pointer (&selection->search, g_free);
  g_clear_pointer (&selection->conditions, g_strfreev);
  g_clear_pointer (&selection->order, g_free);
}

/* Splits "size>=5" at the first sign; where two signs begin alike, the longer one is taken. */
static gboolean
add_condition (TuceQuery *query, const char *text, GError **error)
{
  static const struct
  {
    const char *sign;
    TuceComparison comparison;
  } signs[] = { { "!=", TUCE_IS_NOT },
                { ">=", TUCE_AT_LEAST },
                { "<=", TUCE_AT_MOST },
                { "=", TUCE_IS },
                { "~", TUCE_CONTAINS } };
  const char *at = strpbrk (text, "!><=~");

  for (guint i = 0; at && i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (at, signs[i].sign))
      {
        g_autofree char *path = g_strstrip (g_strndup (text, (gsize)(at - text)));
        const char *value = at + strlen (signs[i].sign);
        TuceComparison comparison = signs[i].comparison;

        if (comparison == TUCE_IS && !*value)
          comparison = TUCE_IS_EMPTY;
        return tuce_query_add_condition (query, path, comparison, value, error);
      }
  return tuce_invocation_refuse_usage (error, _("“%s” is no condition: write FIELD=VALUE"), text);
}

gboolean
tuce_selection_check_scope (TuceCounty *county, const char *code, GError **error)
{
  GPtrArray *entities = tuce_dictionary_entities (tuce_county_get_dictionary (county));

  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *entity = entities->pdata[i];
      g_autoptr (GError) failure = NULL;
      g_autoptr (TuceRecord) place = NULL;

      if (!entity->is_place)
        continue;
      place = tuce_county_find (county, entity->name, entity->scope->name, code, &failure);
      if (place)
        return TRUE;
      if (!g_error_matches (failure, TUCE_ERROR, TUCE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
               _("%s has no division “%s”. Its codes: tuce-cli list FILE township"),
               tuce_county_get_name (county), code);
  return FALSE;
}

TuceQuery *
tuce_selection_query (const TuceSelection *selection,
                      TuceCounty *county,
                      const char *entity,
                      GError **error)
{
  g_autoptr (TuceQuery) query = tuce_query_new (county, entity);
  const char *order = selection->order;

  if (selection->limit < 0)
    {
      tuce_invocation_refuse_usage (error, _("--limit must not be negative"));
      return NULL;
    }
  if (selection->year && !tuce_invocation_check_year (selection->year, error))
    return NULL;
  if (selection->scope)
    {
      if (!tuce_selection_check_scope (county, selection->scope, error))
        return NULL;
      tuce_query_set_scope (query, selection->scope);
    }
  if (selection->search)
    tuce_query_set_search (query, selection->search);
  if (selection->year)
    tuce_query_set_year (query, selection->year);
  for (guint i = 0; selection->conditions && selection->conditions[i]; i++)
    if (!add_condition (query, selection->conditions[i], error))
      return NULL;
  if (order && !tuce_query_set_order (query, order + (*order == '-'), *order == '-', error))
    return NULL;
  return g_steal_pointer (&query);
}

const TuceEntity *
tuce_selection_entity (TuceCounty *county, const char *name, GError **error)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (county);
  const TuceEntity *entity = tuce_dictionary_entity (dictionary, name);
  g_autoptr (GString) names = g_string_new (NULL);
  GPtrArray *entities = tuce_dictionary_entities (dictionary);

  if (entity)
    return entity;
  for (guint i = 0; i < entities->len; i++)
    {
      const TuceEntity *known = entities->pdata[i];

      g_string_append_printf (names, "%s%s", i ? ", " : "", known->name);
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND, _("The register has no “%s”. It has: %s"),
               name, names->str);
  return NULL;
}

/* Gives the ids of the records that @key means: those that have it in an indexed text other than their name. */
static GArray *
find_by_number (TuceCounty *county, const TuceEntity *entity, const char *key, GError **error)
{
  for (guint i = 0; i < entity->fields->len; i++)
    {
      const TuceField *field = entity->fields->pdata[i];
      g_autoptr (TuceQuery) query = NULL;
      g_autoptr (GArray) ids = NULL;

      if (field->type != TUCE_FIELD_TEXT || !(field->indexed || field->unique)
          || field == entity->title)
        continue;
      query = tuce_query_new (county, entity->name);
      if (!tuce_query_add_condition (query, field->name, TUCE_IS, key, error))
        return NULL;
      ids = tuce_query_ids (query, county, NULL, error);
      if (!ids || ids->len)
        return g_steal_pointer (&ids);
    }
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

TuceRecord *
tuce_selection_find (TuceCounty *county, const TuceEntity *entity, const char *key, GError **error)
{
  g_autoptr (GArray) ids = NULL;
  gint64 id;

  if (!*key)
    {
      tuce_invocation_refuse_usage (error, _("%s: say which one: its number, its code or its id"),
                                    tuce_entity_label (entity));
      return NULL;
    }
  ids = find_by_number (county, entity, key, error);
  if (!ids)
    return NULL;
  if (ids->len > 1)
    {
      g_autoptr (GString) several = g_string_new (NULL);

      for (guint i = 0; i < MIN (ids->len, 5); i++)
        g_string_append_printf (several, "%s%" G_GINT64_FORMAT, i ? ", " : "",
                                g_array_index (ids, gint64, i));
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED,
                   _("%s: “%s” stands for %u records. Name one by its id: %s"),
                   tuce_entity_label (entity), key, ids->len, several->str);
      return NULL;
    }
  if (ids->len == 1)
    return tuce_county_load (county, entity->name, g_array_index (ids, gint64, 0), error);
  if (g_ascii_string_to_signed (key, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_autoptr (GError) failure = NULL;
      TuceRecord *record = tuce_county_load (county, entity->name, id, &failure);

      if (record || !g_error_matches (failure, TUCE_ERROR, TUCE_ERROR_NOT_FOUND))
        {
          if (failure)
            g_propagate_error (error, g_steal_pointer (&failure));
          return record;
        }
    }
  g_set_error (error, TUCE_ERROR, TUCE_ERROR_NOT_FOUND,
               _("%s: there is no “%s”. Look for it with tuce-cli list"),
               tuce_entity_label (entity), key);
  return NULL;
}
