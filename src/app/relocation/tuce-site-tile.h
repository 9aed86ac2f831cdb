/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-site-words.h"

/**
 * TuceSiteTile:
 *
 * A resettlement site in a few lines: name, households and people, how far it is taken, how late it is.
 */
#define TUCE_TYPE_SITE_TILE (tuce_site_tile_get_type ())
G_DECLARE_FINAL_TYPE (TuceSiteTile, tuce_site_tile, TUCE, SITE_TILE, GtkWidget)

GtkWidget *tuce_site_tile_new (void);

/**
 * tuce_site_tile_set:
 * @plan: (nullable): when it has to be where
 * @with_stage: whether the word for its stage stands there; one that was set by hand always does
 */
void tuce_site_tile_set (TuceSiteTile *tile, const TuceSiteBoard *board, const TuceSitePlan *plan,
                         TuceDictionary *dictionary, gboolean with_stage);

/** tuce_site_tile_get_words: Gives what stands there, line by line; for tests. */
char *tuce_site_tile_get_words (TuceSiteTile *tile);
