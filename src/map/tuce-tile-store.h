/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "tuce-painter.h"

/**
 * TuceTileStore:
 * Tiles of a scene as textures. They are painted by worker threads, kept while they are used, and painted again where the scene
 * has changed. The object belongs to the main thread.
 *
 * Signal ::painted: a tile was painted; what shows tiles has to be drawn again.
 */
#define TUCE_TYPE_TILE_STORE (tuce_tile_store_get_type ())
G_DECLARE_FINAL_TYPE (TuceTileStore, tuce_tile_store, TUCE, TILE_STORE, GObject)

#define TUCE_TILE_SIZE 256
/* Tiles are painted for every quarter of a zoom level, so that lines and letters are sharp between whole levels. */
#define TUCE_TILE_LEVELS 4

/** TuceTile: names a tile: column @x and row @y of the Mercator square at zoom @level / TUCE_TILE_LEVELS. */
typedef struct
{
  int level;
  int x, y;
} TuceTile;

/** tuce_tile_store_new: Returns: (transfer full): a store without scene. */
TuceTileStore *tuce_tile_store_new (void);

/**
 * tuce_tile_store_set_scene:
 * @scene: (nullable): what to paint from now on
 * @focus: (nullable): which of its households are highlighted
 *
 * Only tiles for which the new scene or focus makes a difference are painted again.
 */
void tuce_tile_store_set_scene (TuceTileStore *store, TuceScene *scene, TuceFocus *focus);

/** tuce_tile_store_set_look: Sets how tiles are painted from now on. @scale: how many device pixels a unit of the widget has. */
void tuce_tile_store_set_look (TuceTileStore *store, TuceLook look, int scale);

/**
 * tuce_tile_store_set_parts: Sets which parts of TUCE_PAINT_TILE the tiles show. Old tiles are still given until they are
 * painted again.
 */
void tuce_tile_store_set_parts (TuceTileStore *store, TucePaintParts parts);

/**
 * tuce_tile_store_set_layers: Sets which of the layers that an office imported the tiles show, as in TucePaintOptions; at
 * first none.
 */
void tuce_tile_store_set_layers (TuceTileStore *store, guint layers);

/** tuce_tile_store_get_focus: Returns: (transfer none) (nullable): the focus set with the scene. */
TuceFocus *tuce_tile_store_get_focus (TuceTileStore *store);

/**
 * tuce_tile_store_find: Returns: (transfer none) (nullable): the tile where it has been painted; @fresh: (out): whether it
 * shows the scene as it is now.
 */
GdkTexture *tuce_tile_store_find (TuceTileStore *store, const TuceTile *tile, gboolean *fresh);

/**
 * tuce_tile_store_want: @tiles: (element-type TuceTile): which tiles to paint next, the most urgent first; replaces the list
 * given before.
 */
void tuce_tile_store_want (TuceTileStore *store, GArray *tiles);

/** TuceTileFunc: @tile and @texture are valid only during the call. */
typedef void (*TuceTileFunc) (const TuceTile *tile, GdkTexture *texture, gpointer data);

/** tuce_tile_store_each: Calls @func for every tile in the store, those of low zoom levels first. */
void tuce_tile_store_each (TuceTileStore *store, TuceTileFunc func, gpointer data);

/** tuce_tile_store_is_idle: Returns: whether no tile is wanted or being painted. */
gboolean tuce_tile_store_is_idle (TuceTileStore *store);

/** tuce_tile_store_n_painted: Gives how many tiles were painted since the store was made: for tests. */
guint tuce_tile_store_n_painted (TuceTileStore *store);
