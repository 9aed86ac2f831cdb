/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/*
 * A kind of mistake is a line of a table: the rule that has to find it, what is written down of it, whom it may befall,
 * and what it changes. tuce-demo-mistakes.c picks the households, spoils each at most once, and keeps the list.
 */

/** TuceDemoSpot: a household to spoil, and those of its village around it. */
typedef struct
{
  TuceDemoWorld *world;
  const TuceDemoVillage *village;
  TuceDemoHousehold *households;
  guint n, at;
} TuceDemoSpot;

/**
 * TuceDemoKind:
 * @rule: of domain.md §5, as the packs call it
 * @entity: of the record that is listed: that of the person, of the household, its year, its relocation or its helper
 * @what: translatable
 * @fits: (nullable): the first person but the head whom it fits is spoilt; %NULL for the head
 * @change: spoils @household, or returns %FALSE and leaves it as it is
 */
typedef struct
{
  const char *rule, *entity, *field, *what;
  gboolean (*fits) (const TuceDemoPerson *person);
  gboolean (*change) (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoPerson *person);
} TuceDemoKind;

/** TuceDemoVillageKind: likewise of villages, in what they report. */
typedef struct
{
  const char *rule, *entity, *field, *what;
  gboolean (*change) (const TuceDemoWorld *world, TuceDemoVillage *village, TuceDemoReport *report);
} TuceDemoVillageKind;

/** TuceDemoSiteKind: likewise of resettlement sites. */
typedef struct
{
  const char *rule, *field, *what;
  gboolean (*change) (TuceDemoSite *site);
} TuceDemoSiteKind;

/** Kinds that spoil a person, a household, an income, what is done for a household, how it moves; a village, a site. */
extern const TuceDemoKind tuce_demo_person_kinds[];
extern const TuceDemoKind tuce_demo_household_kinds[];
extern const TuceDemoKind tuce_demo_income_kinds[];
extern const TuceDemoKind tuce_demo_work_kinds[];
extern const TuceDemoKind tuce_demo_move_kinds[];
extern const TuceDemoSiteKind tuce_demo_site_kinds[];
extern const TuceDemoVillageKind tuce_demo_village_kinds[];

/** tuce_demo_find_person: Gives the first person but the head whom @fits fits, or %NULL. */
TuceDemoPerson *tuce_demo_find_person (TuceDemoHousehold *household, gboolean (*fits) (const TuceDemoPerson *person));

/** tuce_demo_take_following: Takes the @n households from @spot on, if none of them is spoilt yet. Returns: whether. */
gboolean tuce_demo_take_following (const TuceDemoSpot *spot, guint n);

/** tuce_demo_equal_incomes: makes the incomes of many of @n households alike (Q38). Returns: how many. */
guint tuce_demo_equal_incomes (TuceDemoWorld *world, TuceDemoHousehold *households, guint n);
