/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pack-editor.h"
#include "tuce-workspace.h"

/**
 * TucePackView:
 *
 * The rule packs that are there: which are in force, what each says; an office puts one in force or takes it out, copies a
 * bundled one, changes and deletes its own. Each of these is one edit.
 */
#define TUCE_TYPE_PACK_VIEW (tuce_pack_view_get_type ())
G_DECLARE_FINAL_TYPE (TucePackView, tuce_pack_view, TUCE, PACK_VIEW, GtkWidget)

GtkWidget *tuce_pack_view_new (TuceWorkspace *workspace);

/** tuce_pack_view_select: as a click on the pack @name does. */
gboolean tuce_pack_view_select (TucePackView *view, const char *name);
const char *tuce_pack_view_get_selected (TucePackView *view); /* nullable */

/** tuce_pack_view_get_state: Returns: what stands beside the pack @name: in force, … */
const char *tuce_pack_view_get_state (TucePackView *view, const char *name);

/** tuce_pack_view_press: @button: "activate", "copy", "edit" or "delete". Returns: whether it could be pressed. */
gboolean tuce_pack_view_press (TucePackView *view, const char *button);

/** tuce_pack_view_get_editor: Returns: (transfer none) (nullable): the editor while it is shown. */
TucePackEditor *tuce_pack_view_get_editor (TucePackView *view);

/** tuce_pack_view_get_problem: Returns: what is wrong with packs, "" for nothing. */
const char *tuce_pack_view_get_problem (TucePackView *view);
