/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaf with the map of a place: to the printer, or into a PDF. */
#include "tuce-map-print.h"

#include <glib/gi18n-lib.h>

#include "tuce-place-map.h"
#include "tuce-sheet-output.h"

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, TuceWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tuce_workspace_report_error (workspace, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    tuce_workspace_report (workspace, _("The map is on its way to the printer"));
}

void
tuce_map_print (TuceWorkspace *workspace, GtkWindow *parent, const char *code, TuceScene *scene)
{
  g_autoptr (GError) error = NULL;
  TucePrintRun *run = tuce_place_map_run (tuce_workspace_get_county (workspace), code, scene, &error);
  g_autoptr (GtkPrintOperation) operation = run ? tuce_sheet_print_operation_new (run) : NULL;

  if (!operation)
    {
      tuce_workspace_report_error (workspace, error);
      return;
    }
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), workspace, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tuce_workspace_report_error (workspace, error);
}

typedef struct
{
  TuceWorkspace *workspace;
  TuceJob *job;
  char *code;
  TuceScene *scene;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->workspace);
  g_clear_object (&saving->job);
  g_clear_pointer (&saving->scene, tuce_scene_unref);
  g_free (saving->code);
  g_free (saving->path);
  g_free (saving);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  tuce_job_finish (saving->job);
  if (tuce_sheet_save_finish (result, NULL, &error))
    {
      g_autofree char *sentence = g_strdup_printf (_("The map is saved as %s"), saving->path);

      tuce_workspace_report (saving->workspace, sentence);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tuce_workspace_report (saving->workspace, _("The PDF was cancelled; nothing was written"));
  else
    tuce_workspace_report_error (saving->workspace, error);
  saving_free (saving);
}

void
tuce_map_print_save (TuceWorkspace *workspace, const char *code, TuceScene *scene, const char *path)
{
  TuceCounty *county = tuce_workspace_get_county (workspace);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 id;
  g_autoptr (TuceForm) form = tuce_place_map_form (county, code, &id, &error);
  g_autoptr (TuceSheetStock) stock = NULL;
  Saving *saving;

  if (!form)
    {
      tuce_workspace_report_error (workspace, error);
      return;
    }
  g_array_append_val (ids, id);
  saving = g_new0 (Saving, 1);
  saving->workspace = g_object_ref (workspace);
  saving->path = g_strdup (path);
  saving->job = tuce_workspace_begin_job (workspace, _("Saving the map"), cancellable);
  stock = tuce_sheet_stock_new_for_scene (scene);
  tuce_sheet_save_async (form, county, ids, stock, tuce_county_get_name (county), path, tuce_job_progress,
                         g_object_ref (saving->job), g_object_unref, cancellable, on_saved, saving);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, Saving *saving)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path && tuce_workspace_get_county (saving->workspace))
    tuce_map_print_save (saving->workspace, saving->code, saving->scene, path);
  gtk_native_dialog_destroy (chooser);
  saving_free (saving);
  g_object_unref (chooser);
}

void
tuce_map_print_choose_file (TuceWorkspace *workspace, GtkWindow *parent, const char *code, TuceScene *scene)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the Map as PDF"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  const char *place = tuce_scene_place_name (scene, code);
  /* Translators: the file name of a map; the name of the place */
  g_autofree char *name = g_strdup_printf (_("Map of %s.pdf"),
                                           place ? place : tuce_county_get_name (tuce_workspace_get_county (workspace)));
  Saving *saving = g_new0 (Saving, 1);

  saving->workspace = g_object_ref (workspace);
  saving->code = g_strdup (code);
  saving->scene = tuce_scene_ref (scene);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
