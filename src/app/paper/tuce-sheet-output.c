/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets on their way to the printer and into a PDF. */
#include "tuce-sheet-output.h"

#include <math.h>

#include "tuce-read.h"

#define COUNT_AT_A_TIME 40 /* sheets laid out before the main loop has its turn */

/* A print in progress: where each sheet's pages begin, and the sheet whose pages are being drawn. */
typedef struct
{
  TucePrintRun *run;
  GArray *starts; /* guint: first page of each sheet */
  guint n_pages;
  TuceSheet *sheet;
  guint record;
} Printing;

static void
printing_free (gpointer data, GClosure *closure)
{
  Printing *printing = data;

  g_clear_pointer (&printing->sheet, tuce_sheet_free);
  g_array_unref (printing->starts);
  tuce_print_run_free (printing->run);
  g_free (printing);
}

static gboolean
take_sheet (Printing *printing, guint record, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  if (printing->sheet && printing->record == record)
    return TRUE;
  g_clear_pointer (&printing->sheet, tuce_sheet_free);
  printing->sheet = tuce_print_run_lay_out (printing->run, record, &error);
  printing->record = record;
  if (printing->sheet)
    return TRUE;
  g_object_set_data_full (G_OBJECT (operation), "tuce-error", g_steal_pointer (&error), (GDestroyNotify) g_error_free);
  gtk_print_operation_cancel (operation);
  return FALSE;
}

static gboolean
on_paginate (GtkPrintOperation *operation, GtkPrintContext *context, Printing *printing)
{
  guint n = tuce_print_run_n_records (printing->run);

  for (guint i = 0; i < COUNT_AT_A_TIME && printing->starts->len < n; i++)
    {
      if (!take_sheet (printing, printing->starts->len, operation))
        return TRUE;
      g_array_append_val (printing->starts, printing->n_pages);
      printing->n_pages += tuce_sheet_n_pages (printing->sheet);
    }
  if (printing->starts->len < n)
    return FALSE;
  gtk_print_operation_set_n_pages (operation, MAX ((int) printing->n_pages, 1));
  return TRUE;
}

/* The sheet that holds page @page: the last one that begins at or before it. */
static guint
find_record (const Printing *printing, guint page)
{
  guint low = 0, high = printing->starts->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (printing->starts, guint, middle) <= page)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, Printing *printing)
{
  guint record;

  if (printing->starts->len == 0)
    return;
  record = find_record (printing, (guint) page);
  if (take_sheet (printing, record, operation))
    tuce_sheet_draw (printing->sheet, (guint) page - g_array_index (printing->starts, guint, record),
                     gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
page_setup (TucePrintRun *run)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper;
  double width, height;

  tuce_print_run_page_size (run, &width, &height);
  paper = gtk_paper_size_new (MAX (width, height) > 1000 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

GtkPrintOperation *
tuce_sheet_print_operation_new (TucePrintRun *run)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup (run);
  Printing *printing = g_new0 (Printing, 1);

  printing->run = run;
  printing->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, tuce_print_run_title (run));
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), printing);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), printing, printing_free, 0);
  return operation;
}

typedef struct
{
  TuceForm *form;
  GArray *ids;
  TuceSheetStock *stock;
  char *scope;
  char *path;
  TuceProgress progress;
  gpointer progress_data;
  GDestroyNotify destroy;
  guint n_pages;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  tuce_form_unref (saving->form);
  g_array_unref (saving->ids);
  g_clear_pointer (&saving->stock, tuce_sheet_stock_unref);
  g_free (saving->scope);
  g_free (saving->path);
  if (saving->destroy)
    saving->destroy (saving->progress_data);
  g_free (saving);
}

/* Gives @question back, when the file is there. */
static gpointer
save (TuceCounty *reader, gpointer question, GCancellable *cancellable, GError **error)
{
  Saving *saving = question;
  g_autoptr (TucePrintRun) run = tuce_print_run_new (saving->form, reader, saving->ids, error);

  if (!run)
    return NULL;
  if (saving->stock)
    tuce_print_run_set_stock (run, saving->stock);
  tuce_print_run_set_scope (run, saving->scope);
  return tuce_print_run_write_pdf (run, saving->path, saving->progress, saving->progress_data, cancellable, &saving->n_pages,
                                   error)
             ? saving
             : NULL;
}

void
tuce_sheet_save_async (TuceForm *form, TuceCounty *county, GArray *ids, TuceSheetStock *stock, const char *scope,
                       const char *path,
                       TuceProgress progress, gpointer progress_data, GDestroyNotify destroy, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer data)
{
  static const TuceReadKind kind = { save, saving_free, NULL };
  Saving *saving = g_new0 (Saving, 1);

  saving->form = tuce_form_ref (form);
  saving->ids = g_array_ref (ids);
  saving->stock = stock ? tuce_sheet_stock_ref (stock) : NULL;
  saving->scope = g_strdup (scope);
  saving->path = g_strdup (path);
  saving->progress = progress;
  saving->progress_data = progress_data;
  saving->destroy = destroy;
  tuce_read_async (county, &kind, saving, cancellable, callback, data);
}

gboolean
tuce_sheet_save_finish (GAsyncResult *result, guint *n_pages, GError **error)
{
  const Saving *saving = tuce_read_question (result);

  if (n_pages)
    *n_pages = saving->n_pages;
  return tuce_read_finish (result, error) != NULL;
}
