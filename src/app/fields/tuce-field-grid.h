/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-pending.h"

/**
 * TuceFieldGrid:
 *
 * The fields of one section of one record (or of all its sections), in one column, or two where there is room. Types
 * straight into the pending record, and shows its problems.
 */
#define TUCE_TYPE_FIELD_GRID (tuce_field_grid_get_type ())
G_DECLARE_FINAL_TYPE (TuceFieldGrid, tuce_field_grid, TUCE, FIELD_GRID, GtkWidget)

/** tuce_field_grid_new: @section: the section's name, or %NULL for every field that stands in one. */
GtkWidget *tuce_field_grid_new (const TuceEntity *entity, const char *section, TuceCounty *county);

/** tuce_field_grid_set_record: @record must be one of @pending, or both %NULL. */
void tuce_field_grid_set_record (TuceFieldGrid *grid, TucePending *pending, TucePendingRecord *record);

/** tuce_field_grid_focus_field: Returns: whether the grid has @field. */
gboolean tuce_field_grid_focus_field (TuceFieldGrid *grid, const TuceField *field);

/** tuce_field_grid_find: Returns: (transfer none) (nullable): the TuceFieldEntry of the field named @name. */
GtkWidget *tuce_field_grid_find (TuceFieldGrid *grid, const char *name);
