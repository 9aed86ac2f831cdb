/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"
#include "tuce-outline-source.h"

/**
 * TuceOutlineImport:
 * Outlines on their way from a file into a county. What takes time, reading and working out, is done when it is made,
 * on any thread with a reader of the county; the writing is done bit by bit in an edit on the county's own thread.
 *
 * Real outlines take the place of those the county has for the same places. Where places beneath them have schematic
 * cells, those are drawn anew inside the real outline (tuce_voronoi_cells()), so that none sticks out of it; they stay
 * schematic and marked so. Cells are only replaced, never made where there were none.
 */
typedef struct _TuceOutlineImport TuceOutlineImport;

/**
 * tuce_outline_import_new:
 * @level: "county", "township" or "village"
 * @key: the attribute that holds the division code (6, 9 or 12 digits, zeros behind allowed)
 * @attribution: (nullable): whom to name on the map
 *
 * Refused when the file has no areas or no attribute @key, or nothing would be taken.
 */
TuceOutlineImport *tuce_outline_import_new (TuceOutlineSource *source, TuceCounty *county, const char *level,
                                            const char *key, const char *attribution, GCancellable *cancellable,
                                            GError **error);
void tuce_outline_import_free (TuceOutlineImport *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOutlineImport, tuce_outline_import_free)

guint tuce_outline_import_n_taken (const TuceOutlineImport *outlines);     /* places */
guint tuce_outline_import_n_unmatched (const TuceOutlineImport *outlines); /* features passed over */
guint tuce_outline_import_n_redrawn (const TuceOutlineImport *outlines);   /* schematic cells beneath, drawn anew */
/** tuce_outline_import_n_left: schematic cells beneath that stay as they were, because an outline can't be divided. */
guint tuce_outline_import_n_left (const TuceOutlineImport *outlines);

/** tuce_outline_import_write: Begins the edit that takes what was found, named @label. @outlines must stay as long as it. */
TucePortions *tuce_outline_import_write (TuceOutlineImport *outlines, TuceCounty *county, const char *label, GError **error);
