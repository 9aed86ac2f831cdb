/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-journal.h"
#include "tuce-query.h"

/* A county of two townships, three villages and as many households as wanted, each with two members and a year. */
TuceCounty *small_county (char **path, guint households);
void small_county_remove (TuceCounty *county, char *path);
gint64 small_county_household (TuceCounty *county, guint number);
