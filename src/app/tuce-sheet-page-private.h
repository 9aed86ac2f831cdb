/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tuce-form.h"
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
  GtkLabel *paper;
  GtkButton *print;
  GtkLabel *position;
  GtkStack *views;
  TuceSheetPreview *preview;
  GtkLabel *sentence;

  /* owned */
  TuceWorkspace *workspace;
  GPtrArray *loaded;     /* TuceForm */
  TuceForm *form;        /* the chosen one */
  GArray *shown;         /* ids of scope and filter, or NULL while they are not known */
  GArray *chosen;        /* ids that would be printed, or NULL */
  TuceScene *scene;      /* what the maps are painted from, or NULL */
  TucePrintRun *run;     /* over @chosen, for the preview */
  GCancellable *asking;  /* for ids or scene, or NULL */
  GtkFileChooserNative *chooser;
  guint record;
  guint pending;         /* answers still to come */
};

/* Actions "sheets.print" and "sheets.save": they take the sheets that are chosen now. */
void tuce_sheet_page_print (GtkWidget *widget, const char *action, GVariant *parameter);
void tuce_sheet_page_save (GtkWidget *widget, const char *action, GVariant *parameter);

/* Writes the sheets that are chosen now to @path, on a worker thread; the status line says how it went. */
void tuce_sheet_page_save_to (TuceSheetPage *page, const char *path);
