/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-code-group.h"
#include "tuce-record-roles.h"
#include "tuce-scenario.h"
#include "tuce-statement.h"

/* Entities that records of a scenario refer to, besides those of the scenario itself. */
#define TUCE_SITE "site"
#define TUCE_HOUSEHOLD "household"

/** tuce_scenario_ask: Gives a guarded statement with :id bound, which the caller owns; %NULL with @error. */
TuceStatement *tuce_scenario_ask (TuceCounty *county, const char *sql, gint64 id, GError **error);

/**
 * tuce_scenario_ids:
 * Gives the first column (gint64) of the rows that @sql has for :id; the caller owns it, %NULL with @error.
 */
GArray *tuce_scenario_ids (TuceCounty *county, const char *sql, gint64 id, GError **error);

/** tuce_scenario_outdate: Clears, inside @edit, the note that the scenario @id is worked out (planned_at). */
gboolean tuce_scenario_outdate (TuceCounty *county, TuceEdit *edit, gint64 id, GError **error);

/**
 * tuce_scenario_nearest_village:
 * Gives the code of the village whose seat is nearest, which the caller owns; %NULL without @error where no village has
 * a position.
 */
char *tuce_scenario_nearest_village (TuceCounty *county, double lon, double lat, GError **error);

/** tuce_scenario_entity: Gives the entity @name of the dictionary of @county. Not to be freed. */
const TuceEntity *tuce_scenario_entity (TuceCounty *county, const char *name);

/**
 * tuce_scenario_copy_place:
 * Copies name and position of a site from @from to @to; each is a real site or a site of a scenario.
 */
void tuce_scenario_copy_place (const TuceRecord *from, TuceRecord *to);

/** TuceScenarioRoom: what a site of a scenario takes, and costs; -1 where nothing is said of it. */
typedef struct
{
  gint64 households;
  gint64 people;
  gint64 cost_per_person; /* fen */
} TuceScenarioRoom;

/** tuce_scenario_room: Gives what @site, a site of a scenario, takes. */
TuceScenarioRoom tuce_scenario_room (const TuceRecord *site);

/**
 * tuce_scenario_houses:
 * @houses: (array): for each size of @kinds (list house_kind); set to how many such houses @site, a site of a scenario, has
 * Returns: %FALSE where nothing is said of any size
 */
gboolean tuce_scenario_houses (const TuceRecord *site, const TuceCodeList *kinds, gint64 *houses);

/**
 * tuce_scenario_capacity:
 * Sets @site and @scenario to the pair of fields with index @number that say what a site can take, and by when: the
 * field of a real site, and that of a site of a scenario. The sizes of houses are those of the list house_kind.
 * Returns: %FALSE after the last pair
 */
gboolean tuce_scenario_capacity (const TuceDictionary *dictionary, guint number, const TuceField **site,
                                 const TuceField **scenario);
