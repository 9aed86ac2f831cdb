/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-sheet.h"

/** TuceSheetPreview: one page of a sheet as it will be printed, on white paper whatever the theme. */
#define TUCE_TYPE_SHEET_PREVIEW (tuce_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (TuceSheetPreview, tuce_sheet_preview, TUCE, SHEET_PREVIEW, GtkWidget)

/** tuce_sheet_preview_set_sheet: @sheet: (transfer full) (nullable); its first page is shown. */
void tuce_sheet_preview_set_sheet (TuceSheetPreview *self, TuceSheet *sheet);
guint tuce_sheet_preview_get_n_pages (TuceSheetPreview *self);
void tuce_sheet_preview_set_page (TuceSheetPreview *self, guint page);
guint tuce_sheet_preview_get_page (TuceSheetPreview *self);

/** tuce_sheet_preview_set_scale: @scale: pixels a point; 0 fits the page to the width there is. */
void tuce_sheet_preview_set_scale (TuceSheetPreview *self, double scale);

/** tuce_sheet_preview_get_scale: Returns: pixels a point as shown now. */
double tuce_sheet_preview_get_scale (TuceSheetPreview *self);
