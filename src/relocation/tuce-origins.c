/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-siting.h"

#include <glib/gi18n-lib.h>

#include "tuce-code-group.h"
#include "tuce-error.h"
#include "tuce-query.h"
#include "tuce-record-roles.h"

enum
{
  VILLAGE,
  GROUP,
  LON,
  LAT,
  VILLAGE_LON,
  VILLAGE_LAT,
  PEOPLE
};

typedef struct
{
  TuceOrigins *found;
  GHashTable *groups; /* "village:group" → index in @origins plus one, because 0 means none */
} Reading;

static gboolean
keep_household (gint64 id, const TuceValue *values, gpointer data)
{
  const Reading *reading = data;
  GArray *origins = reading->found->origins;
  guint people = (guint) values[PEOPLE].integer, at;
  g_autofree char *key = NULL;
  TucePosition position;
  TuceOrigin *origin;

  if (!tuce_values_position (&values[LON], &position)
      && !tuce_values_position (&values[VILLAGE_LON], &position))
    {
      reading->found->lost++;
      return TRUE;
    }
  reading->found->households++;
  reading->found->people += people;
  key = g_strdup_printf ("%s:%d", values[VILLAGE].kind == TUCE_VALUE_TEXT ? values[VILLAGE].text : "",
                         values[GROUP].kind == TUCE_VALUE_INTEGER ? (int) values[GROUP].integer : 0);
  at = GPOINTER_TO_UINT (g_hash_table_lookup (reading->groups, key));
  if (at == 0)
    {
      TuceOrigin begun = { { 0, 0 }, 0, 0 };

      g_array_append_val (origins, begun);
      at = origins->len;
      g_hash_table_insert (reading->groups, g_steal_pointer (&key), GUINT_TO_POINTER (at));
    }
  /* Until the end, the position holds the sums of the houses' coordinates. */
  origin = &g_array_index (origins, TuceOrigin, at - 1);
  origin->position.lon += position.lon;
  origin->position.lat += position.lat;
  origin->households++;
  origin->people += people;
  return TRUE;
}

static gboolean
ask (TuceQuery *query, const char *candidates, const char *place, GError **error)
{
  static const char *const columns[]
      = { "village_code", "group_no", "lon", "lat", "village.lon", "village.lat", "relocation.people", NULL };

  const char *centralised = tuce_code_group_choice (TUCE_GROUP_CENTRALISED, error);

  if (place)
    tuce_query_set_scope (query, place);
  return centralised && tuce_query_set_columns (query, columns, error)
         && tuce_query_add_condition (query, "resettle_type", TUCE_IS, centralised, error)
         && tuce_query_add_condition (query, "relocation.people", TUCE_AT_LEAST, "0", error)
         && (!g_str_equal (candidates, "unassigned")
             || tuce_query_add_condition (query, "relocation.site_id", TUCE_IS_EMPTY, NULL, error))
         && (g_str_equal (candidates, "all")
             || tuce_query_add_condition (query, "relocation.moved_in_on", TUCE_IS_EMPTY, NULL, error));
}

TuceOrigins *
tuce_origins_load (TuceCounty *county, const char *candidates, const char *place, GCancellable *cancellable,
                   GError **error)
{
  const TuceCodeList *list = tuce_dictionary_code_list (tuce_county_get_dictionary (county), "plan_candidates");
  g_autoptr (TuceQuery) query = tuce_query_new (county, "household");
  g_autoptr (TuceOrigins) found = g_new0 (TuceOrigins, 1);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { found, groups };

  found->origins = g_array_new (FALSE, FALSE, sizeof (TuceOrigin));
  if (!tuce_code_list_find (list, candidates))
    {
      g_set_error (error, TUCE_ERROR, TUCE_ERROR_REFUSED, _("“%s” does not say who is to be placed."), candidates);
      return NULL;
    }
  if (!ask (query, candidates, place, error)
      || !tuce_query_each (query, county, keep_household, &reading, cancellable, error))
    return NULL;
  for (guint i = 0; i < found->origins->len; i++)
    {
      TuceOrigin *origin = &g_array_index (found->origins, TuceOrigin, i);

      origin->position.lon /= origin->households;
      origin->position.lat /= origin->households;
    }
  return g_steal_pointer (&found);
}

void
tuce_origins_free (TuceOrigins *origins)
{
  g_clear_pointer (&origins->origins, g_array_unref);
  g_free (origins);
}
