/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"
#include "tuce-edit.h"

/** TuceDemoWriter: turns the people of the demo into records, one record reused for all of a kind. */
typedef struct _TuceDemoWriter TuceDemoWriter;

TuceDemoWriter *tuce_demo_writer_new (TuceCounty *county);
void tuce_demo_writer_free (TuceDemoWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoWriter, tuce_demo_writer_free)

TuceCounty *tuce_demo_writer_county (TuceDemoWriter *writer);

/** tuce_demo_write_household: Adds @household of @village with its people and year records. */
gboolean tuce_demo_write_household (TuceDemoWriter *writer, TuceEdit *edit, const char *village,
                                    const TuceDemoHousehold *household, int year, GError **error);

/** tuce_demo_write_village: Fills in what the divisions do not tell of @village, and its year, from its @n households. */
gboolean tuce_demo_write_village (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                  TuceDemoVillage *village, const TuceDemoHousehold *households, guint n,
                                  GError **error);

/** tuce_demo_write_cell: Adds @cell as the schematic outline of @division. */
gboolean tuce_demo_write_cell (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDivision *division, const TuceShape *cell, GError **error);
