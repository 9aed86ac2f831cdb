/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** tuce_place_row_factory: Gives what makes the rows of a tree of TucePlace: name, ◆ for a poor village, households. */
GtkListItemFactory *tuce_place_row_factory (void);
