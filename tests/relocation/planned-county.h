/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"

/*
 * A county of two villages, West and East, 10 km apart on the same latitude. Its households are approved for a
 * concentrated site and have none yet: half of them in each village, in groups 1 and 2, of 1, 2, 3, … 7, 1, … people.
 * There are two sites, "West" and "East", one in each village, for as many households as the arguments say.
 */
TuceCounty *planned_county (char **path, guint households, int room_west, int room_east);
void planned_county_remove (TuceCounty *county, char *path);

/** planned_county_scenario: Adds a scenario called @name, with tuce_scenario_make(). */
gint64 planned_county_scenario (TuceCounty *county, const char *name);

/** planned_county_household: Gives the id of the household with this number. */
gint64 planned_county_household (TuceCounty *county, guint number);

/** planned_county_set: Sets one field of one record, as an edit; @value in plain notation, "" for none. */
void planned_county_set (TuceCounty *county, const char *entity, gint64 id, const char *field, const char *value);

/** planned_county_site: Gives the id of the site called @name of a scenario; with @scenario 0, of the real site. */
gint64 planned_county_site (TuceCounty *county, gint64 scenario, const char *name);

/** planned_county_truth: Gives everything that real sites, households and relocations hold, as one text. */
char *planned_county_truth (TuceCounty *county);
