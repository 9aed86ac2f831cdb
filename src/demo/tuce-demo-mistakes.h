/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/**
 * TuceDemoMistakes:
 *
 * Mistakes planted among the households and villages, so that the checks of data/standards/ have something to find: a few for
 * every check that a file can break. Each is written down in a list. Not planted are mistakes that the file refuses: Q03 (a
 * member without a household), Q15 (an unknown village) and months at work outside 0–12 (Q24); nor Q41, because it needs the
 * verdicts of the year before, which are only ever computed; nor a position in another township (Q67), because schematic
 * outlines do not show where a township ends.
 * A rule R… or RS… in the list is a red line of the relocation standard that is not kept and that no check looks at.
 */
typedef struct _TuceDemoMistakes TuceDemoMistakes;

/**
 * tuce_demo_mistakes_new:
 * @households: how many households there will be; that decides how often each kind of mistake is planted
 *
 * Returns: (transfer full): the mistakes to plant, none planted yet. @world must outlive it.
 */
TuceDemoMistakes *tuce_demo_mistakes_new (TuceDemoWorld *world, guint households);

/** tuce_demo_mistakes_free: Frees @mistakes with its list. */
void tuce_demo_mistakes_free (TuceDemoMistakes *mistakes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoMistakes, tuce_demo_mistakes_free)

/**
 * tuce_demo_mistakes_n_empty: Gives how many households shall have no people. While they are made they have one person, who
 * is not written.
 */
guint tuce_demo_mistakes_n_empty (TuceDemoMistakes *mistakes);

/** tuce_demo_mistakes_plant: Plants mistakes in some of the @n households of @village. */
void tuce_demo_mistakes_plant (TuceDemoMistakes *mistakes, const TuceDemoVillage *village,
                               TuceDemoHousehold *households, guint n);

/**
 * tuce_demo_mistakes_plant_village: Plants a mistake in @village or in what it reports, where it is its turn. The list names the
 * record of its year by the id that is given out next, so that record has to be written next.
 */
void tuce_demo_mistakes_plant_village (TuceDemoMistakes *mistakes, TuceDemoVillage *village, TuceDemoReport *report);

/** tuce_demo_mistakes_plant_sites: Plants mistakes in some of @sites (element-type TuceDemoSite), at most one in each. */
void tuce_demo_mistakes_plant_sites (TuceDemoMistakes *mistakes, GArray *sites);

/**
 * tuce_demo_mistakes_plant_sum: Changes what @place reports so that it is not the sum of what the places below it report. The
 * record of its year has to be written next, as with tuce_demo_mistakes_plant_village().
 */
void tuce_demo_mistakes_plant_sum (TuceDemoMistakes *mistakes, const char *rule, const char *entity, const char *place,
                                   TuceDemoReport *report);

/** tuce_demo_mistakes_list: Returns: (transfer none): the list as CSV: rule,entity,id,household_no,place,field,what. */
const char *tuce_demo_mistakes_list (TuceDemoMistakes *mistakes);
