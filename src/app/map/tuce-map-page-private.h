/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-freshness.h"
#include "tuce-map-key.h"
#include "tuce-map-legend.h"
#include "tuce-map-options.h"
#include "tuce-map-page.h"
#include "tuce-map-scale.h"
#include "tuce-read.h"

struct _TuceMapPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkOverlay *overlay;
  TuceMapView *map;
  TuceMapOptions *options;
  TuceMapKey *key;
  TuceMapLegend *legend;
  TuceMapScale *scale;
  GtkLabel *hover;
  GtkWidget *without_outlines;
  GtkLabel *failure;
  GtkPopoverMenu *menu;

  /* owned */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  TuceSettings *settings;
  GCancellable *loading;
  gboolean loading_scene; /* and not only what stands out of the one shown */
  char *shown_scope;
  char *menu_place;       /* code of what the menu is about; "" for nothing */
  TuceOverlay *sites;
  TucePosition menu_position;
  gboolean picking;       /* the selection changes because of a click on this map */
};

/* tuce-map-page-load.c: what the map shows, read by a worker. */
typedef struct
{
  TuceScene *scene;
  TuceOverlay *overlay; /* the sites; NULL with a scene that was there already */
  TuceFocus *focus;   /* NULL: nothing is narrowed */
  GHashTable *counts; /* code → gint64 *: households that could be chosen at each line of the legend; NULL: all */
} TuceMapLoaded;

void tuce_map_loaded_free (TuceMapLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceMapLoaded, tuce_map_loaded_free)

/* A TuceMapLoaded, by tuce_read_async(). @scene: (nullable): the one shown, when no record changed: only what stands out is
 * read. */
void tuce_map_load_async (TuceWorkspace *workspace, const TuceColouring *colouring, TuceScene *scene,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/* Whether the window shows some households only, so that these stand out. */
gboolean tuce_map_is_narrowed (TuceWorkspace *workspace);

/* tuce-map-page-sites.c */
void tuce_map_page_show_sites (TuceMapPage *page);
void tuce_map_page_reveal_site (TuceMapPage *page, gint64 id);

/* tuce-map-page-words.c: what is said of what lies under the pointer. */
void tuce_map_page_show_hovered (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *page);

/* tuce-map-page-actions.c */
void tuce_map_page_install_actions (GtkWidgetClass *widget_class);
void tuce_map_page_update_actions (TuceMapPage *page);
void tuce_map_page_show_menu (TuceMapView *map, TuceHit *hit, double x, double y, TuceMapPage *page);
