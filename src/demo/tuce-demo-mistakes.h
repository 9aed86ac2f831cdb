/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/**
 * TuceDemoMistakes:
 *
 * Mistakes planted among the households, of the kinds of domain.md §5 that these records can show, so that checks have
 * something to find; each is written down in a list. Kinds that need what the register does not hold yet (a second
 * year of everybody, assessments, lists of other offices) or refuses to hold (a member without a household, an unknown
 * village) are left out.
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

/** tuce_demo_mistakes_list: Gives the list as CSV: rule,entity,id,household_no,field,what. */
const char *tuce_demo_mistakes_list (TuceDemoMistakes *mistakes);
