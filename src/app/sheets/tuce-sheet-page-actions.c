/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons of the page of sheets do: printer and PDF. */
#include "tuce-sheet-page-private.h"

#include <glib/gi18n-lib.h>

#include "tuce-sheet-output.h"

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, TuceSheetPage *self)
{
  const GError *stopped = g_object_get_data (G_OBJECT (operation), "tuce-error");
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (stopped || error)
    tuce_workspace_report_error (self->workspace, stopped ? stopped : error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      sentence = g_strdup_printf (_("%d pages were given to the printer"), gtk_print_operation_get_n_pages_to_print (operation));
      tuce_workspace_report (self->workspace, sentence);
    }
}

void
tuce_sheet_page_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  TucePrintRun *run
      = tuce_print_run_new (self->form, tuce_workspace_get_county (self->workspace), self->chosen, &error);

  if (!run)
    {
      tuce_workspace_report_error (self->workspace, error);
      return;
    }
  tuce_sheet_page_equip (self, run);
  operation = tuce_sheet_print_operation_new (run);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  /* A failure comes with "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

/* A PDF on its way. */
typedef struct
{
  TuceSheetPage *page;
  TuceJob *job;
  char *path;
  guint n_sheets;
} Save;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *save = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  guint pages = 0;

  tuce_job_finish (save->job);
  if (tuce_sheet_save_finish (result, &pages, &error))
    {
      sentence = g_strdup_printf (ngettext ("%u sheet on %u pages: %s", "%u sheets on %u pages: %s", save->n_sheets),
                                  save->n_sheets, pages, save->path);
      tuce_workspace_report (save->page->workspace, sentence);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tuce_workspace_report (save->page->workspace, _("The PDF was cancelled; nothing was written"));
  else
    tuce_workspace_report_error (save->page->workspace, error);
  g_object_unref (save->page);
  g_object_unref (save->job);
  g_free (save->path);
  g_free (save);
}

void
tuce_sheet_page_save_to (TuceSheetPage *self, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *title = g_strdup_printf (_("PDF of %s"), tuce_form_title (self->form));
  Save *save = g_new0 (Save, 1);

  save->page = g_object_ref (self);
  save->path = g_strdup (path);
  save->n_sheets = tuce_sheet_page_n_sheets (self);
  save->job = tuce_workspace_begin_job (self->workspace, title, cancellable);
  tuce_sheet_save_async (self->form, tuce_workspace_get_county (self->workspace), self->chosen, self->stock,
                         tuce_workspace_describe_scope (self->workspace), path,
                         tuce_job_progress, g_object_ref (save->job), g_object_unref, cancellable, on_saved, save);
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, TuceSheetPage *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file ? g_file_get_path (file) : NULL;
  if (path && self->form && self->chosen)
    tuce_sheet_page_save_to (self, path);
  g_clear_object (&self->chooser);
}

void
tuce_sheet_page_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TuceSheetPage *self = TUCE_SHEET_PAGE (widget);
  g_autofree char *name = g_strdup_printf ("%s %s %s.pdf", tuce_form_number (self->form),
                                           tuce_workspace_describe_scope (self->workspace), tuce_form_title (self->form));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Sheets as PDF"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_file_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
