/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-scenario.h"
#include "tuce-statement.h"

/** tuce_scenario_ask: Gives a guarded statement with :id bound. */
TuceStatement *tuce_scenario_ask (TuceCounty *county, const char *sql, gint64 id, GError **error);

/** tuce_scenario_ids: Gives the first column, integers, of what @sql gives for :id. */
GArray *tuce_scenario_ids (TuceCounty *county, const char *sql, gint64 id, GError **error);

/** tuce_scenario_outdate: Empties, inside @edit, what says that the scenario @id is worked out. */
gboolean tuce_scenario_outdate (TuceCounty *county, TuceEdit *edit, gint64 id, GError **error);

/** tuce_scenario_nearest_village: Gives the code of the village whose seat is nearest, or %NULL. */
char *tuce_scenario_nearest_village (TuceCounty *county, double lon, double lat, GError **error);

/** tuce_scenario_entity: Returns: the entity called @name of @county. */
const TuceEntity *tuce_scenario_entity (TuceCounty *county, const char *name);

/** tuce_scenario_copy_place: Sets what @to, of the truth or of a scenario, is called and where it lies to what @from says. */
void tuce_scenario_copy_place (const TuceRecord *from, TuceRecord *to);

/**
 * tuce_scenario_capacity:
 * Sets @site and @scenario to the @number-th pair of fields that say what a site takes, and by when: of the truth, and of a
 * site of a scenario. The sizes of houses are those of the list house_kind. Returns: %FALSE after the last.
 */
gboolean tuce_scenario_capacity (const TuceDictionary *dictionary, guint number, const TuceField **site,
                                 const TuceField **scenario);
