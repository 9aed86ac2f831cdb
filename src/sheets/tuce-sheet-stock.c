/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-sheet-stock.h"

struct _TuceSheetStock
{
  gatomicrefcount references;
  TuceScene *scene;
  TuceOverlay *sites;
  TuceSiteFigures *figures;
};

TuceSheetStock *
tuce_sheet_stock_load (TuceCounty *county, GCancellable *cancellable, GError **error)
{
  g_autoptr (TuceScene) scene = tuce_scene_load (county, cancellable, error);
  g_autoptr (TuceOverlay) sites = scene ? tuce_overlay_load_sites (county, cancellable, error) : NULL;
  g_autoptr (TuceSiteFigures) figures = sites ? tuce_site_figures_load (county, cancellable, error) : NULL;
  TuceSheetStock *stock;

  if (!figures)
    return NULL;
  stock = g_new0 (TuceSheetStock, 1);
  g_atomic_ref_count_init (&stock->references);
  stock->scene = g_steal_pointer (&scene);
  stock->sites = g_steal_pointer (&sites);
  stock->figures = g_steal_pointer (&figures);
  return stock;
}

void
tuce_sheet_stock_add_reads (TuceReads *reads)
{
  tuce_scene_add_reads (reads, tuce_colouring_find (NULL));
  tuce_overlay_add_site_reads (reads);
  tuce_site_figures_add_reads (reads);
}

TuceSheetStock *
tuce_sheet_stock_new_for_scene (TuceScene *scene)
{
  TuceSheetStock *stock = g_new0 (TuceSheetStock, 1);

  g_atomic_ref_count_init (&stock->references);
  stock->scene = tuce_scene_ref (scene);
  return stock;
}

TuceSheetStock *
tuce_sheet_stock_ref (TuceSheetStock *stock)
{
  g_atomic_ref_count_inc (&stock->references);
  return stock;
}

void
tuce_sheet_stock_unref (TuceSheetStock *stock)
{
  if (!g_atomic_ref_count_dec (&stock->references))
    return;
  tuce_scene_unref (stock->scene);
  g_clear_pointer (&stock->sites, tuce_overlay_unref);
  g_clear_pointer (&stock->figures, tuce_site_figures_unref);
  g_free (stock);
}

TuceScene *
tuce_sheet_stock_scene (TuceSheetStock *stock)
{
  return stock->scene;
}

TuceOverlay *
tuce_sheet_stock_sites (TuceSheetStock *stock)
{
  return stock->sites;
}

TuceSiteFigures *
tuce_sheet_stock_figures (TuceSheetStock *stock)
{
  return stock->figures;
}
