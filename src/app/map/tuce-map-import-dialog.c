/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tuce-map-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "tuce-geodata-chooser.h"
#include "tuce-map-import-task.h"

struct _TuceMapImportDialog
{
  GtkWindow parent_instance;

  /* template children */
  GtkLabel *file_name;
  GtkDropDown *level;
  GtkLabel *key_label;
  GtkDropDown *key;
  GtkDropDown *datum;
  GtkEntry *attribution;
  GtkCheckButton *keep;
  GtkLabel *found;
  GtkLabel *consequence;
  GtkLabel *problem;
  GtkProgressBar *progress;
  GtkWidget *answers;
  GtkButton *other_file;
  GtkButton *import;
  GtkButton *stop;

  /* owned */
  TuceWorkspace *workspace;
  TuceCounty *county;
  TuceBox reach; /* where shapes of the county may lie */
  GPtrArray *layers; /* codes, as @level lists them */
  char *path;
  char *answered_path; /* the file the answers are about */
  TuceOutlineSource *source; /* NULL while it is read or written, or could not be */
  GCancellable *work;        /* of what is under way */
  TuceJob *job;
  guint pulse;

  gboolean asks_outline; /* what the questions are about */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TuceMapImportDialog, tuce_map_import_dialog, GTK_TYPE_WINDOW)

/* The datums a person may choose: those of degrees. */
static const TuceDatum datums[] = { TUCE_DATUM_WGS84, TUCE_DATUM_GCJ02, TUCE_DATUM_BD09 };

static const char *
chosen_layer (TuceMapImportDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->level);

  return position < self->layers->len ? self->layers->pdata[position] : NULL;
}

static gboolean
is_outline (TuceMapImportDialog *self)
{
  const char *layer = chosen_layer (self);

  return !layer || tuce_map_import_is_outline (layer);
}

/* The names of a layer may stand nowhere: that is the first choice. */
static const char *
chosen_key (TuceMapImportDialog *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->key);

  if (!is_outline (self) && gtk_drop_down_get_selected (self->key) == 0)
    return NULL;
  return item ? gtk_string_object_get_string (item) : NULL;
}

static TuceMapImportChoice
choice (TuceMapImportDialog *self)
{
  return (TuceMapImportChoice){ chosen_layer (self), chosen_key (self), gtk_check_button_get_active (self->keep),
                                gtk_editable_get_text (GTK_EDITABLE (self->attribution)) };
}

static void
say_what_is_found (TuceMapImportDialog *self)
{
  TuceMapImportChoice chosen = choice (self);
  g_autofree char *sentence = NULL;
  gboolean any = FALSE;

  if (self->source && chosen.layer)
    sentence = tuce_map_import_found (self->source, tuce_county_get_dictionary (self->county), &chosen, &self->reach, &any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), any);
  gtk_label_set_text (self->found, sentence ? sentence : "");
}

static void
on_answered (TuceMapImportDialog *self)
{
  if (!self->filling)
    say_what_is_found (self);
}

/* Asks for what outlines need, or what a layer does. */
static void
set_questions (TuceMapImportDialog *self)
{
  gboolean outline = is_outline (self);

  self->asks_outline = outline;
  gtk_label_set_text_with_mnemonic (self->key_label, outline ? _("_Code stands in") : _("Na_mes stand in"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->key),
                               outline ? _("The attribute that holds the division code: 9 digits for a township, 12 for a "
                                           "village")
                                       : _("The attribute that holds what each feature is called"));
  gtk_widget_set_visible (GTK_WIDGET (self->keep), !outline);
  gtk_label_set_text (self->consequence,
                      outline ? _("They take the place of the outlines that these places have now. Schematic cells beneath "
                                  "are drawn anew inside them and stay marked as schematic. One undo takes it all back.")
                              : _("Sites are tested against the layer, and the map shows it. Unless it is kept, what the "
                                  "layer holds now goes. One undo takes it all back."));
  gtk_button_set_label (self->import, outline ? _("Import the Outlines") : _("Import the Layer"));
}

/* Offers the attributes of the file; @key is chosen, or the one that is likely. */
static void
fill_keys (TuceMapImportDialog *self, const char *key)
{
  TuceGeodata *geodata = tuce_outline_source_geodata (self->source);
  GPtrArray *attributes = tuce_geodata_attributes (geodata);
  g_autoptr (GtkStringList) keys = gtk_string_list_new (NULL);
  guint before = is_outline (self) ? 0 : 1;

  if (before)
    gtk_string_list_append (keys, _("No names"));
  for (guint i = 0; i < attributes->len; i++)
    gtk_string_list_append (keys, attributes->pdata[i]);
  gtk_drop_down_set_model (self->key, G_LIST_MODEL (keys));
  if (!key && before)
    key = tuce_layer_guess_name (geodata);
  for (guint i = 0; key && i < attributes->len; i++)
    if (g_str_equal (attributes->pdata[i], key))
      gtk_drop_down_set_selected (self->key, i + before);
}

