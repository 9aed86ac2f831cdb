/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form.h"
#include "tuce-journal.h"
#include "tuce-scene.h"
#include "tuce-sheet-stock.h"

/** TuceSheet: one record on a form, laid out on one page or more. */
typedef struct _TuceSheet TuceSheet;

/** tuce_sheet_n_pages: Gives how many pages it has, with the continuation. */
guint tuce_sheet_n_pages (const TuceSheet *sheet);

/** tuce_sheet_page_size: Sets @width and @height of its paper, in points (1/72 inch). */
void tuce_sheet_page_size (const TuceSheet *sheet, double *width, double *height);

/** tuce_sheet_draw: Draws page @page (from 0) with its top left corner at the origin, in points. */
void tuce_sheet_draw (TuceSheet *sheet, guint page, cairo_t *cairo);

/** tuce_sheet_free: Frees the sheet. */
void tuce_sheet_free (TuceSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSheet, tuce_sheet_free)

/**
 * TucePrintRun:
 * One form for a number of records. It lays out one sheet after another, so that a thousand need only the memory of
 * one. Printer, PDF and preview all use it. It must be used on the thread that made it, which must be that of @county.
 */
typedef struct _TucePrintRun TucePrintRun;

/**
 * tuce_print_run_new:
 * Gives a run, which the caller owns; %NULL with @error. @ids: (element-type gint64): the records, in printing order; 0
 * is a blank sheet
 */
TucePrintRun *tuce_print_run_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error);

/** tuce_print_run_free: Frees the run. Sheets that it gave stay valid. */
void tuce_print_run_free (TucePrintRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePrintRun, tuce_print_run_free)

/** tuce_print_run_title: Gives the title of its form. Owned by the form. */
const char *tuce_print_run_title (const TucePrintRun *run);

/** tuce_print_run_page_size: Sets @width and @height of its paper, in points. */
void tuce_print_run_page_size (const TucePrintRun *run, double *width, double *height);

/**
 * tuce_print_run_set_scene:
 * Sets the scene that maps are painted from. Without it the run loads its own when the form has maps.
 */
void tuce_print_run_set_scene (TucePrintRun *run, TuceScene *scene);

/** tuce_print_run_set_stock: Sets all that maps and figures of sites need, in the same way. */
void tuce_print_run_set_stock (TucePrintRun *run, TuceSheetStock *stock);

/**
 * tuce_print_run_set_scope:
 * Sets, for a sheet that lists all records, the text that says where they were taken from; the default is the county's
 * name.
 */
void tuce_print_run_set_scope (TucePrintRun *run, const char *scope);

/** tuce_print_run_n_records: Gives how many sheets there are: one where the form lists all records. */
guint tuce_print_run_n_records (const TucePrintRun *run);

/**
 * tuce_print_run_lay_out:
 * Gives sheet number @record, from 0, which the caller owns. It may outlive the run, on the same thread. %NULL with
 * @error where the record can't be read or was deleted.
 */
TuceSheet *tuce_print_run_lay_out (TucePrintRun *run, guint record, GError **error);

/**
 * tuce_print_run_write_pdf:
 * Writes all sheets to the file at @path, which is replaced only when the new one is complete, and sets @n_pages.
 * Chinese is embedded as text. %FALSE with @error when it can't be written or was cancelled; the old file then stays.
 */
gboolean tuce_print_run_write_pdf (TucePrintRun *run, const char *path, TuceProgress progress, gpointer data,
                                   GCancellable *cancellable, guint *n_pages, GError **error);
