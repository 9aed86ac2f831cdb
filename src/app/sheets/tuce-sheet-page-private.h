/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form.h"
#include "tuce-freshness.h"
#include "tuce-sheet-page.h"
#include "tuce-sheet-preview.h"

struct _TuceSheetPage
{
  GtkBox parent_instance;

  /* template children */
  GtkStack *looks;
  GtkListBox *forms;
  GtkCheckButton *for_one;
  GtkCheckButton *for_all;
  GtkCheckButton *for_blank;
  GtkLabel *whom_one;
  GtkLabel *whom_all;
  GtkDropDown *which;
  GtkLabel *paper;
  GtkButton *print;
  GtkLabel *position;
  GtkStack *views;
  TuceSheetPreview *preview;
  GtkLabel *sentence;

  /* owned */
  TuceWorkspace *workspace;
  TuceFreshness *freshness;
  GPtrArray *loaded;     /* TuceForm */
  TuceForm *form;        /* the chosen one */
  GPtrArray *found;      /* by form, GArray: ids of scope and filter; NULL while they are not known */
  GArray *chosen;        /* ids that would be printed, or NULL */
  TuceSheetStock *stock; /* what maps and figures need, or NULL */
  TucePrintRun *run;     /* over @chosen, for the preview */
  GCancellable *asking;  /* for ids or stock, or NULL */
  GtkFileChooserNative *chooser;
  guint record;
  guint pending;         /* answers still to come */
};

/* Actions "sheets.print" and "sheets.save": they take the sheets that are chosen now. */
void tuce_sheet_page_print (GtkWidget *widget, const char *action, GVariant *parameter);
void tuce_sheet_page_save (GtkWidget *widget, const char *action, GVariant *parameter);

/* Writes the sheets that are chosen now to @path, on a worker thread; the status line says how it went. */
void tuce_sheet_page_save_to (TuceSheetPage *page, const char *path);

/* tuce_sheet_page_equip: gives @run what is already loaded, and the name of the scope. */
void tuce_sheet_page_equip (TuceSheetPage *page, TucePrintRun *run);

/* Shows what the choice at the left brings now. */
void tuce_sheet_page_show_chosen (TuceSheetPage *page);

/* Finds what would be printed now, from the choice at the left, and shows it. */
void tuce_sheet_page_choose (TuceSheetPage *page);

/* Puts the words of the chosen form to the choices; under each, whom it means; at each form, for how many. */
void tuce_sheet_page_show_form (TuceSheetPage *page);
void tuce_sheet_page_show_whom (TuceSheetPage *page);
void tuce_sheet_page_show_counts (TuceSheetPage *page);

/* Why there is nothing to print, in one sentence. */
const char *tuce_sheet_page_nothing (TuceSheetPage *page);

/* How many sheets the choice brings. */
guint tuce_sheet_page_n_sheets (TuceSheetPage *page);