/* From one level to another, or one layer to another, the attribute stays. */
static void
on_layer_chosen (TuceMapImportDialog *self)
{
  const char *level, *key = NULL;

  if (self->filling)
    return;
  self->filling = TRUE;
  if (self->source && self->asks_outline != is_outline (self))
    {
      if (is_outline (self))
        tuce_outline_source_guess (self->source, &level, &key);
      fill_keys (self, key);
    }
  set_questions (self);
  self->filling = FALSE;
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

/* Takes the file for outlines where it has codes of places, else for the layer it looks like. */
static void
fill_answers (TuceMapImportDialog *self)
{
  TuceGeodata *geodata = tuce_outline_source_geodata (self->source);
  const char *level, *key, *layer;

  if (tuce_outline_source_guess (self->source, &level, &key))
    layer = level;
  else
    {
      layer = tuce_layer_guess (geodata, tuce_county_get_dictionary (self->county));
      key = NULL;
    }
  self->filling = TRUE;
  for (guint i = 0; layer && i < self->layers->len; i++)
    if (g_str_equal (self->layers->pdata[i], layer))
      gtk_drop_down_set_selected (self->level, i);
  set_questions (self);
  fill_keys (self, key);
  self->filling = FALSE;
  g_free (self->answered_path);
  self->answered_path = g_strdup (self->path);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TuceMapImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TuceOutlineSource) source = tuce_read_finish (result, &error);

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
  g_autofree char *sentence = tuce_map_import_finish (result, &error);

  if (self->job)
    tuce_job_finish (self->job);
  g_clear_object (&self->job);
  if (sentence)
    tuce_workspace_report (self->workspace, sentence);
  if (!self->county)
    return; /* closed meanwhile */
  g_clear_object (&self->work);
  set_busy (self, NULL);
  if (sentence)
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
  TuceMapImportChoice chosen = choice (self);
  const char *what = is_outline (self) ? _("Importing outlines") : _("Importing a layer");

  g_return_if_fail (source);
  self->work = g_cancellable_new ();
  self->job = tuce_workspace_begin_job (self->workspace, what, self->work);
  g_signal_connect_object (self->job, "progressed", G_CALLBACK (on_progressed), self, 0);
  say_problem (self, NULL);
  set_busy (self, what);
  gtk_widget_grab_focus (GTK_WIDGET (self->stop));
  tuce_map_import_async (self->county, source, &chosen, tuce_job_progress, self->job, self->work, on_written,
                         g_object_ref (self));
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

static void
on_other_chosen (const char *path, gpointer data)
{
  set_path (data, path);
}

static void
on_other_file (TuceMapImportDialog *self)
{
  tuce_geodata_chooser_show (GTK_WINDOW (self), on_other_chosen, g_object_ref (self), g_object_unref);
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
  g_clear_pointer (&self->layers, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, key_label);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, key);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, datum);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, attribution);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, keep);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, consequence);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, other_file);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, TuceMapImportDialog, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_answered);
  gtk_widget_class_bind_template_callback (widget_class, on_layer_chosen);
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

static void
add_layers (TuceMapImportDialog *self, GtkStringList *names, const char *const *codes)
{
  const TuceCodeList *list = tuce_dictionary_code_list (tuce_county_get_dictionary (self->county), "feature_layer");

  for (guint i = 0; codes && codes[i]; i++)
    {
      g_ptr_array_add (self->layers, (gpointer) codes[i]);
      gtk_string_list_append (names, tuce_code_label (tuce_code_list_find (list, codes[i])));
    }
}

/* The words of both lists are the dictionary's. */
static void
fill_lists (TuceMapImportDialog *self)
{
  const TuceCodeList *sources = tuce_dictionary_code_list (tuce_county_get_dictionary (self->county), "coord_src");
  g_autoptr (GtkStringList) layers = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  self->filling = TRUE;
  self->layers = g_ptr_array_new ();
  add_layers (self, layers, tuce_outline_levels ());
  add_layers (self, layers, tuce_layer_kinds (&error));
  if (!error)
    tuce_layer_reach (self->county, &self->reach, &error);
  for (guint i = 0; i < G_N_ELEMENTS (datums); i++)
    gtk_string_list_append (names, tuce_code_label (tuce_code_list_find (sources, tuce_geodata_datum_code (datums[i]))));
  gtk_drop_down_set_model (self->level, G_LIST_MODEL (layers));
  gtk_drop_down_set_model (self->datum, G_LIST_MODEL (names));
  set_questions (self);
  say_problem (self, error);
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
