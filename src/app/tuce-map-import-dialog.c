/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "tuce-map-import-task.h"
#include "tuce-text.h"

struct _TuceMapImportDialog
{
  GtkWindow parent_instance;

  /* template children */
  GtkLabel *file_name;
  GtkDropDown *level;
  GtkDropDown *key;
  GtkDropDown *datum;
  GtkEntry *attribution;
  GtkLabel *found;
  GtkLabel *problem;
  GtkProgressBar *progress;
  GtkWidget *answers;
  GtkButton *other_file;
  GtkButton *import;
  GtkButton *stop;

  /* owned */
  TuceWorkspace *workspace;
  TuceCounty *county;
  char *path;
  char *answered_path; /* the file the answers are about */
  TuceOutlineSource *source; /* NULL while it is read or written, or could not be */
  GCancellable *work;        /* of what is under way */
  TuceJob *job;
  guint pulse;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceMapImportDialog, tuce_map_import_dialog, GTK_TYPE_WINDOW)

/* The datums a person may choose: those of degrees. */
static const TuceDatum datums[] = { TUCE_DATUM_WGS84, TUCE_DATUM_GCJ02, TUCE_DATUM_BD09 };

static const char *
chosen_level (TuceMapImportDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->level);

  return position < g_strv_length ((char **) tuce_outline_levels ()) ? tuce_outline_levels ()[position] : NULL;
}

static const char *
chosen_key (TuceMapImportDialog *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->key);

  return item ? gtk_string_object_get_string (item) : NULL;
}

static void
say_what_is_found (TuceMapImportDialog *self)
{
  const char *level = chosen_level (self), *key = chosen_key (self);
  TuceDictionary *dictionary = tuce_county_get_dictionary (self->county);
  g_autofree char *matched = NULL, *places = NULL, *passed = NULL, *sentence = NULL;
  TuceOutlineMatch match = { 0 };

  if (self->source && level && key)
    tuce_outline_source_match (self->source, level, key, &match);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), match.matched > 0);
  if (!self->source || !level)
    {
      gtk_label_set_text (self->found, "");
      return;
    }
  matched = tuce_text_number (match.matched);
  places = tuce_text_number (match.places);
  passed = match.unmatched ? g_strdup_printf (ngettext ("%u shape in the file belongs to none of them and is passed over.",
                                                        "%u shapes in the file belong to none of them and are passed over.",
                                                        match.unmatched),
                                              match.unmatched)
                           : g_strdup (_("Every shape in the file belongs to one of them."));
  /* Translators: found, of how many, what they are (township, village); then a sentence about the rest */
  sentence = g_strdup_printf (_("Found: %s of %s (%s). %s"), matched, places,
                              tuce_entity_label (tuce_dictionary_entity (dictionary, level)), passed);
  gtk_label_set_text (self->found, sentence);
}

static void
on_answered (TuceMapImportDialog *self)
{
  if (!self->filling)
    say_what_is_found (self);
}

static gboolean
pulse (gpointer data)
{
  gtk_progress_bar_pulse (((TuceMapImportDialog *) data)->progress);
  return G_SOURCE_CONTINUE;
}

static void
set_busy (TuceMapImportDialog *self, const char *what)
{
  gboolean busy = what != NULL;

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (busy)
    self->pulse = g_timeout_add (150, pulse, self);
  gtk_progress_bar_set_text (self->progress, what);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), busy);
  gtk_widget_set_sensitive (self->answers, self->source != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_file), !busy);
  if (busy)
    gtk_widget_set_sensitive (GTK_WIDGET (self->import), FALSE);
}

static void
say_problem (TuceMapImportDialog *self, const GError *error)
{
  gboolean is_wrong = error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  gtk_label_set_text (self->problem, is_wrong ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), is_wrong);
}

