/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-edit.h"
#include "tuce-journal.h"

/**
 * tuce_new_county:
 * @path: where to make it; must not exist
 * @county_code: a county of the bundled divisions, e.g. "511725"
 * @year: the year of its year records
 *
 * Makes a county file with its townships and villages, its outline, the outlines of its neighbours and the rivers as
 * bundled, and the parameters of data/standards/. On failure or cancellation no file is left behind; for what is left when
 * the program is killed see tuce_county_begin().
 *
 * Returns: (transfer full): the county, open for writing on this thread, or %NULL with @error.
 */
TuceCounty *tuce_new_county (const char *path, const char *county_code, int year, TuceProgress progress, gpointer data,
                             GCancellable *cancellable, GError **error);

/**
 * tuce_new_county_fill:
 * @county: an empty county, just created
 * @edit: the edit to do it in
 *
 * Writes what tuce_new_county() writes into the file, for a caller that adds more in the same edit.
 * Returns: %FALSE with @error where that failed or was cancelled; @edit then has to be aborted.
 */
gboolean tuce_new_county_fill (TuceCounty *county, TuceEdit *edit, GCancellable *cancellable, GError **error);
