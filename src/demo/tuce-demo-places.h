/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-world.h"
#include "tuce-divisions.h"
#include "tuce-shape.h"

/** TuceDemoVillage: a real village; its position on the map and its part in poverty alleviation are invented. */
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
  char officials[3][20]; /* names of its head, its clerk and its doctor */
} TuceDemoVillage;

/**
 * TuceDemoReport: what a village reports, counted from its own registered households.
 * @no_population…@no_width: planted: this figure is missing in the record of its year
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
 * @households: how many registered ones there are, to be distributed among the villages
 *
 * Returns: (transfer full) (element-type TuceDemoTownship): the townships of @county_code with their villages, each with a
 * schematic cell, or %NULL with @error. @divisions must outlive them.
 */
GPtrArray *tuce_demo_places_new (TuceDemoWorld *world, TuceDivisions *divisions, const char *county_code,
                                 const TuceShape *outline, guint households, GError **error);

/** tuce_demo_groups: Gives (transfer full) a position for each villager group of @village. */
TucePosition *tuce_demo_groups (TuceDemoWorld *world, const TuceDemoVillage *village);

/** tuce_demo_position: Gives a random position in @cell near @middle; @seat where none is found. */
TucePosition tuce_demo_position (TuceDemoWorld *world, const TuceShape *cell, TucePosition middle, TucePosition seat);

/**
 * tuce_demo_report: Sets @report to what is counted from the @n households of @village, and to the incidence from its rural
 * population.
 */
void tuce_demo_report (TuceDemoReport *report, const TuceDemoVillage *village, const TuceDemoHousehold *households,
                       guint n);

/** tuce_demo_incidence: Sets the incidence of @report: its poor people among @rural_people, in tenths of a percent. */
void tuce_demo_incidence (TuceDemoReport *report, int rural_people);
