/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of a site a scenario can change. */
#include "tuce-scenario-private.h"

/* The fields that a real site and a site of a scenario both have under the same name. For capacities see
   tuce_scenario_capacity(). */
static const char *const same[] = { "name", "village_code", "lon", "lat" };

void
tuce_scenario_copy_place (const TuceRecord *from, TuceRecord *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    tuce_record_set_value (to, tuce_entity_field (to->entity, same[i]), tuce_record_value (from, same[i]));
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
  houses = g_strconcat ("houses_", ((const TuceCode *) kinds->pdata[number])->code, NULL);
  *site = tuce_entity_field (sites, houses);
  *scenario = tuce_entity_field (scenario_sites, houses);
  return TRUE;
}
