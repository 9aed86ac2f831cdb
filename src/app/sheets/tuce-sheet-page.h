/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tuce-workspace.h"

/**
 * TuceSheetPage: the page “Sheets”: the forms there are, a true preview, and the way to printer and PDF. It prints
 * what the workspace shows: the selected household, or all of scope and filter.
 */
#define TUCE_TYPE_SHEET_PAGE (tuce_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (TuceSheetPage, tuce_sheet_page, TUCE, SHEET_PAGE, GtkBox)

GtkWidget *tuce_sheet_page_new (TuceWorkspace *workspace);
