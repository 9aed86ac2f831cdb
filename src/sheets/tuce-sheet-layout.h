/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-press.h"
#include "tuce-sheet.h"

/** tuce_sheet_new: Lays out @bound, a record of @binding. The caller owns the sheet. */
TuceSheet *tuce_sheet_new (TucePress *press, const TuceBinding *binding, const TuceBound *bound);

/** TuceSheetVisit: called with a cell, its place and its text: for tests and benches that must see what is drawn. */
typedef void (*TuceSheetVisit) (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text, gpointer data);

/** tuce_sheet_visit: Calls @visit for each cell of @page that differs from sheet to sheet. */
void tuce_sheet_visit (TuceSheet *sheet, guint page, TuceSheetVisit visit, gpointer data);
