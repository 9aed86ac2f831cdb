/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-map-legend.h"
#include "tuce-map-page.h"
#include "tuce-map-scale.h"

struct _TuceMapPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkOverlay *overlay;
  TuceMapView *map;
  TuceMapLegend *legend;
  TuceMapScale *scale;
  GtkLabel *hover;
  GtkWidget *without_outlines;
  GtkLabel *failure;
  GtkPopoverMenu *menu;

  /* owned */
  TuceWorkspace *workspace;
  GCancellable *loading;
  char *menu_scope;       /* what 选为范围 would choose */
  TucePosition menu_position;
  gboolean picking;       /* the selection changes because of a click on this map */
};

/* tuce-map-page-actions.c */
void tuce_map_page_install_actions (GtkWidgetClass *widget_class);
void tuce_map_page_update_actions (TuceMapPage *page);
void tuce_map_page_show_menu (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *page);