static void
fill_answers (TuceMapImportDialog *self)
{
  GPtrArray *attributes = tuce_geodata_attributes (tuce_outline_source_geodata (self->source));
  g_autoptr (GtkStringList) keys = gtk_string_list_new (NULL);
  const char *level, *key;

  tuce_outline_source_guess (self->source, &level, &key);
  self->filling = TRUE;
  for (guint i = 0; i < attributes->len; i++)
    gtk_string_list_append (keys, attributes->pdata[i]);
  gtk_drop_down_set_model (self->key, G_LIST_MODEL (keys));
  for (guint i = 0; i < attributes->len; i++)
    if (g_str_equal (attributes->pdata[i], key))
      gtk_drop_down_set_selected (self->key, i);
  for (guint i = 0; tuce_outline_levels ()[i]; i++)
    if (g_str_equal (tuce_outline_levels ()[i], level))
      gtk_drop_down_set_selected (self->level, i);
  self->filling = FALSE;
  g_free (self->answered_path);
  self->answered_path = g_strdup (self->path);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMapImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineSource) source = tuce_map_import_load_finish (result, &error);

  if (!self->county || g_task_get_cancellable (G_TASK (result)) != self->work)
    return;
  g_clear_object (&self->work);
  self->source = g_steal_pointer (&source);
  set_busy (self, NULL);
  say_problem (self, error);
  /* Another datum of the same file changes nothing that was answered. */
  if (self->source && g_strcmp0 (self->answered_path, self->path) != 0)
    fill_answers (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->datum),
                            self->source && !tuce_geodata_has_grid (tuce_outline_source_geodata (self->source)));
  say_what_is_found (self);
}

static void
start_loading (TuceMapImportDialog *self)
{
  guint datum = gtk_drop_down_get_selected (self->datum);

  if (self->work)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_clear_pointer (&self->source, tuce_outline_source_free);
  self->work = g_cancellable_new ();
  say_problem (self, NULL);
  set_busy (self, _("Reading the file"));
  say_what_is_found (self);
  tuce_map_import_load_async (self->county, self->path, datums[MIN (datum, G_N_ELEMENTS (datums) - 1)], self->work,
                              on_loaded, g_object_ref (self));
}

static void
on_datum_chosen (TuceMapImportDialog *self)
{
  if (!self->filling && self->path)
    start_loading (self);
}

static void
set_path (TuceMapImportDialog *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->file_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), path);
  start_loading (self);
}

static void
on_written (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMapImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineImport) outlines = tuce_map_import_finish (result, &error);

  if (self->job)
    tuce_job_finish (self->job);
  g_clear_object (&self->job);
  if (outlines)
    {
      g_autofree char *sentence = tuce_map_import_describe (outlines);

      tuce_workspace_report (self->workspace, sentence);
    }
  if (!self->county)
    return; /* closed meanwhile */
  g_clear_object (&self->work);
  set_busy (self, NULL);
  if (outlines)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      start_loading (self);
      say_problem (self, error);
    }
}

static void
on_progressed (TuceJob *job, TuceMapImportDialog *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_progress_bar_set_fraction (self->progress, tuce_job_get_fraction (job));
}

static void
on_import (TuceMapImportDialog *self)
{
  TuceOutlineSource *source = g_steal_pointer (&self->source);
  const char *attribution = gtk_editable_get_text (GTK_EDITABLE (self->attribution));

  g_return_if_fail (source);
  self->work = g_cancellable_new ();
  self->job = tuce_workspace_begin_job (self->workspace, _("Importing outlines"), self->work);
  g_signal_connect_object (self->job, "progressed", G_CALLBACK (on_progressed), self, 0);
  say_problem (self, NULL);
  set_busy (self, _("Importing outlines"));
  gtk_widget_grab_focus (GTK_WIDGET (self->stop));
  tuce_map_import_async (self->county, source, chosen_level (self), chosen_key (self), attribution, tuce_job_progress,
                         self->job, self->work, on_written, g_object_ref (self));
}

/* While something is under way, only that is stopped; the dialog stays. */
static void
on_stop (TuceMapImportDialog *self)
{
  if (self->job)
    g_cancellable_cancel (self->work);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
on_close_request (TuceMapImportDialog *self)
{
  if (self->work)
    g_cancellable_cancel (self->work);
  return FALSE;
}

typedef struct
{
  TuceWorkspace *workspace;
  GtkWindow *parent;          /* of a dialog to be made, or NULL */
  TuceMapImportDialog *dialog; /* that wants another file, or NULL */
} Choosing;

static void
on_chosen (GtkNativeDialog *chooser, int response, Choosing *choosing)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path && choosing->dialog)
    set_path (choosing->dialog, path);
  else if (path && tuce_workspace_get_county (choosing->workspace))
    gtk_window_present (GTK_WINDOW (tuce_map_import_dialog_new (choosing->workspace, choosing->parent, path)));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_object_unref (choosing->workspace);
  g_clear_object (&choosing->parent);
  g_clear_object (&choosing->dialog);
  g_free (choosing);
}

