/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * TuceRail:
 *
 * The buttons of the pages, one under another, each an icon over a word. Those that a low window has no room for stand in
 * the menu of a last button, 更多. A button activates "win.page" with the name of its page.
 */
#define TUCE_TYPE_RAIL (tuce_rail_get_type ())
G_DECLARE_FINAL_TYPE (TuceRail, tuce_rail, TUCE, RAIL, GtkWidget)

/** tuce_rail_add: Adds a button for the page @name. @key: (nullable): the accelerator that shows it, as people read it. */
void tuce_rail_add (TuceRail *rail, const char *name, const char *label, const char *icon, const char *key);

/** tuce_rail_focus: Puts the focus on the button of the page that is shown, or of the menu it stands in. */
void tuce_rail_focus (TuceRail *rail);

/** tuce_rail_n_hidden: Returns: how many pages stand in the menu for want of room. */
guint tuce_rail_n_hidden (TuceRail *rail);
