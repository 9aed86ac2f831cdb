/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-overlay.h"
#include "tuce-site-figures.h"

/**
 * TuceSheetStock:
 * What sheets need apart from their records and what takes some tenths of a second to read: the scene and the sites for
 * maps, and the figures of sites. Reference counted; does not change; loaded by a worker, then used on any thread.
 */
typedef struct _TuceSheetStock TuceSheetStock;

/** tuce_sheet_stock_load: Reads all of it from @county, on its thread. The caller owns it; %NULL with @error. */
TuceSheetStock *tuce_sheet_stock_load (TuceCounty *county, GCancellable *cancellable, GError **error);

/** tuce_sheet_stock_add_reads: Adds to @reads what tuce_sheet_stock_load() reads. */
void tuce_sheet_stock_add_reads (TuceReads *reads);

/**
 * tuce_sheet_stock_new_for_scene:
 * Gives a stock with only @scene, for forms that need nothing else. The caller owns it.
 */
TuceSheetStock *tuce_sheet_stock_new_for_scene (TuceScene *scene);

/** tuce_sheet_stock_ref: Adds a reference and gives @stock. Any thread. */
TuceSheetStock *tuce_sheet_stock_ref (TuceSheetStock *stock);

/** tuce_sheet_stock_unref: Drops a reference; the last one frees it. Any thread. */
void tuce_sheet_stock_unref (TuceSheetStock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSheetStock, tuce_sheet_stock_unref)

/* tuce_sheet_stock_scene: Returns: (transfer none): the scene. */
TuceScene *tuce_sheet_stock_scene (TuceSheetStock *stock);

/** tuce_sheet_stock_sites: Returns: (transfer none) (nullable): the sites; %NULL in a stock made for a scene only. */
TuceOverlay *tuce_sheet_stock_sites (TuceSheetStock *stock);

/**
 * tuce_sheet_stock_figures:
 * Returns: (transfer none) (nullable): the figures of sites; %NULL in a stock made for a scene only.
 */
TuceSiteFigures *tuce_sheet_stock_figures (TuceSheetStock *stock);
