/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "tuce-painter.h"

/**
 * TuceTileStore:
 * Tiles of a scene as textures: painted by worker threads, kept while they are used, painted anew where the scene
 * changed. Belongs to the main thread.
 *
 * Signal ::painted: a tile came; show again.
 */
#define TUCE_TYPE_TILE_STORE (tuce_tile_store_get_type ())
G_DECLARE_FINAL_TYPE (TuceTileStore, tuce_tile_store, TUCE, TILE_STORE, GObject)

#define TUCE_TILE_SIZE 256
/* Tiles are painted for every quarter of a zoom level, so that lines and letters are sharp between whole levels. */
#define TUCE_TILE_LEVELS 4

/** TuceTile: which one: @level / TUCE_TILE_LEVELS is the zoom, on which the square has tiles @x, @y. */
typedef struct
{
  int level;
  int x, y;
} TuceTile;

TuceTileStore *tuce_tile_store_new (void);

/**
 * tuce_tile_store_set_scene:
 * @focus: (nullable): which of its households stand out
 *
 * What to paint from now on; tiles that a change does not touch stay as they are.
 */
void tuce_tile_store_set_scene (TuceTileStore *store, TuceScene *scene, TuceFocus *focus);

/** tuce_tile_store_set_look: @scale: device pixels in a unit. */
void tuce_tile_store_set_look (TuceTileStore *store, TuceLook look, int scale);

/** tuce_tile_store_set_parts: which parts of TUCE_PAINT_TILE the tiles show; those there are stay until painted anew. */
void tuce_tile_store_set_parts (TuceTileStore *store, TucePaintParts parts);

/** tuce_tile_store_set_layers: which of the layers an office brought in the tiles show, as in TucePaintOptions; at first none. */
void tuce_tile_store_set_layers (TuceTileStore *store, guint layers);

TuceFocus *tuce_tile_store_get_focus (TuceTileStore *store); /* transfer none, nullable */

/** tuce_tile_store_find: Returns: (transfer none) (nullable): the tile if it was ever painted; @fresh (out): whether it is as the scene is now. */
GdkTexture *tuce_tile_store_find (TuceTileStore *store, const TuceTile *tile, gboolean *fresh);

/** tuce_tile_store_want: @tiles: (element-type TuceTile): what to paint next, first things first; earlier wishes lapse. */
void tuce_tile_store_want (TuceTileStore *store, GArray *tiles);

/** tuce_tile_store_each: calls @func for every tile there is, coarse ones first. */
typedef void (*TuceTileFunc) (const TuceTile *tile, GdkTexture *texture, gpointer data);
void tuce_tile_store_each (TuceTileStore *store, TuceTileFunc func, gpointer data);

/** tuce_tile_store_is_idle: whether nothing is wanted or being painted. */
gboolean tuce_tile_store_is_idle (TuceTileStore *store);
guint tuce_tile_store_n_painted (TuceTileStore *store); /* ever: for tests */
