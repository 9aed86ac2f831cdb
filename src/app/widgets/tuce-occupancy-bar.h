/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceOccupancyBar:
 *
 * How far a site is taken: filled as far as people moved in, hatched as far as others are to come, empty up to what it is
 * planned for; what goes beyond the plan stands behind a stroke, in the colour of what is unmet. The words beside it are the
 * caller's.
 */
#define TUCE_TYPE_OCCUPANCY_BAR (tuce_occupancy_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceOccupancyBar, tuce_occupancy_bar, TUCE, OCCUPANCY_BAR, GtkWidget)

GtkWidget *tuce_occupancy_bar_new (void);

/** tuce_occupancy_bar_set: @planned: people, -1 where not known; @assigned: who are to move there, those who did among them. */
void tuce_occupancy_bar_set (TuceOccupancyBar *bar, gint64 planned, gint64 assigned, gint64 moved_in);
