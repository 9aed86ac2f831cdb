/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"

/*
 * Scenarios (规划方案): plans with names, tried out beside the real data. A scenario is a few records, edited and
 * journalled like others: scenario (who is to be placed, and how), scenario_site (real sites with their capacities, and
 * candidates that exist only in the scenario), scenario_wish, and scenario_move, the result. Nothing here changes a
 * real site or a household; only tuce_adoption_write() does. tuce-plan.h works a scenario out.
 *
 * A capacity is that of the whole site, including those who have a place there already and are not among those to be
 * placed. An empty number means no limit; but where a number of houses is given for one size, an empty one for another
 * size means none.
 *
 * All functions are to be called on the county's thread.
 */

#define TUCE_SCENARIO "scenario"
#define TUCE_SCENARIO_SITE "scenario_site"
#define TUCE_SCENARIO_WISH "scenario_wish"
#define TUCE_SCENARIO_MOVE "scenario_move"

/**
 * tuce_scenario_make:
 * @scenario: a new record; gets its id
 *
 * Adds @scenario as one edit, with every real site that can still take somebody (not all moved in yet, or space left)
 * and its capacities. TUCE_ERROR_REFUSED without a name, or with the name of another scenario.
 */
gboolean tuce_scenario_make (TuceCounty *county, TuceRecord *scenario, GError **error);

/**
 * tuce_scenario_draft:
 * Gives a new record from which a scenario can be made, with a free name. It is for the households without a site;
 * where there are none, for all that have not moved in. The caller owns it; it is not in the file yet.
 */
TuceRecord *tuce_scenario_draft (TuceCounty *county);

/**
 * tuce_scenario_copy:
 * Adds a scenario called @name with the sites and wishes of the scenario @id, but not its result, as one edit. Returns:
 * its id, or 0 with @error
 */
gint64 tuce_scenario_copy (TuceCounty *county, gint64 id, const char *name, GError **error);

/**
 * tuce_scenario_save:
 * Writes the changed name or settings of @scenario. Any change to a scenario that can change its result makes the
 * result out of date: planned_at is cleared; the moves stay until it is worked out again.
 */
gboolean tuce_scenario_save (TuceCounty *county, const TuceRecord *scenario, GError **error);

/**
 * tuce_scenario_save_site:
 * @site: a scenario_site, changed or new; a new one gets its id
 *
 * TUCE_ERROR_REFUSED without a name, or with the name of another site of the scenario. A candidate without a village
 * gets the nearest one.
 */
gboolean tuce_scenario_save_site (TuceCounty *county, TuceRecord *site, GError **error);

/**
 * tuce_scenario_add_sites:
 * @sites: (element-type TuceRecord): new sites of one scenario; at least one
 *
 * Adds them as one edit; a name that is taken gets a number added.
 */
gboolean tuce_scenario_add_sites (TuceCounty *county, GPtrArray *sites, GError **error);

/**
 * tuce_scenario_remove_site:
 * Removes a site from its scenario, with the wishes for it and the moves to it, as one edit.
 */
gboolean tuce_scenario_remove_site (TuceCounty *county, gint64 id, GError **error);

/**
 * tuce_scenario_save_wish:
 * @wish: of a household, of a village, or of one of its groups; a new one gets its id
 *
 * TUCE_ERROR_REFUSED when it names nobody, or contradicts another wish of the same people: one site both fixed and
 * forbidden, or both wished for and forbidden, or two sites fixed. Where wishes of a village, a group and a household
 * differ, that of the smaller unit is used.
 */
gboolean tuce_scenario_save_wish (TuceCounty *county, TuceRecord *wish, GError **error);

/** tuce_scenario_remove_wish: Deletes the wish @id as one edit; the scenario's result is then out of date. */
gboolean tuce_scenario_remove_wish (TuceCounty *county, gint64 id, GError **error);

/**
 * tuce_scenario_find:
 * Gives the scenario called @name, which the caller owns; %NULL with TUCE_ERROR_NOT_FOUND, whose message lists the
 * scenarios there are.
 */
TuceRecord *tuce_scenario_find (TuceCounty *county, const char *name, GError **error);

/**
 * tuce_scenario_free_name:
 * Gives a name for a new scenario: @name, or "A 2", "A 3", … where "A" is taken. The caller owns it.
 */
char *tuce_scenario_free_name (TuceCounty *county, const char *name);

/**
 * tuce_scenario_house:
 * Gives the index, in the list house_kind, of the largest house that @people may have by red line 2 (住房面积不超标).
 * @per_person, @most: its limits, m²
 */
guint tuce_scenario_house (const TuceCodeList *kinds, guint people, double per_person, double most);

/**
 * tuce_scenario_remove:
 * Begins to remove the scenario @id with everything that belongs to it, as one edit. The caller goes on with the
 * portions and owns them; %NULL with @error.
 */
TucePortions *tuce_scenario_remove (TuceCounty *county, gint64 id, GError **error);
