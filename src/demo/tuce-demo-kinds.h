/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/*
 * A kind of mistake is a line of a table: the rule that has to find it, what the list says about it, which people or households
 * it can be planted in, and what it changes. tuce-demo-mistakes.c chooses the households, plants at most one mistake in each,
 * and keeps the list.
 */

/** TuceDemoSpot: a household to plant a mistake in (number @at), among all households of its village. */
typedef struct
{
  TuceDemoWorld *world;
  const TuceDemoVillage *village;
  TuceDemoHousehold *households;
  guint n, at;
} TuceDemoSpot;

/**
 * TuceDemoKind:
 * @rule: the rule that has to find it, as the packs of data/standards/ name it
 * @entity: the entity of the record that is listed: the person, the household, its year, its relocation or its helper
 * @what: what is wrong, a translatable text
 * @fits: (nullable): whom it can be planted in: the first person but the head for whom it is true; %NULL: the head
 * @change: plants the mistake in @household; returns %FALSE and changes nothing where that is not possible
 */
typedef struct
{
  const char *rule, *entity, *field, *what;
  gboolean (*fits) (const TuceDemoPerson *person);
  gboolean (*change) (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person);
} TuceDemoKind;

/** TuceDemoVillageKind: the same for mistakes in villages and in what they report. */
typedef struct
{
  const char *rule, *entity, *field, *what;
  gboolean (*change) (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report);
} TuceDemoVillageKind;

/** TuceDemoSiteKind: the same for mistakes in resettlement sites. */
typedef struct
{
  const char *rule, *field, *what;
  gboolean (*change) (TuceDemoSite *site);
} TuceDemoSiteKind;

/**
 * The kinds of mistakes in a person, a household, an income, what is done for a household, how it moves, a site, a village.
 * Each table ends with a line of %NULL.
 */
extern const TuceDemoKind tuce_demo_person_kinds[];
extern const TuceDemoKind tuce_demo_household_kinds[];
extern const TuceDemoKind tuce_demo_income_kinds[];
extern const TuceDemoKind tuce_demo_work_kinds[];
extern const TuceDemoKind tuce_demo_move_kinds[];
extern const TuceDemoSiteKind tuce_demo_site_kinds[];
extern const TuceDemoVillageKind tuce_demo_village_kinds[];

/** tuce_demo_find_person: Returns: (transfer none) (nullable): the first person but the head for whom @fits is true. */
TuceDemoPerson *tuce_demo_find_person (TuceDemoHousehold *household, gboolean (*fits) (const TuceDemoPerson *person));

/**
 * tuce_demo_take_following: Marks as having a planted mistake the households that follow that of @spot, so that with it they are
 * @n. Returns: %FALSE, having changed nothing, where there are not so many or one of them is marked already.
 */
gboolean tuce_demo_take_following (const TuceDemoSpot *spot, guint n);

/** tuce_demo_equal_incomes: Makes the incomes of many of the @n households equal (rule Q38). Returns: of how many. */
guint tuce_demo_equal_incomes (TuceDemoWorld *world, TuceDemoHousehold *households, guint n);
