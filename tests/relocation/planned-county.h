/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/*
 * A county of two villages 10 km apart on one parallel, West and East, with households approved for a concentrated site
 * and without one: half in each village, in groups 1 and 2, of 1, 2, 3, … 7, 1, … people. There are two sites, one in
 * each village, "West" and "East", each for as many households as wanted.
 */
TuceCounty *planned_county (char **path, guint households, int room_west, int room_east);
void planned_county_remove (TuceCounty *county, char *path);

/** planned_county_scenario: Adds a scenario called @name as tuce_scenario_make() does. */
gint64 planned_county_scenario (TuceCounty *county, const char *name);

/** planned_county_household: the id of the @number-th household. */
gint64 planned_county_household (TuceCounty *county, guint number);

/** planned_county_set: sets one field of one record, as an edit; @value in plain notation, "" for none. */
void planned_county_set (TuceCounty *county, const char *entity, gint64 id, const char *field, const char *value);

/** planned_county_site: the id of the site called @name of a scenario; of the truth with @scenario 0. */
gint64 planned_county_site (TuceCounty *county, gint64 scenario, const char *name);

/** planned_county_truth: Gives all that sites, households and relocations hold, as one text. */
char *planned_county_truth (TuceCounty *county);
