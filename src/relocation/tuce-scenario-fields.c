/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of a site a scenario can change, and the village that a position lies in. */
#include "tuce-scenario-private.h"

#include <math.h>

static void
copy_value (const TuceRecord *from, const TuceField *of_from, TuceRecord *to, const TuceField *of_to)
{
  tuce_record_set_value (to, of_to, &from->values[of_from->index]);
}

void
tuce_scenario_copy_place (const TuceRecord *from, TuceRecord *to)
{
  copy_value (from, from->entity->title, to, to->entity->title);
  copy_value (from, from->entity->lon, to, to->entity->lon);
  copy_value (from, from->entity->lat, to, to->entity->lat);
  tuce_record_set_place (to, *tuce_record_place (from) ? tuce_record_place (from) : NULL);
}

static gint64
limit_of (const TuceRecord *record, const char *field)
{
  return tuce_record_has (record, field) ? tuce_record_integer (record, field) : -1;
}

TuceScenarioRoom
tuce_scenario_room (const TuceRecord *site)
{
  return (TuceScenarioRoom){ .households = limit_of (site, "households"),
                             .people = limit_of (site, "people"),
                             .cost_per_person = limit_of (site, "cost_per_person") };
}

/* The field of how many houses of the size @kind there are; both entities of sites call it alike. */
static char *
house_field (const TuceCode *kind)
{
  return g_strconcat ("houses_", kind->code, NULL);
}

gboolean
tuce_scenario_houses (const TuceRecord *site, const TuceCodeList *kinds, gint64 *houses)
{
  gboolean any = FALSE;

  for (guint k = 0; k < kinds->codes->len; k++)
    {
      g_autofree char *field = house_field (kinds->codes->pdata[k]);

      any |= tuce_record_has (site, field);
      houses[k] = tuce_record_integer (site, field);
    }
  return any;
}

gboolean
tuce_scenario_capacity (const TuceDictionary *dictionary, guint number, const TuceField **site, const TuceField **scenario)
{
  static const struct
  {
    const char *site;
    const char *scenario;
  } renamed[] = { { "plan_households", "households" }, { "plan_people", "people" }, { "due_on", "finished_on" } };
  const TuceEntity *sites = tuce_dictionary_entity (dictionary, "site");
  const TuceEntity *scenario_sites = tuce_dictionary_entity (dictionary, TUCE_SCENARIO_SITE);
  GPtrArray *kinds = tuce_dictionary_code_list (dictionary, "house_kind")->codes;
  g_autofree char *houses = NULL;

  if (number < G_N_ELEMENTS (renamed))
    {
      *site = tuce_entity_field (sites, renamed[number].site);
      *scenario = tuce_entity_field (scenario_sites, renamed[number].scenario);
      return TRUE;
    }
  number -= G_N_ELEMENTS (renamed);
  if (number >= kinds->len)
    return FALSE;
  houses = house_field (kinds->pdata[number]);
  *site = tuce_entity_field (sites, houses);
  *scenario = tuce_entity_field (scenario_sites, houses);
  return TRUE;
}

char *
tuce_scenario_nearest_village (TuceCounty *county, double lon, double lat, GError **error)
{
  g_autoptr (TuceStatement) statement = tuce_scenario_ask (
      county,
      /* exact enough for villages, with a degree of longitude taken as shorter by the latitude */
      "SELECT code FROM village WHERE lon IS NOT NULL AND lat IS NOT NULL AND valid_to IS NULL"
      " ORDER BY (lon - :lon) * (lon - :lon) * :squeeze + (lat - :lat) * (lat - :lat), code LIMIT 1",
      0, error);
  double across = cos (lat * G_PI / 180);
  const TuceValue values[] = { { TUCE_VALUE_REAL, { .real = lon } },
                               { TUCE_VALUE_REAL, { .real = lat } },
                               { TUCE_VALUE_REAL, { .real = across * across } } };
  gboolean row = FALSE;

  if (!statement)
    return NULL;
  tuce_statement_bind (statement, ":lon", &values[0]);
  tuce_statement_bind (statement, ":lat", &values[1]);
  tuce_statement_bind (statement, ":squeeze", &values[2]);
  return tuce_statement_step (statement, &row, error) && row ? g_strdup (tuce_statement_text (statement, 0)) : NULL;
}
