/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-cell-text.h"
#include "tuce-sheet-map.h"

/**
 * TucePress:
 * Draws the pages of one form. What is the same on all sheets of a run is drawn once per page, recorded, and
 * replayed. Counted; belongs to the thread that made it.
 */
typedef struct _TucePress TucePress;

TucePress *tuce_press_new (TuceForm *form);
TucePress *tuce_press_ref (TucePress *press);
void tuce_press_unref (TucePress *press);

TuceForm *tuce_press_form (TucePress *press);
TuceTextBox *tuce_press_text_box (TucePress *press);

/** tuce_press_set_map: @map: (transfer full): what draws the maps; without one their cells stay white. */
void tuce_press_set_map (TucePress *press, TuceSheetMap *map);
gboolean tuce_press_has_map (TucePress *press);

/** tuce_press_prepare_map: reads what the map of the site or scenario @record shows above the ground. */
gboolean tuce_press_prepare_map (TucePress *press, gint64 record, GError **error);

/** tuce_press_record: draws, to be replayed, the grid, the form's own words and what all sheets of @binding share. */
void tuce_press_record (TucePress *press, const TuceBinding *binding);

/** tuce_press_replay: draws that for page @page of the form. */
void tuce_press_replay (TucePress *press, cairo_t *cairo, guint page);

/** tuce_press_draw_grid: draws the lines of a page of the continuation. */
void tuce_press_draw_grid (TucePress *press, cairo_t *cairo, const TucePageLayout *layout);

/** tuce_press_draw_map: @cell has a map. */
void tuce_press_draw_map (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *place,
                          gint64 record);

/** tuce_press_draw_photo: @cell shows the photo whose file is at @path. */
void tuce_press_draw_photo (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *path);
