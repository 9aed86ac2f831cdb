/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-relocation-reads.h"
#include "tuce-site-board.h"

/**
 * TuceSiteFigures:
 * What the register adds up of the households of each site: the boards (tuce-site-board.h) of all sites of a county, by
 * name, as a form asks for them. Counted and immutable; safe to share between threads.
 */
typedef struct _TuceSiteFigures TuceSiteFigures;

/** tuce_site_figures_load: reads them (a tenth of a second for a county: a reader on a worker). */
TuceSiteFigures *tuce_site_figures_load (TuceCounty *county, GCancellable *cancellable, GError **error);
TuceSiteFigures *tuce_site_figures_ref (TuceSiteFigures *figures);
void tuce_site_figures_unref (TuceSiteFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSiteFigures, tuce_site_figures_unref)

/** tuce_site_figures_add_reads: Adds what they are made from. */
void tuce_site_figures_add_reads (TuceReads *reads);

/** tuce_site_figure_find: Returns: the number of the figure called @name, "in_people"; or -1. */
int tuce_site_figure_find (const char *name);

/** tuce_site_figure_field: Returns: how figure number @figure is written. */
const TuceField *tuce_site_figure_field (guint figure);

/** tuce_site_figure_value: Sets @value to the figure of the site @id. Returns: whether it is known. */
gboolean tuce_site_figure_value (const TuceSiteFigures *figures, gint64 id, guint figure, TuceValue *value);
