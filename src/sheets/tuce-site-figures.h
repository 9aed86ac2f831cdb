/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-relocation-reads.h"
#include "tuce-site-board.h"

/**
 * TuceSiteFigures:
 * What the register adds up over the households of each site: the boards (tuce-site-board.h) of all sites of a county,
 * by the names that forms use. Reference counted; does not change; may be shared between threads.
 */
typedef struct _TuceSiteFigures TuceSiteFigures;

/**
 * tuce_site_figures_load:
 * Reads them; the caller owns them, %NULL with @error. Takes about 0.1 s for a county: call it on a worker thread with
 * a read connection.
 */
TuceSiteFigures *tuce_site_figures_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_site_figures_ref: Adds a reference and gives @figures. Any thread. */
TuceSiteFigures *tuce_site_figures_ref (TuceSiteFigures *figures);

/** tuce_site_figures_unref: Drops a reference; the last one frees them. Any thread. */
void tuce_site_figures_unref (TuceSiteFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiteFigures, tuce_site_figures_unref)

/** tuce_site_figures_add_reads: Adds to @reads what tuce_site_figures_load() reads. */
void tuce_site_figures_add_reads (TuceReads *reads);

/** tuce_site_figure_find: Gives the number of the figure called @name, such as "in_people"; -1 where there is none. */
int tuce_site_figure_find (const char *name);

/**
 * tuce_site_figure_field:
 * Gives a field whose way of writing values is that of figure number @figure. Not to be freed.
 */
const TuceField *tuce_site_figure_field (guint figure);

/** tuce_site_figure_value: Sets @value to the figure of the site @id. Returns: whether it is known */
gboolean tuce_site_figure_value (const TuceSiteFigures *figures, gint64 id, guint figure, TuceValue *value);