static void
choose (TuceWorkspace *workspace, GtkWindow *parent, TuceMapImportDialog *dialog)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("File With Outlines"), dialog ? GTK_WINDOW (dialog) : parent,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  static const char *const suffixes[] = { "geojson", "json", "shp", "gpkg", "kml", "zip" };
  g_autoptr (GtkFileFilter) geodata = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choosing *choosing = g_new0 (Choosing, 1);

  gtk_file_filter_set_name (geodata, _("Geodata (GeoJSON, Shapefile, GeoPackage, KML)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (geodata, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), geodata);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  choosing->workspace = g_object_ref (workspace);
  g_set_object (&choosing->parent, parent);
  g_set_object (&choosing->dialog, dialog);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_chosen), choosing, choosing_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_other_file (TuceMapImportDialog *self)
{
  choose (self->workspace, NULL, self);
}

static void
tuce_map_import_dialog_dispose (GObject *object)
{
  TuceMapImportDialog *self = TUCE_MAP_IMPORT_DIALOG (object);

  if (self->work)
    g_cancellable_cancel (self->work);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->work);
  g_clear_object (&self->county);
  g_clear_pointer (&self->source, tuce_outline_source_free);
  G_OBJECT_CLASS (tuce_map_import_dialog_parent_class)->dispose (object);
}

static void
tuce_map_import_dialog_finalize (GObject *object)
{
  TuceMapImportDialog *self = TUCE_MAP_IMPORT_DIALOG (object);

  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  g_free (self->path);
  g_free (self->answered_path);
  G_OBJECT_CLASS (tuce_map_import_dialog_parent_class)->finalize (object);
}

static void
tuce_map_import_dialog_class_init (TuceMapImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tuce_map_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tuce_map_import_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/tuce/Tuce/tuce-map-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, level);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, key);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, datum);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, attribution);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, other_file);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_bind_template_callback (widget_class, on_datum_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_other_file);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tuce_map_import_dialog_init (TuceMapImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The words of both lists are the dictionary's. */
static void
fill_lists (TuceMapImportDialog *self)
{
  TuceDictionary *dictionary = tuce_county_get_dictionary (self->county);
  const TuceCodeList *sources = tuce_dictionary_code_list (dictionary, "coord_src");
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (guint i = 0; tuce_outline_levels ()[i]; i++)
    gtk_string_list_append (levels, tuce_entity_label (tuce_dictionary_entity (dictionary, tuce_outline_levels ()[i])));
  for (guint i = 0; i < G_N_ELEMENTS (datums); i++)
    gtk_string_list_append (names, tuce_code_label (tuce_code_list_find (sources, tuce_geodata_datum_code (datums[i]))));
  gtk_drop_down_set_model (self->level, G_LIST_MODEL (levels));
  gtk_drop_down_set_model (self->datum, G_LIST_MODEL (names));
  self->filling = FALSE;
}

GtkWidget *
tuce_map_import_dialog_new (TuceWorkspace *workspace, GtkWindow *parent, const char *path)
{
  TuceMapImportDialog *self
      = g_object_new (TUCE_TYPE_MAP_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->workspace = g_object_ref (workspace);
  self->county = g_object_ref (tuce_workspace_get_county (workspace));
  fill_lists (self);
  set_path (self, path);
  return GTK_WIDGET (self);
}

void
tuce_map_import_dialog_choose (TuceWorkspace *workspace, GtkWindow *parent)
{
  choose (workspace, parent, NULL);
}

gboolean
tuce_map_import_dialog_is_busy (TuceMapImportDialog *self)
{
  return self->work != NULL;
}

GtkWidget *
tuce_map_import_dialog_get_part (TuceMapImportDialog *self, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), TUCE_TYPE_MAP_IMPORT_DIALOG, name));
}
