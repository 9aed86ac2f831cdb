/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceParameterView:
 *
 * The parameters that hold for the county's year: value, unit, source, and whether the office has confirmed them. One is
 * changed in a dialog, as one edit.
 */
#define TUCE_TYPE_PARAMETER_VIEW (tuce_parameter_view_get_type ())
G_DECLARE_FINAL_TYPE (TuceParameterView, tuce_parameter_view, TUCE, PARAMETER_VIEW, GtkWidget)

GtkWidget *tuce_parameter_view_new (TuceWorkspace *workspace);

/** tuce_parameter_view_get_n_rows / get_text: what stands there, for tests: "value", "unit", "source", "confirmed" of the parameter @key. */
guint tuce_parameter_view_get_n_rows (TuceParameterView *view);
char *tuce_parameter_view_get_text (TuceParameterView *view, const char *key, const char *column);

/** tuce_parameter_view_select: as a click on it does. */
gboolean tuce_parameter_view_select (TuceParameterView *view, const char *key);

/**
 * tuce_parameter_view_open:
 * @fresh: a new value from the county's year on, instead of a change of the one there is
 * Returns: (transfer none) (nullable): the dialog for the parameter selected.
 */
GtkWidget *tuce_parameter_view_open (TuceParameterView *view, gboolean fresh);
