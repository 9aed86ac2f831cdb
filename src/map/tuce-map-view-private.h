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
  TuceBox to_fit;   /* once there is a size */
  TuceBox fitted;   /* and what was fitted then, with what came of it */
  TuceView as_fitted;
  TuceHit hovered;
  double press_x, press_y;
};

/* tuce-map-view-keys.c */
gboolean tuce_map_view_on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
                               TuceMapView *self);
