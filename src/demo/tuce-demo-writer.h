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

/** tuce_demo_record: Gives an empty record of @entity with @id. */
TuceRecord *tuce_demo_record (TuceDemoWriter *writer, const char *entity, gint64 id);

/** tuce_demo_write_household: Adds @household of @village with its people and year records. */
gboolean tuce_demo_write_household (TuceDemoWriter *writer, TuceEdit *edit, const char *village,
                                    const TuceDemoHousehold *household, int year, GError **error);

/** tuce_demo_settle_village: Gives a village that has left the list the rural population with which it may. */
void tuce_demo_settle_village (TuceDemoVillage *village, TuceDemoReport *report);

/** tuce_demo_write_village: Fills in what the divisions do not tell of @village, and its year. */
gboolean tuce_demo_write_village (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                  TuceDemoVillage *village, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_township: Adds the year of @division, with the sums its villages reported. */
gboolean tuce_demo_write_township (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                   const TuceDivision *division, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_county: Adds the county's year with the sums of its townships, and the surveys of some villages. */
gboolean tuce_demo_write_county (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *code,
                                 GPtrArray *townships, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_cell: Adds @cell as the schematic outline of @division. */
gboolean tuce_demo_write_cell (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDivision *division, const TuceShape *cell, GError **error);
