/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"

/** TuceDemoNote: what a planted mistake leaves in the list. */
typedef struct
{
  const char *entity;
  gint64 id;
  const char *field;
  const char *what; /* translated */
} TuceDemoNote;

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
 * @rule: of domain.md §5
 * @plant: spoils @household and says how, or returns %FALSE when it does not suit
 */
typedef struct
{
  const char *rule;
  gboolean (*plant) (const TuceDemoSpot *spot, TuceDemoHousehold *household, TuceDemoNote *note);
} TuceDemoKind;

/** Kinds that spoil a person, a household, an income; each list ends with a %NULL rule. */
extern const TuceDemoKind tuce_demo_person_kinds[];
extern const TuceDemoKind tuce_demo_household_kinds[];
extern const TuceDemoKind tuce_demo_income_kinds[];

/** tuce_demo_note: sets @note. Returns: %TRUE. */
gboolean tuce_demo_note (TuceDemoNote *note, const char *entity, gint64 id, const char *field, const char *what);

/** tuce_demo_equal_incomes: makes the incomes of many of @n households alike (Q38). Returns: how many. */
guint tuce_demo_equal_incomes (TuceDemoWorld *world, TuceDemoHousehold *households, guint n);
