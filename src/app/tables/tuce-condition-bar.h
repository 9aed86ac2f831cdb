/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceConditionBar:
 *
 * One line of chips, one for each condition that narrows what is shown (a click takes it away), a button that adds
 * one, and one that clears them all.
 */
#define TUCE_TYPE_CONDITION_BAR (tuce_condition_bar_get_type ())
G_DECLARE_FINAL_TYPE (TuceConditionBar, tuce_condition_bar, TUCE, CONDITION_BAR, GtkBox)

/** tuce_condition_bar_set_workspace: once, before it is shown. */
void tuce_condition_bar_set_workspace (TuceConditionBar *bar, TuceWorkspace *workspace);
