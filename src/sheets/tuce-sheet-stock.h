/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-overlay.h"
#include "tuce-site-figures.h"

/**
 * TuceSheetStock:
 * What sheets need beside their records and what takes tenths of a second to read: the scene and the sites that maps are
 * painted from, and the figures of sites. Counted and immutable; loaded by a worker, then used by any thread.
 */
typedef struct _TuceSheetStock TuceSheetStock;

/** tuce_sheet_stock_load: reads it all from @county, on its thread. */
TuceSheetStock *tuce_sheet_stock_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_sheet_stock_add_reads: Adds what tuce_sheet_stock_load() reads. */
void tuce_sheet_stock_add_reads (TuceReads *reads);

/** tuce_sheet_stock_new_for_scene: Gives one of a scene alone, for forms that need nothing else. */
TuceSheetStock *tuce_sheet_stock_new_for_scene (TuceScene *scene);
TuceSheetStock *tuce_sheet_stock_ref (TuceSheetStock *stock);
void tuce_sheet_stock_unref (TuceSheetStock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSheetStock, tuce_sheet_stock_unref)

/* (transfer none); sites and figures (nullable) */
TuceScene *tuce_sheet_stock_scene (TuceSheetStock *stock);
TuceOverlay *tuce_sheet_stock_sites (TuceSheetStock *stock);
TuceSiteFigures *tuce_sheet_stock_figures (TuceSheetStock *stock);
