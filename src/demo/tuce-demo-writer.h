/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-demo-places.h"
#include "tuce-edit.h"

/**
 * TuceDemoWriter: turns the people of the demo into records. For households, people and years it uses the same record again
 * and again.
 */
typedef struct _TuceDemoWriter TuceDemoWriter;

/**
 * tuce_demo_writer_new: Returns: (transfer full): a writer for @county, on which it takes a reference. On the county's own
 * thread.
 */
TuceDemoWriter *tuce_demo_writer_new (TuceCounty *county);

/** tuce_demo_writer_free: Frees @writer. */
void tuce_demo_writer_free (TuceDemoWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceDemoWriter, tuce_demo_writer_free)

/** tuce_demo_writer_county: Returns: (transfer none): the county that is written. */
TuceCounty *tuce_demo_writer_county (TuceDemoWriter *writer);

/** tuce_demo_record: Gives (transfer full) a record of @entity with the id @id and the dictionary's defaults. */
TuceRecord *tuce_demo_record (TuceDemoWriter *writer, const char *entity, gint64 id);

/**
 * tuce_demo_write_household: Adds @household of the village with the code @village to @edit, with its people and yearly
 * records.
 */
gboolean tuce_demo_write_household (TuceDemoWriter *writer, TuceEdit *edit, const char *village,
                                    const TuceDemoHousehold *household, int year, GError **error);

/** tuce_demo_settle_village: Where @village has left the list, raises its rural population until its incidence allows that. */
void tuce_demo_settle_village (TuceDemoVillage *village, TuceDemoReport *report);

/** tuce_demo_write_village: Writes what the divisions do not say about @village, and its yearly record. */
gboolean tuce_demo_write_village (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                  TuceDemoVillage *village, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_township: Adds the yearly record of @division, a township, with the sums of what its villages reported. */
gboolean tuce_demo_write_township (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                                   const TuceDivision *division, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_county: Adds the yearly record of the county with the sums of its townships, and surveys of some villages. */
gboolean tuce_demo_write_county (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world, const char *code,
                                 GPtrArray *townships, const TuceDemoReport *report, GError **error);

/** tuce_demo_write_cell: Adds @cell as the schematic outline of @division. */
gboolean tuce_demo_write_cell (TuceDemoWriter *writer, TuceEdit *edit, TuceDemoWorld *world,
                               const TuceDivision *division, const TuceShape *cell, GError **error);
