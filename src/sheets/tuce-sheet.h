/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tuce-form.h"
#include "tuce-journal.h"
#include "tuce-scene.h"
#include "tuce-sheet-stock.h"

/** TuceSheet: one record on a form, laid out: one or more pages. */
typedef struct _TuceSheet TuceSheet;

guint tuce_sheet_n_pages (const TuceSheet *sheet);
void tuce_sheet_page_size (const TuceSheet *sheet, double *width, double *height); /* points (1/72 inch) */
/** tuce_sheet_draw: draws page @page (from 0) with its top left corner at the origin, in points. */
void tuce_sheet_draw (TuceSheet *sheet, guint page, cairo_t *cairo);
void tuce_sheet_free (TuceSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TuceSheet, tuce_sheet_free)

/**
 * TucePrintRun:
 * One form over a number of records: lays out sheet by sheet, so that a thousand of them need the memory of one.
 * Printer, PDF and preview all go through it. Belongs to the thread that made it, as does @county.
 */
typedef struct _TucePrintRun TucePrintRun;

/** tuce_print_run_new: @ids: (element-type gint64): the records, in the order they are printed; 0 is a blank sheet. */
TucePrintRun *tuce_print_run_new (TuceForm *form, TuceCounty *county, GArray *ids, GError **error);
void tuce_print_run_free (TucePrintRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TucePrintRun, tuce_print_run_free)

const char *tuce_print_run_title (const TucePrintRun *run);
/** tuce_print_run_page_size: in points. */
void tuce_print_run_page_size (const TucePrintRun *run, double *width, double *height);

/** tuce_print_run_set_scene: what the maps are painted from. A run that is not given one loads its own when a form has maps. */
void tuce_print_run_set_scene (TucePrintRun *run, TuceScene *scene);

/** tuce_print_run_set_stock: the same for all that maps and figures of sites need. */
void tuce_print_run_set_stock (TucePrintRun *run, TuceSheetStock *stock);

/** tuce_print_run_set_scope: says on a sheet that lists all records where they were taken from; the county unless said. */
void tuce_print_run_set_scope (TucePrintRun *run, const char *scope);

/** tuce_print_run_n_records: Returns: how many sheets there are: one where the form lists all records. */
guint tuce_print_run_n_records (const TucePrintRun *run);
/** tuce_print_run_lay_out: Gives sheet @record, from 0. It may outlive the run, on the same thread. */
TuceSheet *tuce_print_run_lay_out (TucePrintRun *run, guint record, GError **error);

/** tuce_print_run_write_pdf: writes all sheets to @path (replaced only when complete); sets @n_pages. Chinese is embedded as text. */
gboolean tuce_print_run_write_pdf (TucePrintRun *run, const char *path, TuceProgress progress, gpointer data,
                                   GCancellable *cancellable, guint *n_pages, GError **error);
