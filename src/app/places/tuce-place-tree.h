/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-place.h"
#include "tuce-workspace.h"

/**
 * TucePlaceTree:
 *
 * The places of the county, with how many households are registered in each. The row chosen is the scope of the
 * workspace, and the place's card. Typing finds a place by part of its name, its initials or spelling in Latin letters, or its code.
 */
#define TUCE_TYPE_PLACE_TREE (tuce_place_tree_get_type ())
G_DECLARE_FINAL_TYPE (TucePlaceTree, tuce_place_tree, TUCE, PLACE_TREE, GtkBox)

GtkWidget *tuce_place_tree_new (TuceWorkspace *workspace);

/** tuce_place_tree_get_county: Returns: (nullable) (transfer none): the topmost place, once read. */
TucePlace *tuce_place_tree_get_county (TucePlaceTree *tree);

/** tuce_place_tree_find: as typing @text into its entry does. */
void tuce_place_tree_find (TucePlaceTree *tree, const char *text);

/** tuce_place_tree_n_rows: Returns: how many rows stand in it now. */
guint tuce_place_tree_n_rows (TucePlaceTree *tree);

/** tuce_place_tree_is_searching: whether the entry holds text. */
gboolean tuce_place_tree_is_searching (TucePlaceTree *tree);
