/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-settings.h"

/**
 * TuceStartPage:
 *
 * What stands in the window while no county is open: look at the demo county, make a new county, open a file; and the
 * files opened last. Its buttons are the window's actions.
 */
#define TUCE_TYPE_START_PAGE (tuce_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceStartPage, tuce_start_page, TUCE, START_PAGE, GtkBox)

/** tuce_start_page_show_recent: fills the list below the choices from @settings; files that are gone are left out. */
void tuce_start_page_show_recent (TuceStartPage *page, TuceSettings *settings);
