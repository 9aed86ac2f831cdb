/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-sheet.h"

/** SheetCounty: a county file of invented people, with the form F1. */
typedef struct
{
  char *folder;
  TuceCounty *county;
  TuceForm *form;
} SheetCounty;

void sheet_county_open (SheetCounty *fixture, gconstpointer data);
void sheet_county_close (SheetCounty *fixture, gconstpointer data);

/**
 * sheet_county_add: Adds a household with @n_members, called "甲KK" with their number; then come fields of the
 * household as name, text, …, NULL. Gives its id.
 */
gint64 sheet_county_add (SheetCounty *fixture, guint n_members, ...) G_GNUC_NULL_TERMINATED;

/** sheet_county_text: Gives what pdftotext reads in the F1 of @id; sets @n_pages. */
char *sheet_county_text (SheetCounty *fixture, gint64 id, guint *n_pages);

/** sheet_county_run: Gives a run of F1 over the one record @id. */
TucePrintRun *sheet_county_run (SheetCounty *fixture, gint64 id);

/** sheet_count: Gives how often @word occurs in @text. */
guint sheet_count (const char *text, const char *word);
