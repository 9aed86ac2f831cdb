/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"

/*
 * Scenarios (规划方案): named what-ifs beside the truth. A scenario is a few records, edited and journalled as any other:
 * scenario (who is to be placed, and how), scenario_site (sites of the truth with their capacities, and candidates that
 * exist in it alone), scenario_wish, and scenario_move, the result. Nothing here touches a site or a household before
 * tuce_adoption_write(). What works a scenario out is in tuce-plan.h.
 *
 * What a site takes is said for the whole site, those who have a place there already and are not up for placing included.
 * An empty number limits nothing; where any number of houses is given, those that are not count as none.
 *
 * All on the county's thread.
 */

#define TUCE_SCENARIO "scenario"
#define TUCE_SCENARIO_SITE "scenario_site"
#define TUCE_SCENARIO_WISH "scenario_wish"
#define TUCE_SCENARIO_MOVE "scenario_move"

/**
 * tuce_scenario_make:
 * @scenario: a new record; gets its id
 *
 * Adds @scenario with every site of the truth that can still take somebody (not all moved in yet, or room
 * left) and the capacities those have, as one edit. Refused without a name, or with one that another has.
 */
gboolean tuce_scenario_make (TuceCounty *county, TuceRecord *scenario, GError **error);

/** tuce_scenario_draft: Gives a new record to make a scenario of: a free name, and for those without a site, or where there are none for all who have not moved in. */
TuceRecord *tuce_scenario_draft (TuceCounty *county);

/** tuce_scenario_copy: Adds a scenario called @name like the one @id: its sites and wishes, not its result. Returns: its id, or 0. */
gint64 tuce_scenario_copy (TuceCounty *county, gint64 id, const char *name, GError **error);

/**
 * tuce_scenario_save:
 * Writes the changed name or settings of @scenario. Like every change to it, one that bears on who goes where makes its
 * result out of date (planned_at is emptied; the moves stay until it is worked out anew).
 */
gboolean tuce_scenario_save (TuceCounty *county, const TuceRecord *scenario, GError **error);

/**
 * tuce_scenario_save_site:
 * @site: a scenario_site, changed or new; a new one gets its id
 *
 * Refused without a name, or with one another site of the scenario has. A candidate without a village gets the nearest.
 */
gboolean tuce_scenario_save_site (TuceCounty *county, TuceRecord *site, GError **error);

/**
 * tuce_scenario_add_sites:
 * @sites: (element-type TuceRecord): new ones of one scenario; at least one
 *
 * Adds them as one edit; a name that is taken gets a number behind it.
 */
gboolean tuce_scenario_add_sites (TuceCounty *county, GPtrArray *sites, GError **error);

/** tuce_scenario_remove_site: Takes a site out of its scenario, with the wishes for it and the moves to it. */
gboolean tuce_scenario_remove_site (TuceCounty *county, gint64 id, GError **error);

/**
 * tuce_scenario_save_wish:
 * @wish: of a household, or of a village, or of one of its groups; a new one gets its id
 *
 * Refused when it names nobody, or contradicts another one for the same people: a place both fixed and forbidden,
 * wished and forbidden, or two places fixed. Where wishes for a village, a group and a household differ, the narrower
 * one holds.
 */
gboolean tuce_scenario_save_wish (TuceCounty *county, TuceRecord *wish, GError **error);
gboolean tuce_scenario_remove_wish (TuceCounty *county, gint64 id, GError **error);

/** tuce_scenario_find: Returns: the scenario called @name, or %NULL with an error that lists those there are. */
TuceRecord *tuce_scenario_find (TuceCounty *county, const char *name, GError **error);

/** tuce_scenario_free_name: Gives "A", or "A 2", "A 3", … where that is taken: a name for a new scenario. */
char *tuce_scenario_free_name (TuceCounty *county, const char *name);

/** tuce_scenario_house: Returns: the index, in the list house_kind, of the largest house that @people may have by red line 2. */
guint tuce_scenario_house (const TuceCodeList *kinds, guint people, double per_person, double most);

/** tuce_scenario_remove: Begins the removal of the scenario @id with all that belongs to it. */
TucePortions *tuce_scenario_remove (TuceCounty *county, gint64 id, GError **error);
