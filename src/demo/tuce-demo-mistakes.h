/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/**
 * TuceDemoMistakes:
 *
 * Mistakes planted among the households and villages, a few for every check of domain.md §5 that a file can hold, so that
 * checks have something to find; each is written down in a list. Not planted, since the file refuses them: Q03 (a member
 * without a household), Q15 (an unknown village), months at work beyond 0–12 (Q24). Nor Q41: it needs the verdicts of the
 * year before, which are worked out and never written; nor a position in another township (Q67): schematic outlines prove
 * nothing.
 * A rule R… or RS… in the list is a red line that is unmet and that no check is told of.
 */
typedef struct _TuceDemoMistakes TuceDemoMistakes;

/** tuce_demo_mistakes_new: @households: how many there will be: that decides how often each kind comes. */
TuceDemoMistakes *tuce_demo_mistakes_new (TuceDemoWorld *world, guint households);
void tuce_demo_mistakes_free (TuceDemoMistakes *mistakes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoMistakes, tuce_demo_mistakes_free)

/** tuce_demo_mistakes_n_empty: Gives how many households are to have no people. They get one in the making, never written. */
guint tuce_demo_mistakes_n_empty (TuceDemoMistakes *mistakes);

/** tuce_demo_mistakes_plant: Spoils some of the @n households of @village. */
void tuce_demo_mistakes_plant (TuceDemoMistakes *mistakes, const TuceDemoVillage *village,
                               TuceDemoHousehold *households, guint n);

/**
 * tuce_demo_mistakes_plant_village: Spoils @village or what it reports, if it is its turn.
 * The record of its year has to get the id that comes next.
 */
void tuce_demo_mistakes_plant_village (TuceDemoMistakes *mistakes, TuceDemoVillage *village, TuceDemoReport *report);

/** tuce_demo_mistakes_plant_sites: Spoils some of @sites (element-type TuceDemoSite), each in one way at most. */
void tuce_demo_mistakes_plant_sites (TuceDemoMistakes *mistakes, GArray *sites);

/** tuce_demo_mistakes_plant_sum: Spoils what @place reports: it is not the sum of what is beneath it. Ids as above. */
void tuce_demo_mistakes_plant_sum (TuceDemoMistakes *mistakes, const char *rule, const char *entity, const char *place,
                                   TuceDemoReport *report);

/** tuce_demo_mistakes_list: Gives the list as CSV: rule,entity,id,household_no,place,field,what. */
const char *tuce_demo_mistakes_list (TuceDemoMistakes *mistakes);
