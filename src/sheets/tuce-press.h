/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-cell-text.h"
#include "tuce-sheet-map.h"

/**
 * TucePress:
 * Draws the pages of one form. What is the same on all sheets of a run is drawn once for each page, recorded, and
 * replayed. Reference counted; to be used only on the thread that made it.
 */
typedef struct _TucePress TucePress;

/** tuce_press_new: Gives a press with one reference, which the caller owns. */
TucePress *tuce_press_new (TuceForm *form);

/** tuce_press_ref: Adds a reference and gives @press. */
TucePress *tuce_press_ref (TucePress *press);

/** tuce_press_unref: Drops a reference; the last one frees it with its map and recordings. */
void tuce_press_unref (TucePress *press);

/** tuce_press_form: Gives its form. Owned by the press. */
TuceForm *tuce_press_form (TucePress *press);

/** tuce_press_text_box: Gives the text box that sets its texts. Owned by the press. */
TuceTextBox *tuce_press_text_box (TucePress *press);

/** tuce_press_set_map: Sets what draws the maps; without it their cells stay white. @map: (transfer full) */
void tuce_press_set_map (TucePress *press, TuceSheetMap *map);

/** tuce_press_has_map: Whether tuce_press_set_map() was called. */
gboolean tuce_press_has_map (TucePress *press);

/**
 * tuce_press_prepare_map:
 * Reads the sites and flows that the map of the site or scenario @record shows. %FALSE with @error when they can't be
 * read.
 */
gboolean tuce_press_prepare_map (TucePress *press, gint64 record, GError **error);

/** tuce_press_record: Records what all sheets of @binding share: the grid, the form's own words and constants. */
void tuce_press_record (TucePress *press, const TuceBinding *binding);

/** tuce_press_replay: Draws that recording for page @page of the form. */
void tuce_press_replay (TucePress *press, cairo_t *cairo, guint page);

/** tuce_press_draw_grid: Draws the lines of a page of the continuation. */
void tuce_press_draw_grid (TucePress *press, cairo_t *cairo, const TucePageLayout *layout);

/** tuce_press_draw_map: Draws the map of @cell, a cell that has one. */
void tuce_press_draw_map (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *place,
                          gint64 record);

/**
 * tuce_press_draw_photo:
 * Draws into @cell the photo in the file at @path; where it can't be read, the cell's words for a missing photo.
 */
void tuce_press_draw_photo (TucePress *press, cairo_t *cairo, const TuceCell *cell, const TuceRectangle *at, const char *path);
