/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-portions.h"
#include "tuce-outline-source.h"

/**
 * TuceOutlineImport:
 * Outlines to be imported from a file into a county. The slow part, reading and computing, is done by
 * tuce_outline_import_new() on any thread with a reader of the county; the writing is done in portions by an edit on the
 * county's own thread.
 *
 * Real outlines replace those that the county has for the same places. Where the divisions below such a place (the villages
 * of a township) have schematic cells, these are drawn again inside the real outline (tuce_voronoi_cells()), so that no cell
 * reaches out of it; they stay schematic and marked so. A cell is only ever replaced: a place without one gets none.
 */
typedef struct _TuceOutlineImport TuceOutlineImport;

/**
 * tuce_outline_import_new:
 * @level: "county", "township" or "village"
 * @key: the attribute that holds the division code (6, 9 or 12 digits; it may be filled up with zeros)
 * @attribution: (nullable): whom to name on the map as the source
 *
 * Returns: (transfer full): the import, or %NULL with TUCE_ERROR_REFUSED when the file has no areas or no attribute @key,
 * or when none of its outlines is of a place of the county.
 */
TuceOutlineImport *tuce_outline_import_new (TuceOutlineSource *source, TuceCounty *county, const char *level,
                                            const char *key, const char *attribution, GCancellable *cancellable,
                                            GError **error);

/** tuce_outline_import_free: Frees @outlines, also when they were not written. */
void tuce_outline_import_free (TuceOutlineImport *outlines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceOutlineImport, tuce_outline_import_free)

/** tuce_outline_import_n_taken: Gives how many places get a real outline. */
guint tuce_outline_import_n_taken (const TuceOutlineImport *outlines);

/** tuce_outline_import_n_unmatched: Gives how many features are left out: no area, or a code that no place of the level has. */
guint tuce_outline_import_n_unmatched (const TuceOutlineImport *outlines);

/** tuce_outline_import_n_redrawn: Gives how many schematic cells below these places are drawn again. */
guint tuce_outline_import_n_redrawn (const TuceOutlineImport *outlines);

/**
 * tuce_outline_import_n_left: Gives how many schematic cells below these places stay as they are, because the outline can't
 * be divided.
 */
guint tuce_outline_import_n_left (const TuceOutlineImport *outlines);

/**
 * tuce_outline_import_write: Begins the edit that writes the outlines, called @label in the journal. On the county's own
 * thread. Returns: (transfer full): the edit in portions, or %NULL with @error; @outlines must outlive it.
 */
TucePortions *tuce_outline_import_write (TuceOutlineImport *outlines, TuceCounty *county, const char *label, GError **error);
