/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-world.h"
#include "tuce-divisions.h"
#include "tuce-shape.h"

/** TuceDemoVillage: a real village with an invented place on the map and in the campaign. */
typedef struct
{
  const TuceDivision *division;
  TucePosition seat;
  TuceShape *cell;
  gboolean poor;
  int exit_year;      /* 0: has not left the list */
  int plan_exit_year; /* of a poor village */
  guint households;   /* registered ones */
  int rural_people;   /* registered rural population at the end of 2014 */
  int groups;
  char officials[3][20]; /* who heads it, who writes, the doctor */
} TuceDemoVillage;

/**
 * TuceDemoReport: what a village says of itself: counted from its households, and of them alone.
 * @no_population…@no_width: planted: left out of its year
 */
typedef struct
{
  int registered_households, registered_people, poor_households, poor_people;
  int incidence; /* in tenths of a percent */
  int dibao_households, dibao_people, wubao_households, wubao_people, disabled, away, water_unsafe, dangerous;
  gboolean no_population, no_doctor, no_width;
} TuceDemoReport;

typedef struct
{
  const TuceDivision *division;
  TuceShape *cell;
  GArray *villages; /* TuceDemoVillage */
} TuceDemoTownship;

/**
 * tuce_demo_places_new:
 * @outline: of the county
 * @households: registered ones, to be shared out among the villages
 *
 * Returns: (element-type TuceDemoTownship): the townships of @county_code with their villages, a cell for each.
 */
GPtrArray *tuce_demo_places_new (TuceDemoWorld *world, TuceDivisions *divisions, const char *county_code,
                                 const TuceShape *outline, guint households, GError **error);

/** tuce_demo_groups: Gives where the villager groups of @village live. */
TucePosition *tuce_demo_groups (TuceDemoWorld *world, const TuceDemoVillage *village);

/** tuce_demo_position: Gives a place in @cell near @middle. */
TucePosition tuce_demo_position (TuceDemoWorld *world, const TuceShape *cell, TucePosition middle, TucePosition seat);

/** tuce_demo_report: Counts @n households of @village, and works out the incidence from its rural population. */
void tuce_demo_report (TuceDemoReport *report, const TuceDemoVillage *village, const TuceDemoHousehold *households,
                       guint n);

/** tuce_demo_incidence: Works out what incidence @report says for @rural_people. */
void tuce_demo_incidence (TuceDemoReport *report, int rural_people);
