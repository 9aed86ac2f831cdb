/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceConditionPopover:
 *
 * Asks for one condition on the households shown: which field, how to compare, and the value: the codes of its list
 * to tick, or an entry. What the field could not hold is refused in the popover itself.
 */
#define TUCE_TYPE_CONDITION_POPOVER (tuce_condition_popover_get_type ())
G_DECLARE_FINAL_TYPE (TuceConditionPopover, tuce_condition_popover, TUCE, CONDITION_POPOVER, GtkPopover)

/** tuce_condition_popover_new: for the county open in @workspace now: another county needs another popover. */
GtkWidget *tuce_condition_popover_new (TuceWorkspace *workspace);
