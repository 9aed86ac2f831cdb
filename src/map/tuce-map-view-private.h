/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-map-view.h"

struct _TuceMapView
{
  GtkWidget parent_instance;

  /* borrowed */
  ShumateMap *map;
  ShumateViewport *viewport;
  TuceMapLayer *layer;

  /* owned */
  TuceBox to_fit;   /* the box to show as soon as the widget has a size; else empty */
  TuceBox fitted;   /* the box that was fitted last */
  TuceView as_fitted; /* the view after that; while it is still shown, the box is fitted again to every new size */
  TuceHit hovered;
  double press_x, press_y;
};

/* tuce-map-view-keys.c */
gboolean tuce_map_view_on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                               TuceMapView *self);
