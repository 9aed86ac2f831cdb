/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-press.h"
#include "tuce-sheet.h"

/** tuce_sheet_new: Lays out @bound, a record of @binding. */
TuceSheet *tuce_sheet_new (TucePress *press, const TuceBinding *binding, const TuceBound *bound);

/** TuceSheetVisit: what a sheet has at a place: for tests and measurements that have to see what is drawn. */
typedef void (*TuceSheetVisit) (const TuceCell *cell, const TuceRectangle *at, const TuceCellText *text, gpointer data);

/** tuce_sheet_visit: calls @visit for each cell of @page that differs from sheet to sheet. */
void tuce_sheet_visit (TuceSheet *sheet, guint page, TuceSheetVisit visit, gpointer data);
